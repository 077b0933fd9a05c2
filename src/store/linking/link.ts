import { newId } from '../../core/runtime/id.ts';
import type { Transaction } from '../driver/client.ts';
import { inserted } from '../entities/repository.ts';
import { dateOf } from '../entities/rows.ts';
import { belongings, type Row, rowsOf, type TableName } from '../entities/tables.ts';
import { toTemporalJson } from '../entities/temporalJson.ts';
import type { Account as AccountRow } from '../generated/sqlite/client.ts';
import type { Change } from '../notebook/applyUndo.ts';
import { merge } from './merge.ts';
import { tell } from './notices.ts';

export interface AccountLinking {
  tx: Transaction;
  nameKeyOf(userId: string, name: string): string;
  now: Temporal.Instant;
}

/** What came with a user who was joined to another, by ids, and how it was where it was changed. */
export interface Moved {
  user: Row;
  accounts: string[];
  /** `isNew`: the other user was not seen there. */
  memberships: { communityId: string; seenAt: Date; isNew: boolean }[];
  deliveries: string[];
  rows: Partial<Record<TableName, string[]>>;
  changes: Change[];
}

/** What follows its user: undos, codes and a calendar's address do not, and a request follows its account. */
const following = belongings.filter(table => !['Undo', 'LinkCode', 'CalendarFeed', 'Request'].includes(table));

/** Waits for what these users are writing. In one order everywhere, so that two joinings cannot wait for each other. */
export async function lockUsers(tx: Transaction, ids: string[]): Promise<void> {
  for (const id of ids.toSorted()) await tx.user.updateMany({ where: { id }, data: { revision: { increment: 1 } } });
}

interface Parties {
  /** The code by which they are joined, and whose it is. */
  codeId: string;
  owner: string;
  /** The account that typed it. */
  joiner: AccountRow;
}

/**
 * Joins two users, who are locked, in the one who was there first, whose settings and answers stay. People and programs
 * of one name become one. Ends the other codes of both, and the undos of who is no more; tells every account of both
 * but the one that joined. What is written from now on belongs to who stays, also after the two have parted again.
 * @returns the joining's id; undefined where one of them is gone
 */
export async function linkAccounts(
  { tx, nameKeyOf, now }: AccountLinking,
  { codeId, owner, joiner }: Parties,
): Promise<string | undefined> {
  const first = await tx.user.findUnique({ where: { id: owner } });
  const second = await tx.user.findUnique({ where: { id: joiner.userId } });
  if (!first || !second) return undefined;
  const [stays, goes] = first.createdAt <= second.createdAt ? [first, second] : [second, first];
  const theirs = { where: { userId: goes.id } };
  const toStaying = { userId: stays.id };
  const id = newId();

  const moved: Moved = {
    user: goes,
    accounts: (await tx.account.findMany(theirs)).map(account => account.id),
    memberships: await moveMemberships(tx, goes.id, stays.id),
    deliveries: [],
    rows: {},
    changes: [],
  };
  for (const table of following)
    moved.rows[table] = (await rowsOf(tx, table).findMany({ ...theirs, select: { id: true } })).map(row => row.id);

  for (const table of ['Contact', 'Program'] as const)
    for (const row of await rowsOf(tx, table).findMany(theirs))
      moved.changes.push(...(await give({ tx, nameKeyOf, now }, table, row, stays.id, id)));
  moved.changes.push(...(await leaveAnswers(tx, goes.id, stays.id)));
  for (const table of [...following, 'Request'] as const)
    await rowsOf(tx, table).updateMany({ ...theirs, data: toStaying });

  await tx.account.updateMany({ ...theirs, data: toStaying });
  const others = await tx.account.findMany({ where: { userId: stays.id, NOT: { id: joiner.id } } });
  const told = await tell(tx, others, { kind: 'joined', about: id, now });
  // Also after they have parted again, an account that was joined hears of it.
  const toldTheirs = told.filter(({ accountId }) => moved.accounts.includes(accountId));
  moved.deliveries = [...(await moveDeliveries(tx, goes.id, stays.id)), ...toldTheirs.map(notice => notice.id)];
  await tx.linkCode.deleteMany({ where: { userId: { in: [owner, joiner.userId] }, NOT: { id: codeId } } });
  // Kept until its time is over, so that who has joined by it and asks again is told that it worked.
  await tx.linkCode.updateMany({ where: { id: codeId }, data: { ...toStaying, usedAt: dateOf(now) } });
  await tx.user.delete({ where: { id: goes.id } });
  const isAhead = { OR: [{ nextPlanAt: null }, { nextPlanAt: { gt: dateOf(now) } }] };
  await tx.user.updateMany({ where: { id: stays.id, ...isAhead }, data: { nextPlanAt: dateOf(now) } });
  await tx.link.create({
    data: { id, userId: stays.id, formerUserId: goes.id, at: dateOf(now), moved: toTemporalJson(moved) },
  });
  return id;
}

/** Gives a person or a program to a user, with what hangs on them: to the one of the same name, where there is one. */
export async function give(
  { tx, nameKeyOf }: AccountLinking,
  table: 'Contact' | 'Program',
  row: Row,
  userId: string,
  writeId: string,
): Promise<Change[]> {
  const nameKey = nameKeyOf(userId, String(row.name));
  const same = await rowsOf(tx, table).findFirst({ where: { userId, nameKey } });
  if (same) return merge(tx, table, row, same, writeId);
  // What hangs on it follows by its key, which spans the user's id.
  await rowsOf(tx, table).update({ where: { id: row.id }, data: { userId, nameKey } });
  return [];
}

/** A user has answers to the self-check once. */
async function leaveAnswers(tx: Transaction, from: string, to: string): Promise<Change[]> {
  if ((await tx.selfAnswers.count({ where: { userId: to } })) === 0) return [];
  const answers = await tx.selfAnswers.findUnique({ where: { userId: from } });
  if (!answers) return [];
  await tx.selfAnswers.delete({ where: { id: answers.id } });
  return [inserted('SelfAnswers', answers)];
}

async function moveMemberships(tx: Transaction, from: string, to: string): Promise<Moved['memberships']> {
  const moved: Moved['memberships'] = [];
  for (const { communityId, seenAt } of await tx.membership.findMany({ where: { userId: from } })) {
    const key = { communityId_userId: { communityId, userId: to } };
    const known = await tx.membership.findUnique({ where: key });
    if (!known) await tx.membership.create({ data: { communityId, userId: to, seenAt } });
    else if (known.seenAt < seenAt) await tx.membership.update({ where: key, data: { seenAt } });
    moved.push({ communityId, seenAt, isNew: !known });
  }
  return moved;
}

/** Where both were to be sent the same, one of the two is enough: the one that is on its way or there. */
async function moveDeliveries(tx: Transaction, from: string, to: string): Promise<string[]> {
  const theirs = await tx.delivery.findMany({ where: { userId: from } });
  const mine = await tx.delivery.findMany({ where: { userId: to } });
  const spare = theirs.flatMap(their => {
    const same = mine.find(({ kind, occurrence }) => kind === their.kind && occurrence === their.occurrence);
    if (!same) return [];
    return ['sent', 'sending'].includes(same.status) || same.status === their.status ? [their.id] : [same.id];
  });
  await tx.delivery.deleteMany({ where: { id: { in: spare } } });
  const kept = theirs.filter(({ id }) => !spare.includes(id)).map(({ id }) => id);
  await tx.delivery.updateMany({
    where: { id: { in: kept } },
    data: { userId: to, recipientKey: `user:${to}` },
  });
  return kept;
}
