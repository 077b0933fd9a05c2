import { bold } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card, card, section } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { type Call, call, formCall, selectCall } from '../../core/commands/call.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';
import { capital, count, list } from '../../domain/words/sentences.ts';
import type { EventRead } from '../../exchange/events/calendar.ts';
import type { ImportRead } from '../../exchange/import.ts';
import { answersFromText, answersToText, type Question } from '../../exchange/questions.ts';
import type { TakenFor } from '../../exchange/tables.ts';

/** What an import would do, and the file that it would do it with. */
export interface Preview {
  read: ImportRead;
  /** What would be added, counted in words. */
  would: readonly string[];
  /** Rows that are in the notebook already. */
  known: number;
  kept: string;
  /** What was answered so far, as text. */
  answers: string;
}

/** More would hide the buttons below; all of it is one tap away. */
const [MOST_ROWS, MOST_COLUMNS] = [5, 12];
const say = (...counted: Parameters<typeof count>): string => capital(count(...counted));

/** What would come in, what is asked, and what stays out: short, with all of it a tap away. */
export function previewCard({ read, would, known, kept, answers }: Preview): Card {
  const { mistakes, held, waiting, questions, samples, past, noted } = read;
  const isWhole = mistakes.length + held.length + waiting.length === 0;
  const [question] = questions;
  const columns = read.taken.flatMap(taken => columnLines(taken));
  const isLong =
    Math.max(mistakes.length, held.length, waiting.length, noted.length, past.length) > MOST_ROWS ||
    columns.length > MOST_COLUMNS;
  return card('Before anything is saved', {
    answer: answerOf(would, isWhole),
    tone: isWhole ? 'neutral' : 'careful',
    blocks: [
      ...(question ? questionBlocks(question, questions.length, { kept, answers }) : []),
      ...section('As it would be stored', samples),
      ...section('What I took each column for', columns.slice(0, MOST_COLUMNS)),
      ...rowsBlock(`${say(mistakes.length, 'row doesn’t', 'rows don’t')} come in as it is`, mistakes),
      ...rowsBlock(`${say(waiting.length, 'row waits', 'rows wait')} for your answer`, waiting),
      ...rowsBlock(
        `${say(held.length, 'row', 'rows')} could point to a patient, and would stay out with what depends on it`,
        held,
      ),
      ...rowsBlock('Read otherwise than it stands there', noted),
      ...rowsBlock(`${say(past.length, 'interview lies', 'interviews lie')} in the past`, past),
      ...knownBlock(known),
      ...buttons(
        would.length > 0 && { label: isWhole ? 'Import it' : 'Import the rest', call: now('yes', { kept, answers }) },
        held.length > 0 && { label: 'None is a patient', call: now('all', { kept, answers }) },
        isLong && { label: 'Show all of it', call: call('my-data', { kept, answers, show: 'all' }) },
        { label: 'Not now', call: call('my-data') },
      ),
      ...buttons(...otherWays(read, { kept, answers })),
    ],
    footer: 'An import can be undone for ten minutes.',
  });
}

/** All that was found in a file, page by page. */
export function detailsCard({ read, would, kept, answers }: Preview): Card {
  const { mistakes, held, waiting, noted, past } = read;
  return card('All of that file', {
    answer: answerOf(would, mistakes.length + held.length + waiting.length === 0),
    blocks: [
      ...section('What I took each column for', read.taken.flatMap(columnLines)),
      ...section('Rows that don’t come in as they are', mistakes),
      ...section('Rows that wait for your answer', waiting),
      ...section('Rows that could point to a patient', held),
      ...section('Read otherwise than it stands there', noted),
      ...section('Interviews in the past', past),
      ...buttons(
        { label: 'Back to the import', call: call('my-data', { kept, answers }) },
        { label: 'Not now', call: call('my-data') },
      ),
    ],
  });
}

