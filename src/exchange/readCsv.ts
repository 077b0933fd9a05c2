import Papa from 'papaparse';
import { UserError } from '../core/ports/errors.ts';

/** A cell that a spreadsheet would run; those with quotes before it too, so that one quote can always be taken off. */
export const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** More than any tracker has. */
const MOST_COLUMNS = 200;

export interface Sheet {
  /** The heads, in small letters. */
  columns: string[];
  rows: SheetRow[];
}
interface SheetRow {
  /** The line of the file that the row begins on; the heads are on the first. */
  line: number;
  cells: Record<string, string>;
}

/** Reads a spreadsheet saved as CSV: heads in any case, comma, semicolon or tab, the quotes that defuse taken off. */
export function readCsv(csv: string): Sheet {
  const text = csv.replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  let line = 1;
  const lines = data.map(row => {
    const begins = line;
    line += 1 + row.join('').split(/\r\n|[\r\n]/).length - 1;
    return { line: begins, cells: row.map(readCell) };
  });
  const [head, ...rows] = lines.filter(({ cells }) => cells.some(cell => cell !== ''));
  const columns = (head?.cells ?? []).map(cell => cell.toLowerCase());
  if (columns.length > MOST_COLUMNS)
    throw new UserError(
      `That table has ${columns.length.toLocaleString('en-US')} columns, which no list of people has.`,
    );
  return {
    columns,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
    })),
  };
}

function readCell(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** The sign that parts the heads: notes have commas and semicolons of their own, heads have not. */
function delimiterOf(text: string): string {
  const [heads = ''] = text.trimStart().split(/[\r\n]/, 1);
  const count = (sign: string) => heads.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
