import { buttons, type Card, isLink } from '../cards/card.ts';
import type { Answer } from '../ports/request.ts';
import { type Call, encodeCall, encodePending } from './call.ts';
import type { Command, Context } from './command.ts';

/** Whose calls are kept, and whether organisers' calls are for them. */
export type Keep = Pick<Context, 'notebook' | 'isOrganiser'>;

type Find = (command: string) => Command | undefined;

/** The card with the buttons that this person may tap, each call with its token, none of them twice. */
export async function addressed(shown: Card, keep: Keep | undefined, find: Find): Promise<Answer> {
  const tokens = new Map<Call, string>();
  const seen = new Set<string>();
  for (const call of callsOf(shown)) {
    const token = await tokenFor(call, keep, find);
    if (token !== undefined && !seen.has(token)) tokens.set(call, token);
    if (token !== undefined) seen.add(token);
  }
  const blocks = shown.blocks.flatMap(block => {
    if (block.type === 'select') return tokens.has(block.call) ? [block] : [];
    return block.type === 'buttons'
      ? buttons(...block.buttons.filter(one => isLink(one) || tokens.has(one.call)))
      : [block];
  });
  return { card: { ...shown, blocks }, tokenOf: call => tokens.get(call) ?? '' };
}

/** What a call travels as in a button: itself where it fits, else the id of where it waits for this user alone. */
async function tokenFor(call: Call, keep: Keep | undefined, find: Find): Promise<string | undefined> {
  const organisers = find(call.command)?.audience === 'organiser';
  if (organisers && !keep?.isOrganiser) return undefined;
  return (organisers ? undefined : encodeCall(call)) ?? (keep && encodePending(await keep.notebook.keepCall(call)));
}

function callsOf(shown: Card): Call[] {
  return shown.blocks.flatMap(block => {
    if (block.type === 'select') return [block.call];
    return block.type === 'buttons' ? block.buttons.flatMap(button => (isLink(button) ? [] : [button.call])) : [];
  });
}
