import { clip } from '../../core/cards/clip.ts';
import { HEAD_WITHIN } from '../file/delimited.ts';
import { type Cell, MOST_COLUMNS, type Table, type TableRow, textOf } from '../file/table.ts';
import { type Head, isHead, type Meaning, readHead } from './heads.ts';

/** What the rows of a table are. */
export type RowKind = 'people' | 'interactions' | 'programs';

export interface Column extends Head {
  index: number;
  /** As the file has it. */
  head: string;
}

/** A column that is not taken, and why, in a few words. */
export interface LeftOut {
  head: string;
  why: string;
}

export interface Shape {
  kind: RowKind;
  /** The name of its sheet, in a workbook of several. */
  sheet: string | undefined;
  isWorkbook: boolean;
  /** The columns that are taken, each for what it holds. */
  columns: Partial<Record<Meaning, Column>>;
  leftOut: LeftOut[];
  /** What stands above the heads. */
  above: readonly TableRow[];
  rows: readonly TableRow[];
  /** Rows of a text table with cells that no head stands above: where their cells end is not sure. */
  ragged: readonly TableRow[];
}

const NAMES = ['name', 'first', 'middle', 'last', 'prefix', 'suffix'] as const;
const TAKES: Readonly<Record<RowKind, readonly Meaning[]>> = {
  people: [...NAMES, 'role', 'place', 'knownAt', 'trainedAt', 'letter'],
  interactions: [...NAMES, 'role', 'place', 'they', 'day', 'sentence', 'about', 'worry'],
  programs: [
    ...(['program', 'subject', 'specialty', 'market', 'school', 'rotated', 'thankYou', 'day', 'time', 'zone'] as const),
    ...(['minutes', 'kind', 'status', 'invited', 'replyBy', 'director', 'coordinator', 'chief', 'sentence'] as const),
    ...(['applied', 'signal', 'wish', 'mood', 'redFlag', 'knewName', 'debrief'] as const),
  ],
};
/** What says that a name is a program's. */
const OF_PROGRAMS: readonly Meaning[] = [
  ...(['specialty', 'market', 'school', 'rotated', 'thankYou', 'status', 'invited', 'replyBy'] as const),
  ...(['director', 'coordinator', 'time', 'zone'] as const),
];

/** How much rows look like a table of ours: so many heads of its best line are known. */
export const fitOf = (rows: readonly (readonly string[])[]): number =>
  Math.max(0, ...rows.slice(0, HEAD_WITHIN).map(cells => cells.slice(0, MOST_COLUMNS).filter(isHead).length));

/** The heads of a table and what its rows are; undefined where they are nothing that is kept. */
export function shapeOf({ name: sheet, isWorkbook, rows }: Table): Shape | undefined {
  for (const [index, { cells }] of rows.slice(0, HEAD_WITHIN).entries()) {
    const heads = headsOf(cells);
    const kind = kindOf(meaningsOf(heads));
    if (!kind) continue;
    const below = rows.slice(index + 1);
    const isRagged = ({ cells: given }: TableRow) => !isWorkbook && widthOf(given) > heads.length;
    const [ragged, whole] = [below.filter(isRagged), below.filter(row => !isRagged(row))];
    const wide = isWorkbook ? padded(heads, below) : heads;
    return { kind, sheet, isWorkbook, ...taken(kind, wide, whole), above: rows.slice(0, index), rows: whole, ragged };
  }
  return undefined;
}

const headsOf = (cells: readonly Cell[]): Column[] =>
  cells.map((cell, index) => {
    const head = textOf(cell);
    return { index, head, ...(typeof cell === 'string' && head !== '' ? readHead(head) : {}) };
  });

const widthOf = (cells: readonly Cell[]): number => cells.findLastIndex(cell => cell !== '') + 1;

/** The heads with empty ones for columns that go on behind the last. */
const padded = (heads: readonly Column[], rows: readonly TableRow[]): Column[] =>
  Array.from(
    { length: Math.max(heads.length, ...rows.map(({ cells }) => widthOf(cells))) },
    (_, index) => heads[index] ?? { index, head: '' },
  );

