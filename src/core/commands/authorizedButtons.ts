import { type Block, buttons, type Card, isLink } from '../cards/card.ts';
import { upright } from '../cards/upright.ts';
import type { Answer } from '../ports/request.ts';
import { type Call, callToJson, encodePending } from './call.ts';
import type { Command, Context } from './command.ts';
import { isOpenValue, openToken } from './openCalls.ts';

/** Whose calls are kept, and whether organizers' calls are for them. */
export type ButtonOwner = Pick<Context, 'notebook' | 'isOrganizer'>;

type Find = (command: string) => Command | undefined;

/** The card with the buttons that this person may tap, each call with its token, none of them twice. */
export async function authorizedButtons(given: Card, keep: ButtonOwner | undefined, find: Find): Promise<Answer> {
  const card = upright(given);
  const shown = { ...card, blocks: card.blocks.map(block => numbered(block, find)) };
  const isTheirs = ({ command }: Call) => find(command)?.audience !== 'organizer' || keep?.isOrganizer === true;
  // Of two that are the same the first is drawn: Map takes the last of a list.
  const once = new Map(
    callsOf(shown)
      .filter(isTheirs)
      .map(call => [callToJson(call), call] as const)
      .toReversed(),
  );
  const tokens = await tokensFor([...once.values()].toReversed(), keep, find);
  const blocks = shown.blocks.flatMap(block => {
    if (block.type === 'select') return tokens.has(block.call) ? [block] : [];
    return block.type === 'buttons'
      ? buttons(...block.buttons.filter(one => isLink(one) || tokens.has(one.call)))
      : [block];
  });
  return { card: { ...shown, blocks }, tokenOf: call => tokens.get(call) ?? '' };
}

/** A select whose values are somebody's words, such as programs by their names, says them by number. */
function numbered(block: Block, find: Find): Block {
  if (block.type !== 'select' || !block.call.choose) return block;
  const { call, choices } = block;
  const { choose = '' } = call;
  if (choices.every(({ value }) => isOpenValue(find(call.command), choose, value))) return block;
  return {
    ...block,
    call: { ...call, values: choices.map(({ value }) => value) },
    choices: choices.map((choice, index) => ({ ...choice, value: String(index) })),
  };
}

/**
 * What each call travels as in a button: itself where nothing in it is anybody's words and nobody else could use it,
 * else the id of where it waits for this user alone. All that wait are written at once.
 */
async function tokensFor(calls: Call[], keep: ButtonOwner | undefined, find: Find): Promise<Map<Call, string>> {
  const tokens = new Map<Call, string>();
  const waiting: Call[] = [];
  for (const call of calls) {
    const command = find(call.command);
    const token = command?.audience === 'organizer' ? undefined : openToken(call, command);
    if (token === undefined) waiting.push(call);
    else tokens.set(call, token);
  }
  if (!keep || waiting.length === 0) return tokens;
  const ids = await keep.notebook.keepPendingCalls(waiting);
  for (const [index, call] of waiting.entries()) tokens.set(call, encodePending(ids[index] ?? ''));
  return tokens;
}

function callsOf(shown: Card): Call[] {
  return shown.blocks.flatMap(block => {
    if (block.type === 'select') return [block.call];
    return block.type === 'buttons' ? block.buttons.flatMap(button => (isLink(button) ? [] : [button.call])) : [];
  });
}
