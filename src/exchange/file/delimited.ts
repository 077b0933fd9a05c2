import Papa from 'papaparse';
import { UserError } from '../../core/ports/errors.ts';
import { isFilled, refuseTooMany, refuseTooWide, type Table } from './table.ts';

/** A cell that a spreadsheet would run; those with quotes before it too, so that one quote can always be taken off. */
export const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

const DELIMITERS = [',', ';', '\t', '|'];
/** Heads stand among the first lines, below what a program or a person wrote above them. */
export const HEAD_WITHIN = 40;
const SAMPLE_LETTERS = 50_000;

/** `sep=;` in the first line: Excel's own word on what parts the cells. */
const SEP = /^\s*"?sep=([,;|\t])"?[ \t,;]*(?:\r\n|[\r\n]|$)/i;

/**
 * Reads a table saved as text: whatever parts its cells, the quotes that defuse taken off.
 * @param likeness how much the first lines look like a table of ours, parted so
 * @throws UserError where a quote is never closed, with its line
 */
export function readDelimited(text: string, likeness: (rows: readonly (readonly string[])[]) => number): Table {
  const [head = '', sep] = SEP.exec(text.slice(0, 20)) ?? [];
  const body = text.slice(head.length);
  const delimiter = sep ?? delimiterOf(body, likeness);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter });
  const first = 1 + linesIn(head);
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw brokenQuote(body, broken.index ?? 0, first);
  let line = first;
  const rows = data
    .map(row => {
      const begins = line;
      line += 1 + row.reduce((sum, cell) => sum + linesIn(cell), 0);
      return { line: begins, cells: row.map(readCell) };
    })
    .filter(isFilled);
  refuseTooMany(rows.length);
  refuseTooWide(Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex(cell => cell !== '') + 1)));
  return { isWorkbook: false, rows };
}

const linesIn = (text: string): number => text.match(/\r\n|[\r\n]/g)?.length ?? 0;

function brokenQuote(text: string, index: number, first: number): UserError {
  const line = first + linesIn(text.slice(0, index));
  return new UserError(
    `Line ${line} has a quote (") that is not closed, so I can’t tell where its cells end. Fix that line, or save the file as CSV once more.`,
  );
}

function readCell(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** The sign that makes the most of the first lines: notes have commas and semicolons of their own. */
function delimiterOf(text: string, likeness: (rows: readonly (readonly string[])[]) => number): string {
  const sample = text.slice(0, SAMPLE_LETTERS);
  const fits = DELIMITERS.map(delimiter => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: HEAD_WITHIN });
    return { delimiter, likeness: likeness(data), width: Math.max(0, ...data.map(row => row.length)) };
  });
  const [best] = fits.toSorted((one, other) => other.likeness - one.likeness || other.width - one.width);
  return best?.delimiter ?? ',';
}
