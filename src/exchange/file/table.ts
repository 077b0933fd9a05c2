import { UserError } from '../../core/ports/errors.ts';

/** A cell: text as it was typed, a number or a moment as a workbook has it. A moment before 1901 is an hour alone. */
export type Cell = string | number | Temporal.PlainDateTime;

export interface TableRow {
  /** The line of the file, or the row of the sheet, that it begins on. */
  line: number;
  cells: readonly Cell[];
}

/** Rows as a file has them, heads and all, those without anything left out. */
export interface Table {
  /** Of a sheet in a workbook of several. */
  name?: string;
  /** In which numbers may stand for days. */
  isWorkbook: boolean;
  rows: readonly TableRow[];
}

/** Above what a notebook has room for, so that nothing is worked on in vain. */
export const MOST_ROWS = 10_000;
/** More than any tracker has; Outlook's list of people has about 90. */
export const MOST_COLUMNS = 200;

/** A cell's text, its blanks drawn together. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : String(cell);

export const isFilled = ({ cells }: TableRow): boolean => cells.some(cell => cell !== '');

/** @throws UserError where there are more rows than are read */
export function refuseTooMany(rows: number): void {
  if (rows > MOST_ROWS)
    throw new UserError(
      `That file has ${rows.toLocaleString('en-US')} rows, and I read ${MOST_ROWS.toLocaleString('en-US')} at most. Split it in parts.`,
    );
}

/** @throws UserError where there are more columns than are read */
export function refuseTooWide(columns: number): void {
  if (columns > MOST_COLUMNS)
    throw new UserError(
      `That table has ${columns.toLocaleString('en-US')} columns, which no list of people has. Keep the ones you need.`,
    );
}
