import { optionToFile } from '../core/commands/givenFile.ts';
import { UserError } from '../core/ports/errors.ts';
import type { NotebookExport } from '../core/ports/notebook.ts';
import { entities } from '../domain/notebook.ts';
import { placeKey } from '../domain/people/places.ts';
import { own } from '../domain/words/own.ts';
import { readVcards } from './contacts/vcards.ts';
import { resolveDoubles, type Somebody } from './doubles.ts';
import { type EventRead, readCalendar } from './events/calendar.ts';
import { type Contents, contentsOf } from './file/contents.ts';
import { readNotebookJson } from './notebookJson.ts';
import type { Answers, Question } from './questions.ts';
import { pastOf, samplesOf } from './samples.ts';
import { noticedIn, type Piece, type Tables } from './screenRows.ts';
import { createIds, nothingRead, type Reading, type RowsRead } from './sheet/reading.ts';
import { createZones } from './sheet/zones.ts';
import { readTables, type TakenFor } from './tables.ts';

/** What a file holds, in the shape of an export, and what of it is left out, each with where it stands and why. */
export interface ImportRead {
  rows: NotebookExport;
  /** Rows that can't be read. */
  mistakes: string[];
  /** Rows that could point to a patient; what hangs on them is left out too. */
  held: string[];
  /** Rows that stay out until a question is answered. */
  waiting: string[];
  questions: Question[];
  /** What comes in otherwise than a cell says. */
  noted: string[];
  /** What each table was taken for, column by column. */
  taken: TakenFor[];
  /** A few rows as they will be stored. */
  samples: string[];
  /** Interviews that lie behind. */
  past: string[];
  /** The one event of a calendar file. */
  event?: EventRead;
}

export interface How {
  now: Temporal.Instant;
  zone: string;
  /** People who are kept already: colleagues, and no patients. */
  known: readonly Somebody[];
  /** The zones that are known of programs, by their names. */
  zones: Readonly<Record<string, string>>;
  /** What was answered about this file. */
  answers: Answers;
  /** Whoever imports it has said that it is about no patient. */
  confirmed?: boolean;
}

/**
 * Reads a file as an option holds it: a notebook.json, a table of people, interactions, programs or interviews in any
 * of the forms that they are saved in, contacts, or calendar events.
 * @throws UserError where it is none, naming what is expected
 */
export async function readImport(file: string, how: How): Promise<ImportRead> {
  const contents = await contentsOf(optionToFile(file));
  const { read, whole, taken, event } = readContents(contents, how);
  const isNotebook = contents.kind === 'notebook';
  const resolved = isNotebook
    ? { pieces: read.pieces, waiting: [], questions: [] }
    : resolveDoubles(read.pieces, how.known, how.answers);
  const { pieces } = resolved;
  if (!isNotebook) refuseOverfull(oncePerId(together(pieces)));
  const names = how.known.map(({ name }) => name);
  const noticed = how.confirmed ? [] : await noticedIn(pieces, names);
  const isHeld = (index: number) => (noticed[index] ?? []).length > 0;
  const kept = together(pieces.filter((_, index) => !isHeld(index)));
  const left = together(pieces.filter((_, index) => isHeld(index)));
  const tables = isNotebook ? without(left, kept) : oncePerId(kept);
  return {
    rows: { ...whole, tables },
    mistakes: read.mistakes,
    held: pieces.flatMap(({ where }, index) => (isHeld(index) ? [`${where}: ${noticed[index]?.join(', ')}`] : [])),
    waiting: [...read.waiting, ...resolved.waiting],
    questions: [...read.questions, ...resolved.questions],
    noted: read.noted,
    taken,
    samples: isNotebook ? [] : samplesOf(tables, how.zone),
    past: isNotebook ? [] : pastOf(tables, how.now, how.zone),
    ...(event && { event }),
  };
}

/** Said before the rest is looked through, which takes longest. @throws UserError where no notebook has the room */
function refuseOverfull(tables: Tables): void {
  for (const [table, rows] of Object.entries(tables)) {
    const { limit, many } = own(entities, table) ?? {};
    if (limit !== undefined && rows.length > limit)
      throw new UserError(
        `That file has ${rows.length.toLocaleString('en-US')} ${many}, and a notebook has room for ${limit.toLocaleString('en-US')}. Keep those that matter now, and send that.`,
      );
  }
}

interface Read {
  read: RowsRead;
  whole: Omit<NotebookExport, 'tables'>;
  taken: TakenFor[];
  event?: EventRead | undefined;
}

function readContents(contents: Contents, { now, zone, zones, answers }: How): Read {
  const ofProgram = new Map(Object.entries(zones).map(([name, known]) => [placeKey(name), known]));
  const zoneOf = (program: string) => ofProgram.get(placeKey(program));
  const clock = { now, zone, zones: createZones(answers) };
  const reading: Reading = { clock, answers, ids: createIds(), zoneOf };
  const whole = { version: 1, exportedAt: now.toString(), profile: {} } as const;
  switch (contents.kind) {
    case 'notebook': {
      const { pieces, ...notebook } = readNotebookJson(contents.text);
      return { read: { ...nothingRead(), pieces }, whole: notebook, taken: [] };
    }
    case 'contacts': {
      const read = readVcards(contents.text, reading);
      return { read, whole, taken: [{ rows: 'people', columns: [], leftOut: read.leftOut, above: [] }] };
    }
    case 'calendar': {
      const { event, ...read } = readCalendar(contents.text, reading);
      return { read, whole, taken: [{ rows: 'interviews', columns: [], leftOut: read.leftOut, above: [] }], event };
    }
    default: {
      const { read, taken } = readTables(contents, reading);
      return { read: { ...read, questions: [...read.questions, ...clock.zones.questions] }, taken, whole };
    }
  }
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
