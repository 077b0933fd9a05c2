import { zipSync } from 'fflate';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { cleanText } from '../../core/cards/cleanText.ts';
import { UserError } from '../../core/ports/errors.ts';
import { type Cell, isFilled, MOST_ROWS, refuseTooMany, refuseTooWide, type Table } from './table.ts';
import { unzipWithin } from './unzip.ts';

/** The parts that hold cells: no pictures, charts, themes or macros. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
const MOST_SHEETS = 30;
/** Room for the heads, and for what stands above them; a row beyond is one too many. */
const LAST_ROW = MOST_ROWS + 100;
/** One column more than is read: the 200th is GR. */
const LAST_COLUMN = 'GS';

export interface Workbook {
  tables: Table[];
  /** The names of sheets that are hidden, which are not read. */
  hidden: string[];
}

/** Reads the sheets of an Excel workbook. @throws UserError where it is too large, or cannot be read */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const parts = unzipWithin(bytes, name => PART.test(name));
  if (!parts) throw new UserError('That workbook unpacks to more than I read. Save the sheet that you need as CSV.');
  for (const [name, part] of Object.entries(parts)) if (name.includes('worksheets')) refuseBeyond(part);
  // What was measured is what is read, and nothing beside it.
  const { sheets } = await readXlsx(zipSync(parts, { level: 0 }), { range: `A1:${LAST_COLUMN}${LAST_ROW}` }).catch(
    () => {
      throw new UserError('I couldn’t read that workbook. Open it, save it as .xlsx or CSV once more, and send that.');
    },
  );
  if (sheets.length > MOST_SHEETS)
    throw new UserError(`That workbook has ${sheets.length} sheets, and I read ${MOST_SHEETS} at most.`);
  const [hidden, shown] = [sheets.filter(isHidden), sheets.filter(sheet => !isHidden(sheet))];
  const tables = shown.map(({ name, rows }) => ({
    ...(shown.length > 1 && { name: cleanText(name) }),
    isWorkbook: true,
    rows: rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellOf) })).filter(isFilled),
  }));
  for (const { rows } of tables) refuseTooWide(Math.max(0, ...rows.map(({ cells }) => widthOf(cells))));
  return { tables, hidden: hidden.map(({ name }) => cleanText(name)) };
}

const isHidden = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }): boolean =>
  hidden === true || veryHidden === true;

const widthOf = (cells: readonly Cell[]): number => cells.findLastIndex(cell => cell !== '') + 1;

const ROW = /<row\b[^>]*?\br="(\d{1,9})"/g;
const VALUE = /<v>|<is>|<is /;

/** Rows that lie further down than is read, if there is anything in them. @throws UserError */
function refuseBeyond(part: Uint8Array): void {
  const sheet = new TextDecoder().decode(part);
  for (const { 1: row = '', index } of sheet.matchAll(ROW))
    if (Number(row) > LAST_ROW) {
      if (VALUE.test(sheet.slice(index))) refuseTooMany(Number(row));
      return;
    }
}

function cellOf(value: CellValue): Cell {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return momentOf(value);
  const text = cleanText(value).trim();
  return ERRORS.has(text) ? '' : text;
}

/** Where a formula found nothing, nothing is said. */
const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!']);

/** A workbook's clock has no zone: what it shows comes as if it were UTC. */
const momentOf = (date: Date): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .round({ smallestUnit: 'minute', roundingMode: 'halfExpand' })
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
