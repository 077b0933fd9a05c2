import { z } from 'zod';
import { cleanText } from '../core/cards/cleanText.ts';
import { UserError } from '../core/ports/errors.ts';
import type { NotebookExport } from '../core/ports/notebook.ts';
import { entities, underTodaysNames } from '../domain/notebook.ts';
import { normalizeName } from '../domain/people/names.ts';
import { own } from '../domain/words/own.ts';
import { capital } from '../domain/words/sentences.ts';
import { readCsv } from './readCsv.ts';
import { noticedIn, type Piece, type Tables } from './screenRows.ts';
import { columnOf, type Reading, sheetKinds, tooLong } from './sheetKinds.ts';

/** What a file holds, in the shape of an export, and what of it is left out, each with where it stands and why. */
export interface ImportRead {
  rows: NotebookExport;
  /** Rows that can't be read. */
  mistakes: string[];
  /** Rows that could point to a patient; what hangs on them is left out too. */
  held: string[];
}

export interface How extends Omit<Reading, 'idOf'> {
  /** Names of people who are kept already: colleagues, and no patients. */
  known: readonly string[];
  /** Whoever imports it has said that it is about no patient. */
  confirmed?: boolean;
}

/**
 * Reads a `notebook.json`, or a spreadsheet of people, interactions, programs or interviews saved as CSV.
 * @throws UserError where the file is neither, naming what is expected
 */
export async function readImport(file: string, how: How): Promise<ImportRead> {
  const text = file.replace(/^\uFEFF/, '').trimStart();
  const isJson = text.startsWith('{');
  const { whole, pieces, mistakes } = isJson ? readJson(text) : readSheet(file, how);
  const noticed = how.confirmed ? [] : await noticedIn(pieces, how.known);
  const isHeld = (index: number) => (noticed[index] ?? []).length > 0;
  const tables = together(pieces.filter((_, index) => !isHeld(index)));
  const left = together(pieces.filter((_, index) => isHeld(index)));
  return {
    rows: { ...whole, tables: isJson ? without(left, tables) : oncePerId(tables) },
    mistakes,
    held: pieces.flatMap(({ where }, index) => (isHeld(index) ? [`${where}: ${noticed[index]?.join(', ')}`] : [])),
  };
}

interface Read {
  whole: Omit<NotebookExport, 'tables'>;
  pieces: Piece[];
  mistakes: string[];
}

const exported = z.object({
  version: z.literal(1),
  exportedAt: z.string(),
  profile: z.record(z.string(), z.unknown()).default({}),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/** An escape in JSON can be any character: the file's own text was freed of them before. */
const cleaned = (_: string, value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value);

function readJson(text: string): Read {
  let notebook: NotebookExport;
  try {
    notebook = exported.parse(JSON.parse(text, cleaned));
  } catch {
    throw new UserError('That JSON is not a notebook of Backchannel. Take the notebook.json out of an export.');
  }
  const { tables: written, ...whole } = notebook;
  const tables = underTodaysNames(written);
  refuseTooMany(Object.values(tables).reduce((sum, rows) => sum + rows.length, 0));
  const pieces = Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row, index) => ({
      where: `${capital(own(entities, table)?.many ?? table)}, row ${index + 1}`,
      tables: { [table]: [row] },
    })),
  );
  return { whole, pieces, mistakes: [] };
}

/** Above what a notebook has room for, so that nothing is worked on in vain. */
const MOST_ROWS = 10_000;

function refuseTooMany(rows: number): void {
  if (rows > MOST_ROWS)
    throw new UserError(
      `That file has ${rows.toLocaleString('en-US')} rows, and I read ${MOST_ROWS.toLocaleString('en-US')} at most. Split it in parts.`,
    );
}

function readSheet(csv: string, { now, zone }: How): Read {
  const { columns, rows } = readCsv(csv);
  refuseTooMany(rows.length);
  const kind = sheetKinds.find(({ needs }) => needs.every(meaning => columnOf(columns, meaning)));
  if (!kind)
    throw new UserError(
      'I can read a notebook.json, or a CSV with a first row of heads: "name" for people; "who", "they" and "day" for interactions; "name" and "specialty" for programs; "program", "day" and "time" for interviews.',
    );
  const ids = new Map<string, string>();
  const idOf = (what: string, name: string): string => {
    const key = `${what} ${normalizeName(name)}`;
    if (!ids.has(key)) ids.set(key, `${what}:${ids.size}`);
    return ids.get(key) ?? '';
  };
  const pieces: Piece[] = [];
  const mistakes: string[] = [];
  for (const { line, cells } of rows) {
    const cell = (meaning: string) => cells[columnOf(columns, meaning) ?? ''] ?? '';
    const read = tooLong(cell) ?? kind.read(cell, `line:${line}`, { now, zone, idOf });
    if (typeof read === 'string') mistakes.push(`Line ${line}: ${read}`);
    else pieces.push({ where: `Line ${line}`, tables: read });
  }
  return { whole: { version: 1, exportedAt: now.toString(), profile: {} }, pieces, mistakes };
}

function together(pieces: readonly Piece[]): Tables {
  const parts = pieces.flatMap(({ tables }) => Object.entries(tables));
  const byTable = [...Map.groupBy(parts, ([table]) => table)];
  return Object.fromEntries(byTable.map(([table, found]) => [table, found.flatMap(([, rows]) => rows)]));
}

/** A spreadsheet names a person in many lines; the first one says who they are. */
const oncePerId = (tables: Tables): Tables =>
  mapTables(tables, rows => [...new Map(rows.toReversed().map(row => [row.id, row])).values()].toReversed());

/** The rows that hang on none of those that are left out. */
function without({ Contact = [], Program = [] }: Tables, tables: Tables): Tables {
  const [people, programs] = [Contact, Program].map(rows => new Set(rows.map(({ id }) => id)));
  return mapTables(tables, rows =>
    rows.filter(({ contactId, programId }) => !people?.has(contactId) && !programs?.has(programId)),
  );
}

const mapTables = (tables: Tables, change: (rows: Tables[string]) => Tables[string]): Tables =>
  Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, change(rows)]));
