import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Clue, ProgramFacts } from '../../domain/notebook.ts';
import { readClue, sayClues, weakEvidence } from '../../domain/programs/clues.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { type ClueKind, clueKinds } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { gone } from '../people/find.ts';
import { itemCall, programOf, programToUse } from './programItems.ts';

interface Given {
  name: string;
  clue: ClueKind;
  note?: string | undefined;
  on?: Temporal.PlainDate | undefined;
}

export async function saveClue({ name, clue, note, on }: Given, context: Context): Promise<Card> {
  const { notebook, today } = context;
  if (on && Temporal.PlainDate.compare(on, today) > 0)
    throw new UserError(`${formatDay(on)} has not come yet. Note a clue when it happened.`, {
      on: 'This day has not come yet.',
    });
  const { program } = await programToUse(name, context);
  const { value, undoId } = await notebook.clues.add({
    programId: program.id,
    kind: clue,
    note: note ?? null,
    day: on ?? today,
  });
  return clueCard(value, program, context, undoId);
}

export async function showClue(id: string, context: Context): Promise<Card> {
  const clue = (await context.notebook.clues.get(id)) ?? gone('That clue is not in your notebook any more.');
  return clueCard(clue, await programOf(clue.programId, context), context);
}

export async function removeClue(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.clues.remove(id);
  const program = await programOf(value.programId, context);
  return card('Removed', {
    answer: 'The clue is removed.',
    blocks: buttons({ label: program.name, call: itemCall('program', program.id) }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

/** What one clue may mean, what else it may be, and how weak it is. */
async function clueCard(clue: Clue, program: ProgramFacts, context: Context, undoId?: string): Promise<Card> {
  const { notebook, user } = context;
  const all = await notebook.clues.all();
  const there = all.filter(({ programId }) => programId === program.id).length;
  const reading = readClue(clue.kind, user.applicantType ?? 'graduate', program.market ?? 'unknown');
  return card(`A clue from ${program.name}`, {
    answer: reading.answer,
    blocks: [
      { type: 'text', text: `Noted: ${clueKinds[clue.kind].label}, ${formatDay(clue.day)}.` },
      ...(clue.note ? [{ type: 'quote', text: clue.note } as const] : []),
      { type: 'text', text: bold('Or else') },
      { type: 'list', items: reading.orElse },
      { type: 'text', text: `${bold('To do.')} ${reading.todo}` },
      { type: 'text', text: `${sayClues(there, program.name)} ${weakEvidence}` },
      ...buttons(
        { label: 'What clues are worth', call: call('advice', { piece: reading.advice }) },
        { label: 'Log someone there', call: formCall('log', { where: program.name }) },
        { label: 'Remove it', call: itemCall('clue', clue.id, 'remove') },
        { label: program.name, call: itemCall('program', program.id) },
        undoId !== undefined && undoButton(undoId),
      ),
    ],
    footer: 'Only you see this.',
  });
}
