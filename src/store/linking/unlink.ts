import { newId } from '../../core/runtime/id.ts';
import { underTodaysNames } from '../../domain/notebook.ts';
import { dateOf } from '../entities/rows.ts';
import { belongings, childrenOf, type Row, rowsOf, type TableName, tables } from '../entities/tables.ts';
import { fromTemporalJson } from '../entities/temporalJson.ts';
import type { Link } from '../generated/sqlite/client.ts';
import { readChanges } from '../notebook/applyUndo.ts';
import { type AccountLinking, give, type Moved } from './link.ts';

type Parent = 'Contact' | 'Program';
const parents = ['Contact', 'Program'] as const;

/** A joining as it is taken back. */
interface Parting extends AccountLinking {
  link: Link;
  moved: Moved;
  /** The ids of all rows that came with the former user. */
  theirs: Set<string>;
}

export function readMoved(link: Link): Moved {
  const moved = fromTemporalJson<Moved>(link.moved);
  return { ...moved, rows: underTodaysNames(moved.rows), changes: readChanges(moved.changes) };
}

/**
 * Takes a joining back. What the former user brought, and is still there, is theirs again as it is by now; what was
 * written since stays with the other one. A person or program on whom rows of both hang is kept by both.
 */
export async function unlinkAccount(joining: AccountLinking, link: Link): Promise<void> {
  const { tx, now } = joining;
  const moved = readMoved(link);
  const parting: Parting = { ...joining, link, moved, theirs: new Set(Object.values(moved.rows).flat()) };
  await tx.user.update({ where: { id: link.userId }, data: { revision: { increment: 1 } } });
  await rowsOf(tx, 'User').create({ data: { ...moved.user, nextPlanAt: dateOf(now) } });

  for (const table of parents) await bringBack(parting, table);
  for (const table of parents) await returnParents(parting, table);
  for (const table of belongings) await returnRows(parting, table);
  for (const table of ['Defender', 'SelfAnswers'] as const) await bringBack(parting, table);
  await forget(parting);
  await returnAccounts(parting);
  await endCodes(parting);
  await tx.link.delete({ where: { id: link.id } });
}

/** Makes the rows anew that the joining left out. */
async function bringBack({ tx, moved }: Parting, table: TableName): Promise<void> {
  const { unique } = tables[table];
  for (const change of moved.changes) {
    if (change.op !== 'insert' || change.table !== table || !unique) continue;
    const same = { [unique]: change.values[unique] };
    if ((await rowsOf(tx, table).count({ where: same })) === 0) await rowsOf(tx, table).create({ data: change.values });
  }
}

/** Gives people or programs back with what hangs on them; what stays hangs on a copy from now on. */
async function returnParents(parting: Parting, table: Parent): Promise<void> {
  const { tx, link, moved, theirs } = parting;
  const rows = rowsOf(tx, table);
  for (const row of await rows.findMany({ where: { id: { in: moved.rows[table] ?? [] }, userId: link.userId } })) {
    let copy: Row | undefined;
    for (const { child, column } of childrenOf(table)) {
      const hanging = await rowsOf(tx, child).findMany({ where: { [column]: row.id }, select: { id: true } });
      const staying = hanging.map(({ id }) => id).filter(id => !theirs.has(id));
      if (staying.length === 0) continue;
      if (!copy) {
        // Frees its name for the copy.
        await rows.update({ where: { id: row.id }, data: { nameKey: `leaving ${row.id}` } });
        copy = await counterpart(parting, table, row, link.userId);
      }
      await rowsOf(tx, child).updateMany({ where: { id: { in: staying } }, data: { [column]: copy.id } });
    }
    await give(parting, table, row, link.formerUserId, link.id);
  }
}

