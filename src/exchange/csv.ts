import Papa from 'papaparse';
import type { Columns, Sheet } from '../domain/entities/entity.ts';
import { entities } from '../domain/notebook.ts';
import { FORMULA } from './file/delimited.ts';
import type { NotebookData } from './notebookData.ts';

/** What a notebook's lists hold, in the order of their files. */
const kept = {
  people: entities.Contact,
  entries: entities.LogEntry,
  programs: entities.Program,
  interviews: entities.Interview,
  invitations: entities.Invitation,
  offers: entities.Offer,
  clues: entities.Clue,
  looseEnds: entities.LooseEnd,
  reminders: entities.Reminder,
} satisfies Record<keyof NotebookData, object>;

type Item = Readonly<Record<string, unknown>>;
type Parents = ReadonlyMap<unknown, { name: string; role?: string }>;

/** One file a kind; a cell that a spreadsheet would run as a formula is defused with a quote before it. */
export function csvFiles(data: NotebookData): Record<string, string> {
  const named = [...data.entries.map(({ contact }) => contact), ...data.people, ...data.programs];
  const parents = new Map(named.map(item => [item.id, item]));
  const files = Object.entries<{ columns: Columns; sheet?: Sheet<never> }>(kept).map(([list, { columns, sheet }]) => {
    const items: readonly Item[] = data[list as keyof NotebookData].map(item => ({ ...item }));
    const heads = Object.entries<string>(sheet?.heads ?? {});
    const rows = items.map(item =>
      Object.fromEntries(heads.map(([head, column]) => [head, cellOf(columns, item, column, parents)])),
    );
    return [`${sheet?.file}.csv`, Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })];
  });
  return Object.fromEntries(files);
}

/** A cell in the words that an import reads back. */
function cellOf(columns: Columns, item: Item, column: string, parents: Parents): string {
  if (column === 'contactId.role') return parents.get(item.contactId)?.role ?? '';
  const value = item[column];
  if (columns[column]?.parent) return parents.get(value)?.name ?? '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(columns[column]?.encrypted ? '; ' : ', ');
  if (value instanceof Temporal.PlainTime) return value.toString({ smallestUnit: 'minute' });
  if (value instanceof Temporal.Instant) return `${value.toZonedDateTimeISO(String(item.zone)).toPlainDateTime()}`;
  return value === null ? '' : String(value);
}
