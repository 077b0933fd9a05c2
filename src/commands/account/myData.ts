import { z } from 'zod';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Counts } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import { capital, count } from '../../domain/words/sentences.ts';
import type { ImportRead } from '../../exchange/import.ts';
import { readNotebook } from '../../exchange/notebookData.ts';
import { readFileApart } from '../../exchange/readFile.ts';
import { zipNotebook } from '../../exchange/zip.ts';
import { whoElse } from '../around/platformWords.ts';
import { undoButton } from '../lists.ts';

const doings = {
  export: { label: 'Export everything' },
  import: { label: 'Import a file' },
  erase: { label: 'Erase everything' },
};
/** The answer to the question that comes first: no typed word alone writes or erases. */
const answers = {
  yes: { label: 'Do it now' },
  all: { label: 'All of it: none is a patient' },
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
    kept: option.text({ label: 'Kept', description: 'The file that was looked at', hidden: true }, 64).optional(),
    sure: option.choice({ label: 'Sure', description: 'The answer to the question', hidden: true }, answers).optional(),
  }),
  examples: ['', 'do:export'],
  form: { title: 'Import a file', submit: 'Show what would happen', fields: ['file'] },
  actions: {
    by: 'do',
    of: {
      export: {},
      import: {
        takes: ['file'],
        form: { title: 'Import a file', submit: 'Show what would happen', fields: ['file'], opensWithout: ['file'] },
      },
      erase: { takes: ['sure'] },
    },
    otherwise: { takes: ['file', 'kept', 'sure'] },
  },
  async run(options, context): Promise<Card> {
    switch (options.do) {
      case 'export':
        return exported(context);
      case 'erase':
        return options.sure ? erased(context) : eraseQuestion(context);
      case 'import':
        if (options.file) return preview(options.file, context);
        throw new UserError('There is nothing in that file. Choose a notebook.json of yours, or a CSV.', {
          file: 'This file is empty.',
        });
    }
    const { file, kept, sure } = options;
    if (kept && sure) return imported(kept, context, sure === 'all');
    if (file) return preview(file, context);
    return overview(context);
  },
});

/** The kinds that a person knows, with how many there are. */
const countLines = (counts: Counts): string[] =>
  Object.entries(entities).flatMap(([table, { one, many }]) =>
    counts[table] ? [count(counts[table], one, many)] : [],
  );

async function overview({ notebook, account }: Context): Promise<Card> {
  const lines = countLines(await notebook.counts());
  return card('Your data', {
    answer: lines.length === 0 ? 'Nothing is kept of you beyond your settings.' : `Kept: ${lines.join(', ')}.`,
    blocks: [
      {
        type: 'text',
        text: `Names and notes are encrypted where they are stored. No other member and no organizer can see them. ${whoElse(account.platform, 'Whoever hosts this bot')} could obtain what is stored or sent by direct message. It stays until you erase it, which works at once.`,
      },
      ...buttons(
        { label: 'Export everything', call: call('my-data', { do: 'export' }) },
        { label: 'Import a file', call: formCall('my-data', { do: 'import' }) },
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
async function preview(file: string, context: Context): Promise<Card> {
  const { rows, mistakes, held } = await readFile(file, context);
  const { adds, known } = await context.notebook.previewImport(rows);
  const would = countLines(adds);
  // Kept once, for whichever button is tapped; it goes with its import, or after a day.
  const kept = await context.notebook.keepPendingCall(call('my-data', { file }));
  const isWhole = mistakes.length + held.length === 0;
  const nothing = isWhole ? 'There is nothing new in this file.' : 'Nothing of this file would be added.';
  return card('Before anything is written', {
    answer: would.length === 0 ? nothing : 'Nothing is written yet. This would be added:',
    tone: isWhole ? 'neutral' : 'careful',
    blocks: [
      { type: 'list', items: would },
      ...(known > 0
        ? [
            {
              type: 'text',
              text: `${say(known, 'row is', 'rows are')} here already and would not change.`,
            } as const,
          ]
        : []),
      ...rowsBlock(`${bold(`${say(mistakes.length, 'row', 'rows')} can’t be read:`)}`, mistakes),
      ...rowsBlock(
        `${bold(`${say(held.length, 'row', 'rows')} could point to a patient`)} and would be left out, with what hangs on them:`,
        held,
      ),
      ...buttons(
        would.length > 0 && {
          label: isWhole ? 'Import it now' : 'Import the rest',
          call: call('my-data', { sure: 'yes', kept }),
        },
        held.length > 0 && { label: 'None is a patient', call: call('my-data', { sure: 'all', kept }) },
        { label: 'Not now', call: call('my-data') },
      ),
    ],
    footer: 'An import can be undone for ten minutes.',
  });
}

const say = (...counted: Parameters<typeof count>): string => capital(count(...counted));

/** More would hide the buttons below. */
const MOST = 15;

const rowsBlock = (title: string, rows: string[]): Block[] =>
  rows.length === 0
    ? []
    : [
        { type: 'text', text: title },
        { type: 'list', items: rows.slice(0, MOST) },
        ...(rows.length > MOST ? [{ type: 'text', text: `And ${rows.length - MOST} more.` } as const] : []),
      ];

async function readFile(file: string, { notebook, zone, now }: Context, confirmed = false): Promise<ImportRead> {
  const known = (await notebook.people.all()).map(({ name }) => name);
  return readFileApart(file, { now, zone, known, confirmed });
}

async function imported(kept: string, context: Context, confirmed: boolean): Promise<Card> {
  const { file } = (await context.notebook.pendingCall(kept))?.options ?? {};
  if (file === undefined) throw new UserError('That file is not kept any more. Choose it again.');
  const { rows } = await readFile(file, context, confirmed);
  const { value, undoId } = await context.notebook.importAll(rows);
  await context.notebook.dropPendingCall(kept);
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
    answer: `${lines.length === 0 ? 'Your settings' : capital(lines.join(', '))}: all of it goes at once, from every linked account, and can't be brought back.`,
    tone: 'careful',
    blocks: [
      { type: 'text', text: 'What waits to be sent to you goes too. If you may want it again, export it first.' },
      ...buttons(
        { label: 'Export first', call: call('my-data', { do: 'export' }) },
        { label: 'Keep it', call: call('my-data') },
        { label: 'Erase it now', call: call('my-data', { do: 'erase', sure: 'yes' }) },
      ),
    ],
  });
}

async function erased({ notebook }: Context): Promise<Card> {
  const counts = await notebook.eraseAll();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return card('Erased', {
    answer: `${say(total, 'row was', 'rows were')} removed, and none is left.`,
    tone: 'good',
    blocks: [{ type: 'list', items: countLines(counts) }],
    footer: 'The next command would begin anew.',
  });
}