/** Gives rows back whose person or program stays: they hang on the one they came from, else on a copy. */
async function returnRows(parting: Parting, table: TableName): Promise<void> {
  const { tx, link, moved } = parting;
  const rows = rowsOf(tx, table);
  const left = await rows.findMany({ where: { id: { in: moved.rows[table] ?? [] }, userId: link.userId } });
  const [column, parent] = Object.entries(tables[table].parents)[0] ?? [];
  const byParent = Map.groupBy(left, row => (column === undefined ? null : row[column]));
  for (const [parentId, group] of byParent) {
    const ids = group.map(({ id }) => id);
    if (column === undefined || parent === undefined || typeof parentId !== 'string') {
      await rows.updateMany({ where: { id: { in: ids } }, data: { userId: link.formerUserId } });
      continue;
    }
    const staying = await rowsOf(tx, parent).findUnique({ where: { id: parentId } });
    for (const [origin, fromThere] of Map.groupBy(ids, id => originOf(moved, table, id, parentId))) {
      const target = origin ?? (staying && (await counterpart(parting, parent, staying, link.formerUserId)).id);
      const where = { id: { in: fromThere } };
      await rows.updateMany({ where, data: { userId: link.formerUserId, [column]: target } });
    }
  }
}

/** What a row hung on before the joining hung it on `parentId`, where it was the joining that did. */
function originOf({ changes }: Moved, table: TableName, id: string, parentId: string): string | undefined {
  const move = changes.find(
    change => change.op === 'move' && change.table === table && change.to === parentId && change.ids.includes(id),
  );
  return move?.op === 'move' ? move.from : undefined;
}

/** A user's own person or program of the same name, made where there is none. */
async function counterpart({ tx, link, nameKeyOf }: Parting, table: Parent, row: Row, userId: string): Promise<Row> {
  const nameKey = nameKeyOf(userId, String(row.name));
  const own = await rowsOf(tx, table).findFirst({ where: { userId, nameKey } });
  return own ?? rowsOf(tx, table).create({ data: { ...row, id: newId(), userId, nameKey, writeId: link.id } });
}

/** Takes back what the staying user's people and programs learned by the joining, and nothing later. */
async function forget({ tx, link, moved }: Parting): Promise<void> {
  for (const change of moved.changes) {
    if (change.op !== 'update') continue;
    const marked = { id: change.id, userId: link.userId, writeId: link.id };
    const row = await rowsOf(tx, change.table).findFirst({ where: marked });
    if (row) await rowsOf(tx, change.table).update({ where: { id: row.id }, data: change.values });
  }
}

async function returnAccounts({ tx, link, moved }: Parting): Promise<void> {
  const [userId, data] = [link.userId, { userId: link.formerUserId }];
  await tx.request.updateMany({ where: { userId, accountId: { in: moved.accounts } }, data });
  await tx.account.updateMany({ where: { userId, id: { in: moved.accounts } }, data });
  await tx.delivery.updateMany({
    where: { userId, id: { in: moved.deliveries } },
    data: { ...data, recipientKey: `user:${link.formerUserId}` },
  });
  const still = await tx.community.findMany({
    where: { id: { in: moved.memberships.map(({ communityId }) => communityId) } },
    select: { id: true },
  });
  for (const { communityId, seenAt, isNew } of moved.memberships) {
    if (!still.some(({ id }) => id === communityId)) continue;
    if (isNew) await tx.membership.deleteMany({ where: { communityId, userId } });
    await tx.membership.create({ data: { communityId, ...data, seenAt } });
  }
}

/** A code is its account's: one that was made while they were joined opens nothing that stays with the other. */
async function endCodes({ tx, link }: Parting): Promise<void> {
  const both = { in: [link.userId, link.formerUserId] };
  await tx.linkCode.deleteMany({ where: { userId: both } });
  const accounts = await tx.account.findMany({ where: { userId: both } });
  for (const { id, userId } of await tx.takeAway.findMany({ where: { userId: both, accountId: { not: null } } })) {
    const makers = accounts.filter(account => account.userId === userId).map(account => account.id);
    await tx.takeAway.deleteMany({ where: { id, accountId: { notIn: makers } } });
  }
  // So is a calendar's address.
  for (const { id, userId, accountId } of await tx.calendarFeed.findMany({ where: { userId: both } }))
    if (!accounts.some(account => account.id === accountId && account.userId === userId))
      await tx.calendarFeed.delete({ where: { id } });
}
