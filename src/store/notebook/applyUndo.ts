import { entityNamed } from '../../domain/notebook.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { type Columns, childrenOf, type Row, rowsOf, type TableName, tableNames, tables } from '../entities/tables.ts';

/** How to take one row's change back. */
export type Change =
  /** The write made it. `optional`: it stays where it was changed or used since, and the rest is still undone. */
  | { table: TableName; op: 'delete'; id: string; optional?: boolean }
  /** The write changed these columns from these values. */
  | { table: TableName; op: 'update'; id: string; values: Columns; optional?: boolean }
  /** The write removed this row. */
  | { table: TableName; op: 'insert'; id: string; values: Columns }
  /** The write hung these rows on another one: where `column` still is `to`, it becomes `from` again. */
  | { table: TableName; op: 'move'; ids: string[]; column: string; from: string; to: string };

/** Changes as they were written down, under the names that their tables have today. */
export const readChanges = (changes: readonly Change[]): Change[] =>
  changes.map(change => ({ ...change, table: entityNamed(change.table) ?? change.table }));

type Of<Op extends Change['op']> = Extract<Change, { op: Op }>;
const only = <Op extends Change['op']>(changes: Change[], op: Op): Of<Op>[] =>
  changes.filter((change): change is Of<Op> => change.op === op);
const idsOf = (changes: { id: string }[]): string[] => changes.map(({ id }) => id);

/** Takes a write's changes back as a whole. @returns false, with nothing done, where that is not possible any more */
export async function applyUndo(tx: ScopedTransaction, changes: Change[], writeId: string): Promise<boolean> {
  const stuck = await findStuck(tx, changes, writeId);
  if (changes.some(change => stuck.has(change) && !('optional' in change && change.optional))) return false;
  const possible = changes.filter(change => !stuck.has(change));
  for (const table of tableNames) {
    const values = only(possible, 'insert').filter(change => change.table === table);
    if (values.length > 0) await rowsOf(tx, table).createMany({ data: values.map(change => change.values) });
  }
  for (const { table, id, values } of only(possible, 'update'))
    await rowsOf(tx, table).update({ where: { id }, data: values });
  for (const { table, ids, column, from, to } of only(possible, 'move'))
    await rowsOf(tx, table).updateMany({ where: { id: { in: ids }, [column]: to }, data: { [column]: from } });
  for (const table of tableNames.toReversed()) {
    const ids = idsOf(only(possible, 'delete').filter(change => change.table === table));
    if (ids.length > 0) await rowsOf(tx, table).deleteMany({ where: { id: { in: ids } } });
  }
  return true;
}

/** The changes whose rows are not as the write left them, or that would not fit beside what there is now. */
async function findStuck(tx: ScopedTransaction, changes: Change[], writeId: string): Promise<Set<Change>> {
  const stuck = new Set<Change>();
  const going = new Set(idsOf(only(changes, 'delete')));
  const coming = new Set(idsOf(only(changes, 'insert')));
  for (const table of tableNames) {
    const here = changes.filter(change => change.table === table);
    const deletes = only(here, 'delete');
    const marked = await readMarked(tx, table, idsOf([...deletes, ...only(here, 'update')]), writeId);
    const used = await readUsed(tx, table, idsOf(deletes), going);
    const fits = fitter(tx, table, going, coming);
    for (const change of here) {
      // What the same undo brings back is as it left it.
      const touched = 'id' in change && change.op !== 'insert' && !marked.has(change.id) && !coming.has(change.id);
      const isUsed = change.op === 'delete' && used.has(change.id);
      const isOut = 'values' in change && !(await fits(change.id, change.values));
      if (touched || isUsed || isOut) stuck.add(change);
    }
  }
  return stuck;
}

/** Those of the rows that no later write has changed. */
async function readMarked(tx: ScopedTransaction, table: TableName, ids: string[], writeId: string) {
  if (ids.length === 0) return new Set<string>();
  const rows = await rowsOf(tx, table).findMany({ where: { id: { in: ids }, writeId }, select: { id: true } });
  return new Set(idsOf(rows));
}

/** Those of the rows on which others hang than those that are going. */
async function readUsed(tx: ScopedTransaction, table: TableName, ids: string[], going: Set<string>) {
  const used = new Set<unknown>();
  if (ids.length === 0) return used;
  for (const { child, column } of childrenOf(table)) {
    const where = { [column]: { in: ids } };
    const rows = await rowsOf(tx, child).findMany({ where, select: { id: true, [column]: true } });
    for (const row of rows) if (!going.has(row.id)) used.add(row[column]);
  }
  return used;
}

/** Whether what a row hangs on is there or coming, and its place is free or being left. */
function fitter(tx: ScopedTransaction, table: TableName, going: Set<string>, coming: Set<string>) {
  const { parents, unique } = tables[table];
  const known = new Map<string, Promise<Row | null>>();
  const isThere = async (parent: TableName, id: string) => {
    if (!known.has(id)) known.set(id, rowsOf(tx, parent).findUnique({ where: { id } }));
    return (await known.get(id)) !== null;
  };
  return async (id: string, values: Columns): Promise<boolean> => {
    for (const [column, parent] of Object.entries(parents)) {
      const parentId = values[column];
      if (typeof parentId === 'string' && !coming.has(parentId) && !(await isThere(parent, parentId))) return false;
    }
    if (unique === null || values[unique] === undefined) return true;
    const same = await rowsOf(tx, table).findFirst({ where: { [unique]: values[unique] } });
    return !same || same.id === id || going.has(same.id);
  };
}