const meaningsOf = (heads: readonly Head[]): Set<Meaning> => new Set(heads.flatMap(({ meaning }) => meaning ?? []));

function kindOf(has: ReadonlySet<Meaning>): RowKind | undefined {
  const any = (...meanings: readonly Meaning[]) => meanings.some(meaning => has.has(meaning));
  const isPerson = any('who', 'first', 'last');
  if (has.has('they') && (isPerson || has.has('name')) && has.has('day')) return 'interactions';
  // Who to write to at a program, beside what else is said of it, makes no list of people.
  if (has.has('program') && any(...OF_PROGRAMS) && !any('first', 'last', 'role')) return 'programs';
  if (isPerson || (has.has('name') && any('role', 'knownAt', 'trainedAt', 'letter'))) return 'people';
  if (has.has('program') || (has.has('name') && any(...OF_PROGRAMS))) return 'programs';
  if (has.has('subject') && has.has('day')) return 'programs';
  if (has.has('name')) return 'people';
  return has.has('place') && any('day', ...OF_PROGRAMS) && !any('role', 'they') ? 'programs' : undefined;
}

/** Which columns are taken, and why the others are not: one word for each of them. */
function taken(kind: RowKind, heads: readonly Column[], rows: readonly TableRow[]): Pick<Shape, 'columns' | 'leftOut'> {
  const columns: Shape['columns'] = {};
  const leftOut: LeftOut[] = [];
  const filled = heads.map(({ index }) => rows.some(({ cells }) => (cells[index] ?? '') !== ''));
  const known = heads.map(head => ({ ...head, ...meant(kind, head, heads, rows) }));
  // The head that says the most goes first: "Interview date" before "Date", "Job title" before "Title".
  const order = known.toSorted((one, other) => wordsIn(other.head) - wordsIn(one.head) || one.index - other.index);
  for (const column of order) {
    const { head, index, meaning, nowhere } = column;
    const out = (why: string) => void (head !== '' && leftOut.push({ head, why }));
    if (!filled[index]) out(EMPTY);
    else if (head === '') leftOut.push({ head: `column ${index + 1}`, why: 'it has no head' });
    else if (nowhere) out(`I keep no ${nowhere}`);
    else if (!meaning) out(UNKNOWN);
    else if (!TAKES[kind].includes(meaning)) out(WHY_NOT[meaning] ?? `I keep nothing of the kind for ${kind}`);
    else if (columns[meaning]) out(`"${clip(columns[meaning].head, 40)}" says it already`);
    else columns[meaning] = column;
  }
  return { columns, leftOut };
}

const EMPTY = 'it is empty';
const UNKNOWN = 'I don’t know what it holds';
const WHY_NOT: Partial<Record<Meaning, string>> = {
  sentence: 'I keep notes of interactions and programs only',
  day: 'a day needs a column for what they would say',
  status: 'I keep no such status',
};

const wordsIn = (head: string): number => head.split(/\s+/).length;

/** What a head means in its table: a name may be a program's, a title a "Dr.". */
function meant(
  kind: RowKind,
  { meaning, index, role }: Column,
  heads: readonly Column[],
  rows: readonly TableRow[],
): Head {
  const has = (wanted: Meaning) => heads.some(other => other.meaning === wanted);
  if (kind === 'programs') {
    if (meaning === 'name') return { meaning: 'program' };
    if (meaning === 'place' && !has('program') && !has('name')) return { meaning: 'program' };
  } else {
    if (meaning === 'who') return { meaning: 'name', ...(role && { role }) };
    if (meaning === 'program' && !has('place')) return { meaning: 'place' };
    if (meaning === 'role' && isCourtesy(rows.map(({ cells }) => textOf(cells[index])))) return { meaning: 'prefix' };
  }
  return meaning ? { meaning } : {};
}

const COURTESY = /^(?:dr|doctor|prof|professor|mr|mrs|ms|miss|mx)\.?$/i;
const isCourtesy = (texts: readonly string[]): boolean => {
  const said = texts.filter(text => text !== '');
  return said.length > 0 && said.every(text => COURTESY.test(text));
};
