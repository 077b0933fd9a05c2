import { z } from 'zod';
import { buttons, type Card, card, siteLinks } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import { capital, count } from '../../domain/words/sentences.ts';
import { readNotebook } from '../../exchange/notebookData.ts';
import { zipNotebook } from '../../exchange/zip.ts';
import { whoElse } from '../around/platformWords.ts';
import { addressDoings, calendarCard } from './calendarCards.ts';
import { countLines } from './countLines.ts';
import { importKept, previewFile, previewKept } from './importFile.ts';

const doings = {
  export: { label: 'Export everything' },
  import: { label: 'Import a file' },
  calendar: { label: 'In my calendar' },
  erase: { label: 'Erase everything' },
};
/** The answer to the question that comes first: no typed word alone writes or erases. */
const answers = {
  yes: { label: 'Do it now' },
  all: { label: 'All of it: none is a patient' },
};
const shown = { all: { label: 'All that was found in it' } };

export const myData = defineCommand({
  name: 'my-data',
  description: 'Export all, import a spreadsheet, erase everything, see what is kept',
  audience: 'everyone',
  options: z.strictObject({
    do: option.choice({ label: 'Do', description: 'Export, import, erase, or your calendar' }, doings).optional(),
    file: option
      .file({
        label: 'File',
        description: 'CSV, Excel, .vcf or .ics: people, interactions, interviews; or your notebook.json',
      })
      .optional(),
    kept: option.text({ label: 'Kept', description: 'The file that was looked at', hidden: true }, 64).optional(),
    answers: option.text({ label: 'Answers', description: 'What was said about it', hidden: true }, 4000).optional(),
    ask: option.text({ label: 'Ask', description: 'What is asked about it', hidden: true }, 300).optional(),
    as: option.text({ label: 'As', description: 'The answer to that', hidden: true }).optional(),
    show: option.choice({ label: 'Show', description: 'How much of it', hidden: true }, shown).optional(),
    address: option
      .choice({ label: 'Address', description: 'What to do with it', hidden: true }, addressDoings)
      .optional(),
    sure: option.choice({ label: 'Sure', description: 'The answer to the question', hidden: true }, answers).optional(),
  }),
  examples: ['', 'do:export', 'do:calendar'],
  form: { title: 'Import a file', submit: 'Show what would happen', fields: ['file'] },
  actions: {
    by: 'do',
    of: {
      export: {},
      import: {
        takes: ['file'],
        form: { title: 'Import a file', submit: 'Show what would happen', fields: ['file'], opensWithout: ['file'] },
      },
      calendar: { takes: ['address'] },
      erase: { takes: ['sure'] },
    },
    otherwise: { takes: ['file', 'kept', 'sure', 'answers', 'ask', 'as', 'show'] },
  },
  async run(options, context): Promise<Card> {
    switch (options.do) {
      case 'export':
        return exported(context);
      case 'calendar':
        return calendarCard(options.address, context);
      case 'erase':
        return options.sure ? erased(context) : eraseQuestion(context);
      case 'import':
        if (options.file) return previewFile(options.file, context);
        throw new UserError('There is nothing in that file. Choose a CSV, an Excel file, a .vcf or an .ics.', {
          file: 'This file is empty.',
        });
    }
    const { file, kept, sure } = options;
    if (kept && sure) return importKept({ ...options, kept }, context);
    if (kept) return previewKept({ ...options, kept }, context);
    if (file) return previewFile(file, context);
    return overview(context);
  },
});

async function overview({ notebook, account, site }: Context): Promise<Card> {
  const lines = countLines(await notebook.counts());
  return card('Your data', {
    answer: lines.length === 0 ? 'We keep only your settings.' : `Kept: ${lines.join(', ')}.`,
    blocks: [
      {
        type: 'text',
        text: `Names and notes are encrypted where they are stored. No other member and no organizer can see them. ${whoElse(account.platform, 'Whoever hosts this bot')} could obtain what is stored or sent by direct message. It stays until you erase it, which works right away, or until 12 months after your last visit, with a warning first.`,
      },
      ...buttons(
        { label: 'Export everything', call: call('my-data', { do: 'export' }) },
        { label: 'Import a file', call: formCall('my-data', { do: 'import' }) },
        { label: 'Who can see this', call: call('advice', { piece: 'who-can-see-this' }) },
        { label: 'Erase everything', call: call('my-data', { do: 'erase' }) },
      ),
      ...buttons({ label: 'In my calendar', call: call('my-data', { do: 'calendar' }) }, ...siteLinks(site)),
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

async function eraseQuestion({ notebook }: Context): Promise<Card> {
  const lines = countLines(await notebook.counts());
  return card('Erase everything?', {
    answer: `${lines.length === 0 ? 'Your settings' : capital(lines.join(', '))}: all of it goes right away, from every linked account, and can't be brought back.`,
    tone: 'careful',
    blocks: [
      {
        type: 'text',
        text: 'What waits to be sent to you goes too. The host’s daily backups may still hold it, encrypted, for up to 7 days. If you may want it again, export it first.',
      },
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
    answer: `${capital(count(total, 'row was', 'rows were'))} removed, and none is left.`,
    tone: 'good',
    blocks: [{ type: 'list', items: countLines(counts) }],
    footer: 'The next command would begin anew.',
  });
}
