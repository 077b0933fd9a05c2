import { type Call, call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { own } from '../../domain/words/own.ts';
import { alike, findProgram, gone, sameName } from '../people/find.ts';

/** A program, and what is kept of one. */
const itemKinds = ['program', 'interview', 'offer', 'clue'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What can be done to one; each kind knows some of them. */
export const acts = {
  remove: { label: 'Remove' },
  sent: { label: 'Sent' },
  accept: { label: 'Accept' },
  decline: { label: 'Decline' },
  reopen: { label: 'Reopen' },
};
export type Act = keyof typeof acts;

/** What names one thing in a call: its kind and its id. */
export const itemOf = (kind: ItemKind, id: string): string => `${kind}.${id}`;

/** The call that shows one thing, or does something with it. */
export const itemCall = (kind: ItemKind, id: string, act?: Act): Call =>
  call('programs', { item: itemOf(kind, id), act });

/** What one was called in buttons from before. */
const formerKinds: Readonly<Record<string, ItemKind>> = { signal: 'clue' };

/** @throws UserError where it is no such name */
export function readItem(text: string): { kind: ItemKind; id: string } {
  const [word = '', id] = text.split('.');
  const kind = itemKinds.find(one => one === word) ?? own(formerKinds, word);
  return kind && id ? { kind, id } : gone('There is no such thing in your notebook.');
}

/** The program of this id. @throws UserError where it is gone */
export const programOf = async (id: string, { notebook }: Context): Promise<ProgramFacts> =>
  (await notebook.programs.get(id)) ?? gone('That program is not in your notebook any more.');

/** The same, and a new one where nothing in the notebook is called so. */
export async function programToUse(name: string, context: Context): Promise<{ program: ProgramFacts; isNew: boolean }> {
  const isNew = alike(name, await context.notebook.programs.all()).length === 0;
  const program = isNew ? (await context.notebook.nameProgram(name, {})).value : await findProgram(name, context);
  return { program, isNew };
}

/** The zone of the newest interview or offer there, else the user's own. */
export async function knownZone(name: string, { notebook, zone }: Context): Promise<string> {
  const [all, interviews, offers] = await Promise.all([
    notebook.programs.all(),
    notebook.interviews.all(),
    notebook.offers.all(),
  ]);
  const program = all.find(other => sameName(other.name, name));
  return [...offers, ...interviews].findLast(({ programId }) => programId === program?.id)?.zone ?? zone;
}
