import { isLink } from '../../src/core/cards/card.ts';
import { type Call, call, rawCall } from '../../src/core/commands/call.ts';
import type { Core } from '../../src/core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../src/core/ports/request.ts';
import type { Deed } from './requests.ts';

/** What a card's buttons and lists carry. */
const tokensOf = ({ card, tokenOf }: Answer): string[] =>
  card.blocks.flatMap(block => {
    if (block.type === 'buttons')
      return block.buttons.flatMap(button => (isLink(button) ? [] : [tokenOf(button.call)]));
    return block.type === 'select' ? [tokenOf(block.call)] : [];
  });

/** Carries out what is generated, as a door would, for so many members named by their numbers. */
export function createActions(
  core: Core,
  door: Door,
  request: (member: string, made: Call) => Request,
  members: number,
) {
  /** What each member has seen last: whose buttons may be tapped, by them or by another. */
  const seen = new Map<number, Answer>();

  return {
    saw: (member: number, answer: Answer) => void seen.set(member, answer),

    /** What they are answered with; undefined where there is nothing to show. */
    async carryOut(member: number, made: Deed): Promise<Answer | undefined> {
      const name = `${member}`;
      const say = (asked: Call) => core.answer(request(name, asked), door);
      const followed = async (token: string, choice?: string) => {
        const found = await core.callOf(token, request(name, call('log')).who, choice);
        if (!found) return undefined;
        const form = core.form(found);
        if (form) await core.prefilled(form, request(name, found), door);
        return say({ ...found, form: false });
      };
      switch (made.kind) {
        case 'command':
          core.formErrors(rawCall(made.command, made.options));
          return say({ command: made.command, options: made.options, ...(made.page && { page: made.page }) });
        case 'tap': {
          const owner = made.ofAnother ? (member + 1 + made.button) % members : member;
          const answer = seen.get(owner);
          const drawn = answer ? tokensOf(answer) : [];
          const token = drawn[made.button % Math.max(1, drawn.length)];
          return token === undefined ? undefined : followed(token, made.choice);
        }
        case 'token':
          return followed(made.token);
        case 'complete':
          await core.suggest(request(name, rawCall(made.command)), made.option, made.text, door);
          return undefined;
        case 'words':
          return core.answerOrOffer(request(name, core.direct(made.text)), door, made.text);
        case 'import':
          return say(call('my-data', { file: made.file, ...(member % 2 === 0 && { sure: 'yes' }) }));
      }
    },
  };
}
