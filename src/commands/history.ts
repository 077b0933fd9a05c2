import { z } from 'zod';
import { call, formCall } from '../core/call.ts';
import { buttons, type Card, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { option } from '../core/options.ts';
import type { HistoryItem } from '../core/store.ts';
import { formatDay } from '../domain/localTime.ts';
import { roles, stances } from '../domain/vocabulary.ts';
import { nothingLogged } from './log.ts';

const PAGE = 5;
const internal = (label: string) => ({ label, description: label, hidden: true });

export const history = defineCommand({
  name: 'history',
  description: 'Your last entries, newest first; take one back',
  audience: 'everyone',
  options: z.strictObject({
    before: option.text(internal('Older than this entry')).optional(),
    undo: option.text(internal('Change to take back')).optional(),
    remove: option.text(internal('Entry to delete')).optional(),
    person: option.text(internal('Person whose role is told')).optional(),
    role: option.choice(internal('Role'), roles).optional(),
  }),
  examples: [''],
  async run({ before, undo, remove, person, role }, context) {
    if (undo) return undone(undo, context);
    if (remove) return removed(remove, context);
    if (person && role) return roleNamed(person, role, context);
    return list(before, context);
  },
});

async function list(before: string | undefined, context: Context): Promise<Card> {
  const found = await context.notebook.history({ limit: PAGE + 1, before });
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  if (!last) return nothingLogged(context);
  const total = await context.notebook.countEntries();
  return card('History', {
    answer: `${total} ${total === 1 ? 'entry' : 'entries'}, newest first.`,
    blocks: [
      { type: 'list', items: shown.map(line) },
      {
        type: 'select',
        placeholder: 'Delete one of these',
        call: { ...call('history'), choose: 'remove' },
        choices: shown.map(item => ({
          value: item.id,
          label: `${item.contact.name}, ${formatDay(item.day)}`.slice(0, 75),
        })),
      },
      ...buttons(
        { label: 'Log another', call: formCall('log') },
        found.length > PAGE && { label: 'Older', call: call('history', { before: last.id }) },
        before !== undefined && { label: 'Newest', call: call('history') },
      ),
    ],
    footer: 'Only you see this.',
  });
}

function line({ contact, stance, day, sentence, place }: HistoryItem): string {
  const about = [roles[contact.role].label, place].filter(Boolean).join(', ');
  return `**${contact.name}** (${about}): ${stances[stance].label}. ${formatDay(day)}${sentence ? `. "${sentence}"` : ''}`;
}

async function undone(id: string, { notebook, typed }: Context): Promise<Card> {
  const result = await notebook.undo(id);
  if (result.undone)
    return card('Taken back', {
      answer: result.what,
      tone: 'good',
      blocks: buttons({ label: 'See history', call: call('history') }),
    });
  const why = {
    expired: 'More than ten minutes have passed, so this can no longer be taken back.',
    already: 'This was taken back already, or changed since.',
    unknown: 'There is nothing here to take back.',
  }[result.why];
  throw new UserError(`${why} ${typed('history')} lists your entries, and each can be deleted there.`);
}

async function removed(id: string, { notebook }: Context): Promise<Card> {
  const { value, undoId } = await notebook.removeEntry(id);
  return card('Deleted', {
    answer: `${value.contact.name}, ${formatDay(value.day)}: the entry is gone.`,
    blocks: buttons(
      { label: 'See history', call: call('history') },
      { label: 'Undo', call: call('history', { undo: undoId }) },
    ),
    footer: 'Undo works for ten minutes.',
  });
}

async function roleNamed(id: string, role: keyof typeof roles, { notebook }: Context): Promise<Card> {
  const { value, undoId } = await notebook.nameRole(id, role);
  return card('Noted', {
    answer: `${value.name}: ${roles[role].label}.`,
    tone: 'good',
    blocks: buttons(
      { label: 'See your bucket', call: call('bucket') },
      { label: 'Log another', call: formCall('log') },
      { label: 'Undo', call: call('history', { undo: undoId }) },
    ),
  });
}
