import type { Block } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { own } from '../../domain/words/own.ts';
import { list } from '../../domain/words/sentences.ts';
import { alike, gone, sameName } from '../people/find.ts';

/** A program, and what is kept of one; a note, a debrief and a place in the rank list go by their program's id. */
export const itemKinds = ['program', 'interview', 'invitation', 'offer', 'clue', 'note', 'debrief', 'rank'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What can be done to one; each kind knows some of them. */
export const acts = {
  remove: { label: 'Remove' },
  sent: { label: 'Sent' },
  accept: { label: 'Accept' },
  decline: { label: 'Decline' },
  reopen: { label: 'Reopen' },
  check: { label: 'Check' },
  edit: { label: 'Edit' },
  inside: { label: 'In the Match' },
  outside: { label: 'Outside the Match' },
  unsure: { label: 'Not known' },
  move: { label: 'Move' },
  cancel: { label: 'Cancel' },
  withdraw: { label: 'Withdraw' },
  up: { label: 'Up' },
  down: { label: 'Down' },
  on: { label: 'Put on the list' },
  off: { label: 'Take off' },
  certified: { label: 'Certified' },
};
export type Act = keyof typeof acts;

/** What names one thing in a call: its kind and its id. */
export const itemOf = (kind: ItemKind, id: string): string => `${kind}.${id}`;

/** The call that shows one thing, or does something with it. */
export const itemCall = (kind: ItemKind, id: string, act?: Act): Call =>
  call('programs', { item: itemOf(kind, id), act });

/** What else can be done with one thing, each by its act: what does not fit beside the main button. */
export const moreMenu = (kind: ItemKind, id: string, ways: Partial<Record<Act, string>>): Block => ({
  type: 'select',
  placeholder: 'More',
  call: selectCall('programs', 'act', { item: itemOf(kind, id) }),
  choices: Object.entries(ways).map(([value, label]) => ({ value, label })),
});

/** What one was called in buttons from before. */
const formerKinds: Readonly<Record<string, ItemKind>> = { signal: 'clue' };

/** @throws UserError where it is no such name */
export function readItem(text: string): { kind: ItemKind; id: string } {
  const [word = '', id] = text.split('.');
  const kind = itemKinds.find(one => one === word) ?? own(formerKinds, word);
  return kind && id ? { kind, id } : gone('There is no such thing in your notebook.');
}

/** The program of this id, among all, which whoever shows one of them reads anyway. @throws UserError where it is gone */
export const programOf = async (id: string, { notebook }: Context): Promise<ProgramFacts> =>
  (await notebook.programs.all()).find(program => program.id === id) ??
  gone('That program is not in your notebook any more.');

/** As many as one can tap. */
const MOST = 5;

/** The program of this name, and a new one where nothing in the notebook is called so. @throws UserError that asks which */
export async function programToUse(
  name: string,
  { notebook }: Context,
): Promise<{ program: ProgramFacts; isNew: boolean }> {
  const found = alike(name, await notebook.programs.all());
  const [only, ...others] = found;
  if (!only) return { program: (await notebook.nameProgram(name, {})).value, isNew: true };
  if (others.length === 0) return { program: only, isNew: false };
  const which = `That could be ${list(found.map(one => one.name))}. Which one is it?`;
  const answers = found.slice(0, MOST).map(one => ({ label: buttonLabel(one.name), words: one.name }));
  throw new UserError(which, { name: which }, { option: 'name', answers });
}

/** The zone of the newest interview, invitation or offer there, else the user's own. */
export const knownZone = async (name: string, context: Context): Promise<string> =>
  (await zoneThere(name, context)) ?? context.zone;

/** The zone of the newest interview, invitation or offer there; undefined where there is none. */
export async function zoneThere(name: string, { notebook }: Pick<Context, 'notebook'>): Promise<string | undefined> {
  const [all, ...kept] = await Promise.all([
    notebook.programs.all(),
    notebook.offers.all(),
    notebook.invitations.all(),
    notebook.interviews.all(),
  ]);
  const program = all.find(other => sameName(other.name, name));
  return kept.flat().findLast(({ programId }) => programId === program?.id)?.zone;
}
