import { UserError } from '../../core/ports/errors.ts';
import type { Repository } from '../../core/ports/repository.ts';
import { newId, referenceOf } from '../../core/runtime/id.ts';
import type { Columns, Entity } from '../../domain/entities/entity.ts';
import { type EntityName, entities } from '../../domain/notebook.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import type { Change } from '../notebook/applyUndo.ts';
import type { RequestScope } from '../notebook/idempotent.ts';
import { readInTurns } from '../notebook/readInTurns.ts';
import { type Done, write } from '../notebook/undo.ts';
import { readable } from './records.ts';
import { dateOf } from './rows.ts';
import { childrenOf, type Row, type Columns as RowColumns, rowsOf, type TableName, tables } from './tables.ts';

/** A kind of thing with a table of its own. */
export type RepositoryKind<Item extends { id: string }> = Entity<Columns, Item> & { name: EntityName };

/** What is common to a shelf's writes inside their transaction. */
export interface RepositoryWrites<Item extends { id: string }> {
  add(tx: ScopedTransaction, writeId: string, item: Omit<Item, 'id'>): Promise<Done<Item>>;
  change(tx: ScopedTransaction, writeId: string, id: string, change: Partial<Omit<Item, 'id'>>): Promise<Done<Item>>;
  remove(tx: ScopedTransaction, id: string): Promise<Done<Item>>;
}

export function createRepository<Item extends { id: string }>(
  scope: RequestScope,
  kind: RepositoryKind<Item>,
): Repository<Item> {
  const writes = shelfWrites(scope, kind);
  const table = kind.name;
  const rows = rowsOf(scope.client, table);
  const read = (row: Row): Item => readable([row], kind.toItem)[0] ?? unreadable(kind.one, row);
  return {
    all: scope.reads.kept(table, [table], async () => {
      const found = await rows.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      const items = await readInTurns(found, kind.toItem);
      return kind.sorted ? items.sort(kind.sorted) : items;
    }),
    async get(id) {
      const row = await rows.findUnique({ where: { id } });
      return row ? read(row) : undefined;
    },
    add: item => write(scope, `${table}.add:${subject(scope, item)}`, (tx, writeId) => writes.add(tx, writeId, item)),
    change: (id, change) =>
      write(scope, `${table}.change:${id}`, (tx, writeId) => writes.change(tx, writeId, id, change)),
    remove: id => write(scope, `${table}.remove:${id}`, tx => writes.remove(tx, id)),
  };
}

/** @throws UserError with what an operator can look for */
function unreadable(one: string, { id }: Row): never {
  throw new UserError(
    `That ${one} can’t be read any more. Whoever runs this bot can look for it by this reference: ${referenceOf(id)}.`,
  );
}

export function shelfWrites<Item extends { id: string }>(
  { account, now, nameKey }: RequestScope,
  { name: table, toItem, toColumns, limit, one, many, label }: RepositoryKind<Item>,
): RepositoryWrites<Item> {
  const { userId } = account;
  return {
    async add(tx, writeId, item) {
      const rows = rowsOf(tx, table);
      if ((await rows.count()) >= limit)
        throw new UserError(`You keep ${limit} ${many} already, which is all there is room for.`);
      const id = newId();
      const columns = await fitting(tx, item, id);
      const row = await rows.create({ data: { ...columns, id, userId, createdAt: dateOf(now), writeId } });
      const value = toItem(row);
      return { value, what: `${label(value)} is gone.`, changes: [{ table, op: 'delete', id }] };
    },

    async change(tx, writeId, id, change) {
      const before = await known(tx, id);
      const columns = await fitting(tx, change, id);
      const row = await rowsOf(tx, table).update({ where: { id }, data: { ...columns, writeId } });
      const values = Object.fromEntries([...Object.keys(columns), 'writeId'].map(name => [name, before[name]]));
      return {
        value: toItem(row),
        what: `${label(toItem(before))} is as it was.`,
        changes: [{ table, op: 'update', id, values }],
      };
    },

    async remove(tx, id) {
      const row = await known(tx, id);
      const value = toItem(row);
      const hanging = await rowsHangingOn(tx, table, [id]);
      await rowsOf(tx, table).delete({ where: { id } });
      return { value, what: `${label(value)} is back.`, changes: [inserted(table, row), ...hanging] };
    },
  };

  async function known(tx: ScopedTransaction, id: string): Promise<Row> {
    const row = await rowsOf(tx, table).findUnique({ where: { id } });
    if (!row) throw new UserError(`That ${one} is not in your notebook any more.`);
    return row;
  }

  /** The columns of what is written, once it is sure that they fit beside what there is. */
  async function fitting(tx: ScopedTransaction, item: object, id: string): Promise<RowColumns> {
    const { id: _, ...columns } = toColumns(item);
    const { parents, unique } = tables[table];
    if (unique === 'nameKey' && typeof columns.name === 'string') columns.nameKey = nameKey(columns.name);
    for (const [column, parent] of Object.entries(parents)) {
      const parentId = columns[column];
      if (typeof parentId === 'string' && !(await rowsOf(tx, parent).findUnique({ where: { id: parentId } })))
        throw new UserError(`That ${entities[parent].one} is not in your notebook any more.`);
    }
    const key = unique === null ? undefined : columns[unique];
    if (unique && key !== undefined) {
      const same = await rowsOf(tx, table).findFirst({ where: { [unique]: key } });
      if (same && same.id !== id) throw new UserError(`${label(toItem(same))} is in your notebook already.`);
    }
    return columns;
  }
}

/**
 * What tells two writes of one request apart: its texts, as a digest. Days and times are left out, for a request that
 * comes again may have them from a later clock.
 */
const subject = ({ nameKey }: RequestScope, item: object): string =>
  nameKey(
    Object.values(item)
      .filter(value => typeof value === 'string')
      .join(' '),
  );

/** How to bring back the rows that go with these when these go. */
async function rowsHangingOn(tx: ScopedTransaction, table: TableName, ids: string[]): Promise<Change[]> {
  const found = childrenOf(table).map(async ({ child, column }) => {
    const rows = await rowsOf(tx, child).findMany({ where: { [column]: { in: ids } } });
    return rows.map(row => inserted(child, row));
  });
  return (await Promise.all(found)).flat();
}

export const inserted = (table: TableName, row: Row): Change => ({ table, op: 'insert', id: row.id, values: row });
