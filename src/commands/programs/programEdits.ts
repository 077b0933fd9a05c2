import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { unknownProgram } from '../../domain/entities/programs.ts';
import type { Market, ThankYou } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { sameName } from '../people/find.ts';
import { about, editCall } from './programFacts.ts';
import { itemCall, readItem } from './programItems.ts';
import { showProgram } from './programPage.ts';

interface Given {
  name: string;
  item?: string | undefined;
  specialty?: string | undefined;
  market?: Market | undefined;
  rotated?: boolean | undefined;
  notes?: ThankYou | undefined;
}

/** Adds a program, or changes the one that `item` or the name names. */
export async function saveProgram(given: Given, context: Context): Promise<Card> {
  const { name, item, specialty, market, rotated, notes } = given;
  const { programs } = context.notebook;
  const twin = (await programs.all()).find(other => sameName(other.name, name));
  const id = item ? readItem(item).id : twin?.id;
  const told = { name, ...(specialty && { specialty }), ...(market && { market }), ...(notes && { thankYou: notes }) };
  const facts = { ...told, ...(rotated !== undefined && { rotated }) };
  if (id && !item && Object.keys(facts).length === 1) return showProgram(id, context);
  const { value, undoId } = id
    ? await programs.change(id, item ? { ...facts, specialty: specialty ?? null } : facts)
    : await programs.add({ ...unknownProgram, ...facts });
  return card(id ? 'Changed' : 'Added', {
    answer: `${value.name}${about(value) && `: ${about(value)}`}.`,
    tone: 'good',
    blocks: [
      ...(value.market === null || value.market === 'unknown'
        ? [
            {
              type: 'text',
              text: 'Does it fill its places in the Match? What you may accept, and when, depends on it.',
            } as const,
          ]
        : []),
      ...buttons(
        { label: 'Add an interview', call: formCall('programs', { do: 'interview', name: value.name }) },
        { label: 'Say more about it', call: editCall(value) },
        { label: 'Who could be called', call: call('network', { program: value.name }) },
        { label: 'Open it', call: itemCall('program', value.id) },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

export async function removeProgram(id: string, { notebook }: Context): Promise<Card> {
  const { value, undoId } = await notebook.programs.remove(id);
  return card('Removed', {
    answer: `${value.name} is gone, with its interviews, invitations, offers and clues. The people stay.`,
    blocks: buttons({ label: 'Programs', call: call('programs') }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}
