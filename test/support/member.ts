import { screens } from '../../src/commands/around/index.ts';
import { type Card, isLink } from '../../src/core/cards/card.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import type { Admission } from '../../src/core/commands/admission.ts';
import { type Call, type RawOptions, rawCall } from '../../src/core/commands/call.ts';
import type { Command, Form } from '../../src/core/commands/command.ts';
import { createCore } from '../../src/core/commands/dispatch.ts';
import type { Platform } from '../../src/core/ports/notifier.ts';
import type { Answer, Door } from '../../src/core/ports/request.ts';
import { lendStore, sqlite } from '../store/databases.ts';
import { content } from './content.ts';

const NOW = Temporal.Instant.from('2026-10-14T17:00:00Z');
/** A community of which the bot may not post in the channel `locked`. What it posts is kept in `posts`. `closed…` take no DMs. */
const doorWith = (posts: { channel: string; card: Card }[]): Door => ({
  typed: name => `/${name}`,
  channelLabel: async channel => channel,
  personLabel: async () => 'An organizer',
  canPost: async channel => (channel === 'locked' ? 'no-permission' : 'yes'),
  async post(channel, card) {
    if (channel === 'locked') return 'no-permission';
    posts.push({ channel, card });
    return 'yes';
  },
  tryDirectMessage: async ({ externalId }) => (externalId.startsWith('closed') ? 'closed' : 'open'),
});

/** The core over a database of its own, used as a door uses it: buttons come back as their tokens. */
export async function startCore(commands: readonly Command[], now = () => NOW, admission?: Admission) {
  const { store, remove } = await lendStore(sqlite);
  const failures: unknown[] = [];
  const report = (error: unknown) => failures.push(error);
  const core = createCore({ ...{ store, content, commands, screens, now, report }, ...(admission && { admission }) });
  let requests = 0;
  const posts: { channel: string; card: Card }[] = [];
  const door = doorWith(posts);

  return {
    store,
    content,
    /** What was posted to channels, by organizers' tests. */
    posts,
    /** Somebody with an empty notebook, in a direct message unless a channel is given; organizers are in one. */
    member(
      name: string,
      platform: Platform = 'playground',
      organizes = false,
      channel = organizes ? 'tips' : undefined,
    ) {
      const where = channel ? { externalId: 'community', name: 'Community', channel } : null;
      const who = { platform, scope: '', externalId: name } as const;
      const request = (made: Call) =>
        ({ call: made, via: 'command', requestId: `r${requests++}`, who, where, mayOrganize: organizes }) as const;
      const make = (made: Call) => core.answer(request(made), door);

      async function tapped({ card, tokenOf }: Answer, label: string): Promise<Call> {
        const row = card.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : []));
        const button = row.find(each => each.label === label);
        if (!button || isLink(button)) throw new Error(`no button "${label}" among ${row.map(each => each.label)}`);
        const made = await core.callOf(tokenOf(button.call), who);
        if (!made) throw new Error(`"${label}" has expired`);
        return made;
      }

      return {
        say: (command: string, options: RawOptions = {}) => make(rawCall(command, options)),
        make,
        /** What somebody types after a command, as a door reads it. */
        types: (command: string, words: string) => make(core.typed(command, words)),
        /** What somebody writes to the bot by direct message. */
        writes: (words: string) => core.answerOrOffer(request(core.direct(words)), door, words),
        tap: async (answer: Answer, label: string) => make(await tapped(answer, label)),
        /** Takes a choice, by its label, of the menu with this placeholder. */
        async choose({ card, tokenOf }: Answer, placeholder: string, label: string): Promise<Answer> {
          const menus = card.blocks.flatMap(block => (block.type === 'select' ? [block] : []));
          const menu = menus.find(each => each.placeholder === placeholder);
          const choice = menu?.choices.find(each => each.label === label);
          if (!menu || !choice) throw new Error(`no "${label}" in ${JSON.stringify(menus)}`);
          const made = await core.callOf(tokenOf(menu.call), who, choice.value);
          if (!made) throw new Error(`"${label}" has expired`);
          return make(made);
        },
        /** The form that a button opens, with what is known already. */
        async open(answer: Answer, label: string): Promise<Form> {
          const wanted = await tapped(answer, label);
          const form = core.form(wanted);
          if (!form) throw new Error(`"${label}" opens no form`);
          return core.prefilled(form, request(wanted), door);
        },
        /** The form that typing this opens, or a button that asks for it, if there is one. */
        async typed(command: string, options: RawOptions = {}, asked = false): Promise<Form | undefined> {
          const made = { ...rawCall(command, options), form: asked };
          const form = core.form(made);
          return form && core.prefilled(form, request(made), door);
        },
        /** Hands in a form with these fields changed. */
        submit: ({ rest, values, fields }: Form, changed: RawOptions = {}) => {
          const filled = fields.flatMap(({ name }) =>
            Object.entries({ ...values, ...changed }).filter(([n]) => n === name),
          );
          return make({ ...rest, options: { ...rest.options, ...Object.fromEntries(filled) } });
        },
        suggest: (command: string, option: string, text: string, given: RawOptions = {}) =>
          core.suggest(request(rawCall(command, given)), option, text, door),
        /** The call that a token carries, for this person. */
        callOf: (token: string, choice?: string) => core.callOf(token, who, choice),
        /** Everything this person keeps, as of now. */
        async notebook() {
          const { account } = await store.arrive(who, null, now());
          return store.notebook({ account, requestId: `r${requests++}`, now: now() });
        },
      };
    },
    /** Forgets everything. @throws what failed inside, if anything did. */
    async stop() {
      await remove();
      if (failures.length > 0) throw failures[0];
    },
  };
}

export type Member = ReturnType<Awaited<ReturnType<typeof startCore>>['member']>;

/** A reply's labels, in the order of its buttons. */
export const labelsOf = ({ card }: Answer): string[] =>
  card.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons.map(({ label }) => label) : []));

/** A reply without any markup. */
export const textOf = ({ card }: Answer): string => plainText(card);
