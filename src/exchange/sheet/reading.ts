import { clip } from '../../core/cards/clip.ts';
import { normalizeName } from '../../domain/people/names.ts';
import { type Cell, type TableRow, textOf } from '../file/table.ts';
import type { Answers, Question } from '../questions.ts';
import type { Piece } from '../screenRows.ts';
import type { UnderstoodDays } from './days.ts';
import type { DayOrder, Meaning } from './heads.ts';
import type { LeftOut, Shape } from './shape.ts';
import type { Clock } from './words.ts';

/** What a file is read against. */
export interface Reading {
  clock: Clock;
  answers: Answers;
  ids: Ids;
  /** The zone that is known of a program. */
  zoneOf(program: string): string | undefined;
}

/** What was made of the rows of a table, or of the entries of another file. */
export interface RowsRead {
  pieces: Piece[];
  /** What does not come in, each with where it stands and why. */
  mistakes: string[];
  /** What waits for the answer to a question, likewise. */
  waiting: string[];
  /** What comes in otherwise than a cell says. */
  noted: string[];
  questions: Question[];
  /** Columns that turned out to hold nothing of what their heads say. */
  leftOut: LeftOut[];
  /** How its days in figures are read, and whether the days prove it. */
  days?: { order: DayOrder; isProven: boolean } | undefined;
}

export const nothingRead = (): RowsRead => ({
  ...{ pieces: [], mistakes: [], waiting: [], noted: [], questions: [], leftOut: [] },
});

/** The ids that things have within one file. */
export type Ids = ReturnType<typeof createIds>;

export function createIds() {
  const ids = new Map<string, string>();
  const idOf = (kind: string, key: string): string => {
    const known = ids.get(`${kind} ${key}`) ?? `${kind}:${ids.size}`;
    ids.set(`${kind} ${key}`, known);
    return known;
  };
  return {
    program: (name: string) => idOf('program', normalizeName(name)),
    /** Somebody as one row has them: two of a name may be two people. `place`: where they work, if the row says it. */
    person: (name: string, role: string, place: string | null = null) =>
      idOf('who', [normalizeName(name), role, normalizeName(place ?? '')].join('\n')),
    other: (kind: string, where: string) => idOf(kind, where),
  };
}

/** The cells of a row by what they hold. */
export interface RowCells {
  where: string;
  cell(meaning: Meaning): Cell;
  text(meaning: Meaning): string;
}

export const rowCells = ({ columns, sheet }: Shape, { line, cells }: TableRow): RowCells => {
  const cell = (meaning: Meaning): Cell => cells[columns[meaning]?.index ?? -1] ?? '';
  return {
    where: sheet === undefined ? `Line ${line}` : `${clip(sheet, 30)}, row ${line}`,
    cell,
    text: meaning => textOf(cell(meaning)),
  };
};

/** As much as a form takes. */
const LONGEST: Partial<Record<Meaning, number>> = {
  ...{
    name: 80,
    first: 80,
    last: 80,
    program: 80,
    subject: 200,
    minutes: 40,
    place: 80,
    specialty: 60,
    sentence: 1000,
    knownAt: 500,
    trainedAt: 500,
    letter: 100,
    role: 100,
  },
  ...{ they: 100, about: 200, worry: 100, day: 100, time: 100, zone: 100, director: 100, coordinator: 100, chief: 100 },
};

/** What is longer in a row than a form would take, in a few words. */
export function tooLong({ text }: RowCells): string | undefined {
  for (const [meaning, most] of Object.entries(LONGEST)) {
    const said = text(meaning as Meaning);
    if (said.length > most) return `"${clip(said, 30)}" has more than ${most.toLocaleString('en-US')} characters`;
  }
  return undefined;
}

export const daysAs = (column: UnderstoodDays | undefined): RowsRead['days'] =>
  column?.order && { order: column.order, isProven: column.isProven };
