import { z } from 'zod';
import { UserError } from '../../core/ports/errors.ts';
import type { NotebookExport } from '../../core/ports/notebook.ts';
import { newId } from '../../core/runtime/id.ts';
import { createYielding } from '../../core/runtime/yielding.ts';
import { instant } from '../../domain/entities/columns.ts';
import { type EntityName, entities, underTodaysNames } from '../../domain/notebook.ts';
import { isRule } from '../../domain/time/recurrence.ts';
import { readable } from '../entities/records.ts';
import { dateOf } from '../entities/rows.ts';
import { type Columns, entityNames, type Row, rowsOf, tables } from '../entities/tables.ts';
import type { RequestScope } from './idempotent.ts';

/** Rows of one table as they are to be written. */
export interface Added {
  table: EntityName;
  rows: Row[];
}

/**
 * What of a file is not there yet, with ids of its own, and how many of its rows are there already. People and
 * programs are the same by their name, other rows by what they say; twins in the file stay twins.
 * @throws UserError with the row's number where one cannot be read or hangs on a row that the file has not
 */
export async function planImport(
  scope: RequestScope,
  client: object,
  file: NotebookExport,
): Promise<{ added: Added[]; known: number }> {
  const given = underTodaysNames(file.tables);
  const stranger = Object.keys(given).find(table => !entityNames.some(name => name === table));
  if (stranger !== undefined) throw new UserError(`A notebook has no table "${stranger}".`);

  /** What each row of the file is called in the notebook. */
  const ids = new Map<string, string>();
  const added: Added[] = [];
  let known = 0;
  const breathe = createYielding();
  for (const table of entityNames) {
    const theirs = given[table] ?? [];
    if (theirs.length === 0) continue;
    const rows: Row[] = [];
    const there = await findThere(scope, client, table);
    for (const [index, row] of theirs.entries()) {
      await breathe();
      const read = readRow(table, index, () => toColumns(scope, table, row));
      const columns = { ...read, ...hung(table, index, read, ids) };
      const same = there.take(columns);
      const id = same ?? newId();
      ids.set(`${table} ${read.id}`, id);
      if (same) known++;
      else {
        rows.push({ ...columns, id, userId: scope.account.userId });
        there.put(columns, id);
      }
    }
    added.push({ table, rows });
  }
  return { added, known };
}

/** @throws UserError that names the row and what is wrong in it */
export function readRow<Result>(table: string, index: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const where = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : '';
    throw new UserError(`${table}, row ${index + 1}: ${where || 'something'} is missing or not as it should be.`);
  }
}

/** A row of the file as the columns of its table. */
function toColumns({ nameKey, now }: RequestScope, table: EntityName, row: Record<string, unknown>): Columns {
  const item = entities[table].toItem(row);
  if ('rule' in item && item.rule !== null && !isRule(item.rule))
    throw new z.ZodError([{ code: 'custom', path: ['rule'], message: 'no calendar holds it', input: undefined }]);
  const columns = entities[table].toColumns(item);
  const { unique, order } = tables[table];
  if (unique === 'nameKey') columns.nameKey = nameKey(String(columns.name));
  if (order === 'createdAt')
    columns.createdAt = row.createdAt ? z.encode(instant, instant.parse(row.createdAt)) : dateOf(now);
  return columns;
}

/** The columns that name another row, with that row's id in the notebook. */
function hung(table: EntityName, index: number, columns: Columns, ids: Map<string, string>): Columns {
  return Object.fromEntries(
    Object.entries(tables[table].parents).map(([column, parent]) => {
      const given = columns[column] ?? null;
      const id = given === null ? null : ids.get(`${parent} ${given}`);
      if (id === undefined) throw new UserError(`${table}, row ${index + 1}: there is no ${parent} "${given}".`);
      return [column, id];
    }),
  );
}

/** The rows that are there, to be found again by what makes them the same. */
async function findThere({ account }: RequestScope, client: object, table: EntityName) {
  const { unique, order } = tables[table];
  const { toItem, toColumns } = entities[table];
  /** A unique column is enough; otherwise all that a row says, but for when it was written down. */
  const sameness = (columns: Columns): string => {
    if (unique === 'userId') return account.userId;
    if (unique !== null) return String(columns[unique]);
    const { id: _, [order]: __, ...said } = toColumns(toItem({ ...columns, id: 'any' }));
    return JSON.stringify(said);
  };
  // What is there and cannot be read is the same as nothing that comes.
  const there = readable(await rowsOf(client, table).findMany({}), row => ({ id: row.id, key: sameness(row) }));
  const ids = Map.groupBy(there, ({ key }) => key);
  const free = new Map([...ids].map(([key, rows]) => [key, rows.map(({ id }) => id)]));
  return {
    take(columns: Columns): string | undefined {
      const same = free.get(sameness(columns));
      return unique === null ? same?.shift() : same?.[0];
    },
    put(columns: Columns, id: string): void {
      if (unique !== null) free.set(sameness(columns), [id]);
    },
  };
}
