import { z } from 'zod';
import { call } from '../core/call.ts';
import { buttons, type Card, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { option } from '../core/options.ts';
import type { Counts } from '../core/store.ts';
import { readImport } from '../exchange/import.ts';
import { readNotebook } from '../exchange/notebookData.ts';
import { zipNotebook } from '../exchange/zip.ts';
import { undoButton } from './lists.ts';

const doings = {
  export: { label: 'Export everything' },
  import: { label: 'Import a file' },
  'import-sure': { label: 'Import it now' },
  erase: { label: 'Erase everything' },
  'erase-sure': { label: 'Erase it now' },
};

export const myData = defineCommand({
  name: 'my-data',
  description: 'Export all, import a spreadsheet, erase everything, see what is kept',
  audience: 'everyone',
  options: z.strictObject({
    do: option.choice({ label: 'Do', description: 'Export, import or erase' }, doings).optional(),
    file: option
      .file({ label: 'File', description: 'A notebook.json of yours, or a CSV of people, interactions or interviews' })
      .optional(),
  }),
  examples: ['', 'do:export'],
  form: { title: 'Import a file', submit: 'Show what would happen', fields: ['file'] },
  async run({ do: doing, file }, context) {
    if (doing === 'export') return exported(context);
    if (doing === 'import-sure' && file) return imported(file, context);
    if (file) return preview(file, context);
    if (doing === 'erase') return eraseQuestion(context);
    if (doing === 'erase-sure') return erased(context);
    return overview(context);
  },
});

const LABELS: Record<string, [one: string, many: string]> = {
  Contact: ['person', 'people'],
  LogEntry: ['interaction', 'interactions'],
  Program: ['program', 'programs'],
  LooseEnd: ['loose end', 'loose ends'],
  Defender: ['defender', 'defenders'],
  Interview: ['interview', 'interviews'],
  Offer: ['offer', 'offers'],
  Signal: ['clue', 'clues'],
  Reminder: ['reminder', 'reminders'],
  AuditAnswer: ['audit answer', 'audit answers'],
  BucketCheck: ['self-check', 'self-checks'],
};

/** The kinds that a person knows, with how many there are. */
const countLines = (counts: Counts): string[] =>
  Object.entries(LABELS).flatMap(([table, [one, many]]) => {
    const count = counts[table] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });

async function overview({ notebook }: Context): Promise<Card> {
  const lines = countLines(await notebook.counts());
  return card('Your data', {
    answer: lines.length === 0 ? 'Nothing is kept of you beyond your settings.' : `Kept: ${lines.join(', ')}.`,
    blocks: [
      {
        type: 'text',
        text: 'Names and notes are encrypted where they are stored. No other member and no organizer can see them. Whoever hosts this bot, and on some Slack plans the workspace’s owners, could obtain what is stored or sent by direct message. Everything goes 12 months after your last visit.',
      },
      ...buttons(
        { label: 'Export everything', call: call('my-data', { do: 'export' }) },
        { label: 'Import a file', call: { ...call('my-data', { do: 'import' }), form: true } },
        { label: 'Who can see this', call: call('advice', { piece: 'who-can-see-this' }) },
        { label: 'Erase everything', call: call('my-data', { do: 'erase' }) },
      ),
    ],
    footer: 'It is yours: take it, or erase it, at any time.',
  });
}

async function exported({ notebook, now, today }: Context): Promise<Card> {
  const [complete, data] = [await notebook.exportAll(), await readNotebook(notebook)];
  return card('Your notebook', {
    answer: 'One zip file: all of it as JSON, a spreadsheet for each kind, and a calendar.',
    tone: 'good',
    blocks: [
      { type: 'file', bytes: zipNotebook(complete, data, now), name: `backchannel-${today}.zip` },
      { type: 'text', text: 'It holds names and notes about people: keep it where only you can read it.' },
      ...buttons({ label: 'Your data', call: call('my-data') }),
    ],
    footer: 'Only you see this.',
  });
}

/** What an import would do, row by row; nothing is written before the tap. */
async function preview(file: string, { notebook, zone, now }: Context): Promise<Card> {
  const { rows, mistakes } = readImport(file, { now, zone });
  const { adds, known } = await notebook.previewImport(rows);
  const would = countLines(adds);
  return card('Before anything is written', {
    answer: would.length === 0 ? 'There is nothing new in this file.' : 'Nothing is written yet. This would be added:',
    tone: mistakes.length > 0 ? 'careful' : 'neutral',
    blocks: [
      { type: 'list', items: would },
      ...(known > 0
        ? [{ type: 'text', text: `${known} rows are here already and would be left as they are.` } as const]
        : []),
      ...(mistakes.length > 0
        ? [
            { type: 'text', text: `**${mistakes.length} rows can’t be read:**` } as const,
            { type: 'list', items: mistakes.slice(0, 15) } as const,
          ]
        : []),
      ...(mistakes.length > 15 ? [{ type: 'text', text: `And ${mistakes.length - 15} more.` } as const] : []),
      ...buttons(
        would.length > 0 && {
          label: mistakes.length > 0 ? 'Import the rest' : 'Import it now',
          call: call('my-data', { do: 'import-sure', file }),
        },
        { label: 'Not now', call: call('my-data') },
      ),
    ],
    footer: 'An import can be undone for ten minutes.',
  });
}

async function imported(file: string, { notebook, zone, now }: Context): Promise<Card> {
  const { value, undoId } = await notebook.importAll(readImport(file, { now, zone }).rows);
  const lines = countLines(value);
  if (lines.length === 0) throw new UserError('There was nothing new in that file.');
  return card('Imported', {
    answer: `Added: ${lines.join(', ')}.`,
    tone: 'good',
    blocks: buttons(
      { label: 'People', call: call('people') },
      { label: 'Your data', call: call('my-data') },
      undoButton(undoId),
    ),
    footer: 'Undo works for ten minutes.',
  });
}

async function eraseQuestion({ notebook }: Context): Promise<Card> {
  const lines = countLines(await notebook.counts());
  return card('Erase everything?', {
    answer: `${lines.length === 0 ? 'Your settings' : lines.join(', ')}: all of it goes at once, from every linked account, and can't be brought back.`,
    tone: 'careful',
    blocks: [
      { type: 'text', text: 'What waits to be sent to you goes too. If you may want it again, export it first.' },
      ...buttons(
        { label: 'Export first', call: call('my-data', { do: 'export' }) },
        { label: 'Keep it', call: call('my-data') },
        { label: 'Erase it now', call: call('my-data', { do: 'erase-sure' }) },
      ),
    ],
  });
}

async function erased({ notebook }: Context): Promise<Card> {
  const counts = await notebook.eraseAll();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return card('Erased', {
    answer: `${total} rows were removed, and none is left.`,
    tone: 'good',
    blocks: [{ type: 'list', items: countLines(counts) }],
    footer: 'The next command would begin anew.',
  });
}
