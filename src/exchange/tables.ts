import { clip } from '../core/cards/clip.ts';
import { UserError } from '../core/ports/errors.ts';
import { entities } from '../domain/notebook.ts';
import { readDelimited } from './file/delimited.ts';
import { type Table, textOf } from './file/table.ts';
import type { Workbook } from './file/workbook.ts';
import type { Answers } from './questions.ts';
import { otherWay } from './sheet/days.ts';
import type { Meaning } from './sheet/heads.ts';
import { readInteractions } from './sheet/interactions.ts';
import { readPeople } from './sheet/people.ts';
import { readPrograms } from './sheet/programs.ts';
import { nothingRead, type Reading, type RowsRead } from './sheet/reading.ts';
import { fitOf, type LeftOut, type RowKind, type Shape, shapeOf } from './sheet/shape.ts';

/** What a table was taken for. */
export interface TakenFor {
  /** Its name, where there are several. */
  sheet?: string | undefined;
  /** What its rows are; left out where nothing of it is read. */
  rows?: RowKind | 'interviews';
  columns: { head: string; as: string }[];
  leftOut: LeftOut[];
  /** The lines above its heads. */
  above: number[];
  /** The answers with which its days are read the other way round, where nothing in them says which way is right. */
  otherWay?: Answers;
}

const readers: Record<RowKind, (shape: Shape, reading: Reading) => RowsRead> = {
  people: readPeople,
  interactions: readInteractions,
  programs: readPrograms,
};

const HEADS_WANTED =
  'I need a row of heads: "Name" for people; "Who", "They" and "Day" for interactions; "Program" for programs, with "Interview date" and "Time" for interviews.';

type Given = { kind: 'text table'; text: string } | ({ kind: 'workbook' } & Workbook);

/** Reads all tables of a file. @throws UserError where none of them has heads that are known */
export function readTables(given: Given, reading: Reading): { read: RowsRead; taken: TakenFor[] } {
  const tables = given.kind === 'workbook' ? given.tables : [readDelimited(given.text, fitOf)];
  const hidden = given.kind === 'workbook' ? given.hidden : [];
  for (const table of tables) refuseOwnList(table);
  const shaped = tables.map(table => ({ table, shape: shapeOf(table) }));
  if (shaped.every(({ shape }) => !shape)) throw unknownHeads(tables);
  const reads = shaped.map(({ table, shape }) => readTable(table, shape, reading));
  return {
    read: allOf(reads.map(({ read }) => read)),
    taken: [
      ...reads.map(({ taken }) => taken).filter(({ rows, leftOut }) => rows || leftOut.length > 0),
      ...hidden.map(sheet => ({ columns: [], above: [], leftOut: [{ head: `sheet ${sheet}`, why: 'it is hidden' }] })),
    ],
  };
}

const READ: readonly string[] = [entities.Contact, entities.LogEntry, entities.Program, entities.Interview].map(
  ({ name }) => name,
);

/** A list out of an export that only the notebook.json of it says whole. @throws UserError */
function refuseOwnList({ rows }: Table): void {
  const heads = (rows[0]?.cells ?? []).map(textOf).join();
  const own = Object.values(entities).find(({ sheet }) => sheet && Object.keys(sheet.heads).join() === heads);
  if (own && !READ.includes(own.name))
    throw new UserError(
      `That is the list of ${own.many} out of an export. Import the notebook.json beside it: it has them all.`,
    );
}

/** The heads that were found are said: one of them may only be called otherwise. */
function unknownHeads(tables: readonly Table[]): UserError {
  const [first] = tables.flatMap(({ rows }) => rows.slice(0, 1));
  const found = (first?.cells ?? []).map(textOf).filter(text => text !== '');
  const saw =
    found.length === 0
      ? ''
      : ` Its first row says ${clip(
          found
            .slice(0, 6)
            .map(head => `"${clip(head, 30)}"`)
            .join(', '),
          150,
        )}.`;
  return new UserError(`I couldn’t tell what that table holds.${saw} ${HEADS_WANTED}`);
}

function readTable(table: Table, shape: Shape | undefined, reading: Reading): { read: RowsRead; taken: TakenFor } {
  if (!shape) {
    const leftOut =
      table.rows.length === 0 ? [] : [{ head: `sheet ${table.name ?? ''}`, why: 'no heads in it are known' }];
    return { read: nothingRead(), taken: { columns: [], above: [], leftOut } };
  }
  const read = readers[shape.kind](shape, reading);
  for (const { line, cells } of shape.ragged)
    read.mistakes.push(
      `Line ${line}: it has more cells than there are heads (${cells.length}): a comma in it may need quotes`,
    );
  const out = new Set(read.leftOut.map(({ head }) => head));
  const { days } = read;
  const columns = Object.entries(shape.columns)
    .filter(([, column]) => !out.has(column.head))
    .toSorted(([, one], [, other]) => one.index - other.index)
    .map(([meaning, { head }]) => ({
      head,
      as: CALLED[meaning as Meaning] + (meaning === 'day' && days ? `, ${days.order}` : ''),
    }));
  return {
    read,
    taken: {
      sheet: shape.sheet,
      rows: shape.kind,
      columns,
      leftOut: [...shape.leftOut, ...read.leftOut],
      above: shape.above.map(({ line }) => line),
      ...(days && !days.isProven && { otherWay: otherWay(days.order) }),
    },
  };
}

/** What a column was taken for, in words. */
const CALLED: Readonly<Record<Meaning, string>> = {
  ...{ name: 'the name', who: 'who', first: 'the first name', middle: 'the middle name', last: 'the last name' },
  ...{ prefix: 'the title before the name', suffix: 'what stands behind the name', role: 'the role' },
  ...{
    place: 'where they work',
    knownAt: 'where they know someone',
    trainedAt: 'where they trained',
    letter: 'whether they write you a letter',
    they: 'what they would say',
  },
  ...{ sentence: 'the sentence', about: 'what it speaks of', worry: 'the worry', program: 'the program' },
  ...{ subject: 'the title of an event' },
  ...{ specialty: 'the specialty', market: 'in the Match or not', school: 'how they know your school' },
  ...{ rotated: 'whether you rotated there', thankYou: 'thank-you notes', day: 'the day', time: 'the hour' },
  ...{
    zone: 'the time zone',
    minutes: 'how long it takes',
    kind: 'the kind',
    status: 'what was invited, or called off',
    invited: 'the invitation',
  },
  ...{ applied: 'whether you applied', signal: 'your signal', wish: 'whether you would rank it' },
  ...{ mood: 'the residents’ mood', redFlag: 'a red flag', knewName: 'whether they knew your name' },
  ...{
    debrief: 'your debrief',
    replyBy: 'by when to answer',
    director: 'the program director',
    coordinator: 'the coordinator',
    chief: 'the chief',
  },
};

const allOf = (reads: readonly RowsRead[]): RowsRead => ({
  pieces: reads.flatMap(({ pieces }) => pieces),
  mistakes: reads.flatMap(({ mistakes }) => mistakes),
  waiting: reads.flatMap(({ waiting }) => waiting),
  noted: reads.flatMap(({ noted }) => noted),
  // The same may be asked of several sheets.
  questions: [
    ...new Map(reads.flatMap(({ questions }) => questions).map(question => [question.key, question])).values(),
  ],
  leftOut: [],
});