/** One event of a calendar: saved at a tap, or changed in its form first. */
export function eventCard({ read, would, known, kept, answers }: Preview, event: EventRead): Card {
  const { samples, mistakes, past } = read;
  const { program, kind, day, time, zone } = event;
  const form = formCall('programs', {
    do: 'interview',
    name: program || undefined,
    kind,
    when: day && [day, time?.slice(0, 5)].filter(Boolean).join(' '),
    zone,
  });
  if (mistakes.length > 0)
    return card('That needs a word from you', {
      answer: `${capital((mistakes[0] ?? '').replace(/^Line \d+: /, ''))}.`,
      tone: 'careful',
      blocks: buttons({ label: 'Fill it in', call: form }, { label: 'Not now', call: call('my-data') }),
      footer: 'Nothing was saved.',
    });
  return card(`${capital(interviewKinds[kind].label)}?`, {
    answer: `${samples[0] ?? ''}.`,
    tone: past.length > 0 ? 'careful' : 'neutral',
    blocks: [
      ...(past.length > 0 ? [{ type: 'text', text: 'That day lies in the past.' } as const] : []),
      ...leftOutBlock(read.taken),
      ...knownBlock(known),
      ...buttons(
        would.length > 0 && { label: 'Save it', call: now('yes', { kept, answers }) },
        { label: 'Change it first', call: form },
        { label: 'Not now', call: call('my-data') },
      ),
    ],
    footer: 'Nothing is saved yet.',
  });
}

type Of = Pick<Preview, 'kept' | 'answers'>;
const now = (sure: 'yes' | 'all', { kept, answers }: Of): Call => call('my-data', { sure, kept, answers });

const answerOf = (would: readonly string[], isWhole: boolean): string => {
  if (would.length > 0) return `Nothing is saved yet. This would be added: ${list(would, would.length)}.`;
  return isWhole ? 'There is nothing new in this file.' : 'Nothing of this file would be added.';
};

/** More answers than make a row of buttons are a menu. */
const MOST_BUTTONS = 3;

function questionBlocks({ key, ask, answers }: Question, asked: number, of: Of): Block[] {
  const more = asked > 1 ? ` (And ${count(asked - 1, 'more question', 'more questions')} after this.)` : '';
  const text: Block = { type: 'text', text: `${bold('First:')} ${ask}${more}` };
  if (answers.length > MOST_BUTTONS)
    return [
      text,
      {
        type: 'select',
        placeholder: 'Choose',
        call: selectCall('my-data', 'as', { ...of, ask: key }),
        choices: [...answers],
      },
    ];
  return [
    text,
    ...buttons(
      ...answers.map(({ value, label }) => ({ label, call: call('my-data', { ...of, ask: key, as: value }) })),
    ),
  ];
}

function rowsBlock(title: string, rows: readonly string[]): Block[] {
  if (rows.length === 0) return [];
  const more = rows.length > MOST_ROWS ? [`and ${rows.length - MOST_ROWS} more`] : [];
  return section(title, [...rows.slice(0, MOST_ROWS), ...more]);
}

const knownBlock = (known: number): Block[] =>
  known === 0 ? [] : [{ type: 'text', text: `${say(known, 'row is', 'rows are')} here already and would not change.` }];

/** A line for each column that is taken, then the others by why they are not. */
function columnLines({ sheet, columns, leftOut, above }: TakenFor): string[] {
  const before = sheet === undefined ? '' : `${clip(sheet, 30)}: `;
  const why = Map.groupBy(leftOut, one => one.why);
  return [
    ...columns.map(({ head, as }) => `${before}${clip(head, 40)}: ${as}`),
    ...[...why].map(
      ([reason, heads]) =>
        `${before}Left out, as ${reason}: ${list(
          heads.map(({ head }) => clip(head, 40)),
          6,
        )}`,
    ),
    ...(above.length > 0
      ? [`${before}Left out, as it stands above the heads: line ${list(above.map(String), 4)}`]
      : []),
  ];
}

const leftOutBlock = (taken: readonly TakenFor[]): Block[] => {
  const reasons = taken.flatMap(({ leftOut }) => leftOut.map(({ why }) => why));
  return reasons.length === 0
    ? []
    : [{ type: 'text', text: `Skipped: ${reasons.map(why => why.split(':')[0]).join('; ')}.` }];
};

/** Where only sense says in which order days are written, the other one is a tap away. */
function otherWays({ taken }: ImportRead, { kept, answers }: Of): Button[] {
  const other = taken.find(({ otherWay }) => otherWay)?.otherWay;
  if (!other) return [];
  const all = { ...answersFromText(answers), ...other };
  return [{ label: 'The days are the other way round', call: call('my-data', { kept, answers: answersToText(all) }) }];
}
