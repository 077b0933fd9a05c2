import { z } from 'zod';
import { readDay } from '../core/dates.ts';
import { UserError } from '../core/errors.ts';
import type { NotebookExport } from '../core/store.ts';
import { readZone } from '../core/zones.ts';
import { interviewKinds, keysOf, roles, stances } from '../domain/vocabulary.ts';
import { readCsv, type Sheet } from './csv.ts';

/** What a file holds, in the shape of an export, and the rows that can't be read, each with its line. */
export interface ImportRead {
  rows: NotebookExport;
  mistakes: string[];
}

interface Reading {
  now: Temporal.Instant;
  zone: string;
}
type Tables = NotebookExport['tables'];

const exported = z.object({
  version: z.literal(1),
  exportedAt: z.string(),
  profile: z.record(z.string(), z.unknown()).default({}),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/**
 * Reads a `notebook.json`, or a spreadsheet of people, interactions or interviews saved as CSV.
 * @throws UserError where the file is neither, naming what is expected
 */
export function readImport(file: string, reading: Reading): ImportRead {
  if (file.trimStart().startsWith('{')) return { rows: readJson(file), mistakes: [] };
  const sheet = readCsv(file);
  const kind = kinds.find(({ needs }) => needs.every(column => findColumn(sheet, column)));
  if (!kind)
    throw new UserError(
      'I can read a notebook.json, or a CSV with a first row of heads: "name" for people; "who", "they" and "day" for interactions; "program", "day" and "time" for interviews.',
    );
  const mistakes: string[] = [];
  const tables: Tables = {};
  for (const { line, cells } of sheet.rows) {
    const row = (column: string) => cells[findColumn(sheet, column) ?? ''] ?? '';
    const problem = kind.read(row, `row:${line}`, tables, reading);
    if (problem) mistakes.push(`Line ${line}: ${problem}`);
  }
  return { rows: { version: 1, exportedAt: reading.now.toString(), profile: {}, tables }, mistakes };
}

function readJson(file: string): NotebookExport {
  try {
    return exported.parse(JSON.parse(file));
  } catch {
    throw new UserError('That JSON is not a notebook of Backchannel. Take the notebook.json out of an export.');
  }
}

/** Heads that mean the same, in any case. */
const HEADS: Record<string, string[]> = {
  who: ['who', 'person', 'name', 'contact'],
  name: ['name', 'who', 'person', 'contact'],
  they: ['they', 'what they would say', 'tone', 'stance'],
  day: ['day', 'date', 'when'],
  role: ['role', 'title', 'position'],
  place: ['place', 'where', 'hospital', 'institution'],
  sentence: ['sentence', 'note', 'notes', 'comment'],
  program: ['program', 'programme'],
  time: ['time', 'start', 'hour'],
  zone: ['zone', 'time zone', 'timezone'],
  kind: ['kind', 'type'],
};
const findColumn = ({ columns }: Sheet, meaning: string): string | undefined =>
  (HEADS[meaning] ?? [meaning]).find(head => columns.includes(head));

interface SheetKind {
  needs: string[];
  /** Adds the row to the tables, or says in a few words what is wrong with it. */
  read(cell: (column: string) => string, id: string, tables: Tables, reading: Reading): string | undefined;
}

const kinds: SheetKind[] = [
  {
    needs: ['who', 'they', 'day'],
    read(cell, id, tables, { now, zone }) {
      const [who, they, day] = [cell('who'), choiceOf(stances, cell('they')), readDay(cell('day'), now, zone)];
      if (!who) return 'nobody is named';
      if (!they) return `"${cell('they')}" is none of: ${keysOf(stances).join(', ')}`;
      if (!day) return `"${cell('day')}" is no day`;
      add(tables, 'Contact', {
        id: `${id}:who`,
        name: who,
        role: choiceOf(roles, cell('role')) ?? 'other',
        place: cell('place') || null,
        knownAt: [],
      });
      add(tables, 'LogEntry', {
        id,
        contactId: `${id}:who`,
        stance: they,
        worry: null,
        sentence: cell('sentence') || null,
        place: cell('place') || null,
        day: day.toString(),
        loggedAt: now.toString({ smallestUnit: 'millisecond' }),
      });
    },
  },
  {
    needs: ['program', 'day', 'time'],
    read(cell, id, tables, { now, zone }) {
      const [program, day] = [cell('program'), readDay(cell('day'), now, zone)];
      const time = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(cell('time'));
      const place = cell('zone') ? readZone(cell('zone')) : zone;
      if (!program) return 'no program is named';
      if (!day) return `"${cell('day')}" is no day`;
      if (!time) return `"${cell('time')}" is no time such as 14:30`;
      if (!place) return `"${cell('zone')}" is no time zone`;
      add(tables, 'Program', { id: `${id}:program`, name: program });
      add(tables, 'Interview', {
        id,
        programId: `${id}:program`,
        kind: choiceOf(interviewKinds, cell('kind')) ?? 'interview',
        day: day.toString(),
        time: `${time[1]?.padStart(2, '0')}:${time[2]}:00`,
        zone: place,
        followUpSentOn: null,
      });
    },
  },
  {
    needs: ['name'],
    read(cell, id, tables) {
      if (!cell('name')) return 'nobody is named';
      add(tables, 'Contact', {
        id,
        name: cell('name'),
        role: choiceOf(roles, cell('role')) ?? 'other',
        place: cell('place') || null,
        knownAt: [],
      });
    },
  },
];

function add(tables: Tables, table: string, row: Record<string, unknown>): void {
  tables[table] = [...(tables[table] ?? []), row];
}

/** A key of a list by itself or by its label. */
function choiceOf<List extends Record<string, { label: string }>>(
  list: List,
  given: string,
): (keyof List & string) | undefined {
  const wanted = given.trim().toLowerCase();
  return keysOf(list).find(key => key === wanted || list[key]?.label.toLowerCase() === wanted);
}
