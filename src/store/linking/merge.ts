import { inserted } from '../entities/repository.ts';
import { type Columns, childrenOf, type Row, rowsOf, tables } from '../entities/tables.ts';
import type { Change } from '../notebook/applyUndo.ts';

/** What a column holds where nobody has said anything yet. */
const SAYS_NOTHING: readonly unknown[] = [null, false, 'other', 'unknown'];

/**
 * Makes one person, or program, of two: what hangs on the first comes to hang on the second, what the second does not
 * say is taken from the first, and the first is removed. A second row where there may be one is left out.
 * @returns how to take it back
 */
export async function merge(
  tx: object,
  table: 'Contact' | 'Program',
  from: Row,
  into: Row,
  writeId: string,
): Promise<Change[]> {
  const changes: Change[] = [inserted(table, from)];
  for (const { child, column } of childrenOf(table)) {
    const rows = rowsOf(tx, child);
    const hanging = await rows.findMany({ where: { [column]: from.id } });
    const isTaken = tables[child].unique === column && (await rows.count({ where: { [column]: into.id } })) > 0;
    if (isTaken) {
      // Those go when the row they hang on goes.
      changes.push(...hanging.map(row => inserted(child, row)));
    } else if (hanging.length > 0) {
      await rows.updateMany({
        where: { [column]: from.id },
        data: { [column]: into.id, userId: into.userId },
      });
      const ids = hanging.map(({ id }) => id);
      changes.push({ table: child, op: 'move', ids, column, from: from.id, to: into.id });
    }
  }
  await rowsOf(tx, table).delete({ where: { id: from.id } });

  const news = newsFrom(from, into);
  if (Object.keys(news).length === 0) return changes;
  await rowsOf(tx, table).update({ where: { id: into.id }, data: { ...news, writeId } });
  const values = Object.fromEntries([...Object.keys(news), 'writeId'].map(column => [column, into[column]]));
  return [...changes, { table, op: 'update', id: into.id, values, optional: true }];
}

/** What one row says and the other leaves open. */
function newsFrom(from: Row, into: Row): Columns {
  const news = Object.entries(into).flatMap(([column, value]) =>
    SAYS_NOTHING.includes(value) && !SAYS_NOTHING.includes(from[column]) ? [[column, from[column]]] : [],
  );
  return {
    ...Object.fromEntries(news),
    ...unitedPlaces(from.knownAt, into.knownAt),
    ...unitedNotes(from.note, into.note),
  };
}

/** The notes of both, one below the other. */
const unitedNotes = (from: unknown, into: unknown): Columns =>
  typeof from === 'string' && typeof into === 'string' && from !== into ? { note: `${into}\n${from}` } : {};

/** The places of both, as their column holds them. */
function unitedPlaces(from: unknown, into: unknown): Columns {
  if (typeof from !== 'string' || typeof into !== 'string') return {};
  const united = JSON.stringify([...new Set([...JSON.parse(into), ...JSON.parse(from)])]);
  return united === into ? {} : { knownAt: united };
}
