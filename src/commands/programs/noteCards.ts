import { buttons, type Card, card } from '../../core/cards/card.ts';
import { formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { undoButton } from '../lists.ts';
import { itemCall, itemOf, programOf, programToUse, readItem } from './programItems.ts';

/** As much as all that is noted on one program may take. */
const LONGEST = 2000;

interface Given {
  name: string;
  item?: string | undefined;
  note: string;
}

/** Adds a line to what is noted on a program, or writes the note of `item` anew. */
export async function saveNote({ name, item, note }: Given, context: Context): Promise<Card> {
  const { programs } = context.notebook;
  const program = item ? await programOf(readItem(item).id, context) : (await programToUse(name, context)).program;
  const whole = item || !program.note ? note : `${program.note}\n${note}`;
  if (whole.length > LONGEST)
    throw new UserError(
      `A program has room for ${LONGEST.toLocaleString('en-US')} characters of notes; with this it would be ${whole.length.toLocaleString('en-US')}.`,
      { note: 'There is no room for all of this.' },
    );
  const { value, undoId } = await programs.change(program.id, { note: whole });
  return noteCard(value, item ? 'Changed' : 'Noted', undoId);
}

export const showNote = async (id: string, context: Context): Promise<Card> => {
  const program = await programOf(id, context);
  return noteCard(program, `Your note on ${program.name}`);
};

export async function removeNote(id: string, { notebook }: Context): Promise<Card> {
  const { value, undoId } = await notebook.programs.change(id, { note: null });
  return noteCard(value, 'Removed', undoId);
}

function noteCard(program: ProgramFacts, title: string, undoId?: string): Card {
  const { id, name, note } = program;
  return card(title, {
    answer: note ? `On ${name}:` : `Nothing is noted on ${name}.`,
    ...(undoId && { tone: 'good' }),
    blocks: [
      ...(note ? [{ type: 'quote', text: note } as const] : []),
      ...buttons(
        { label: name, call: itemCall('program', id) },
        { label: note ? 'Edit it' : 'Add a note', call: noteCall(program) },
        note !== null && { label: 'Remove it', call: itemCall('note', id, 'remove') },
        undoId !== undefined && undoButton(undoId),
      ),
    ],
    footer: undoId ? 'Only you see this. Undo works for ten minutes.' : 'Only you see this.',
  });
}

/** The form of a program's note, as it is. */
const noteCall = ({ id, name, note }: ProgramFacts) =>
  formCall('programs', {
    do: 'note',
    name,
    ...(note && { item: itemOf('program', id), note }),
  });
