import { z } from 'zod';
import type { Ledger, Planned, SetAside } from '../../core/ports/ledger.ts';
import type { Account } from '../../core/ports/users.ts';
import { apart, type Failure, kindOf } from '../../core/sending/apart.ts';
import { communitiesOf, trackOf } from '../communities/lastSeen.ts';
import type { BatchReads } from '../driver/batchReads.ts';
import type { Client } from '../driver/client.ts';
import { accountColumns, dateOf, instantOf, toAccount, toCommunity, toUser, userColumns } from '../entities/rows.ts';
import type { User as Row } from '../generated/sqlite/client.ts';
import { readNotebookFacts, readRecent } from './nudgeFacts.ts';

const plannedColumns = [...userColumns, 'nextPlanAt', 'deliverTo', 'revision', 'moved'] as const;
type UserRow = Pick<Row, (typeof plannedColumns)[number]>;
const keys = z.array(z.string());

/** Who is to be planned by now, oldest first. Who cannot be read is set aside. */
export async function readPlanned(
  client: Client,
  reads: BatchReads,
  now: Temporal.Instant,
  limit: number,
  setAside: Ledger['setAside'],
): Promise<Planned[]> {
  const due = {
    where: { nextPlanAt: { lte: dateOf(now) } },
    orderBy: [{ nextPlanAt: 'asc' as const }, { id: 'asc' as const }],
    take: limit,
  };
  // By their ids first, each read by itself where one of them cannot be: a broken row is one person's trouble alone.
  const [users, communities] = await Promise.all([
    client.user.findMany({ ...due, select: { id: true } }),
    client.community.findMany({ ...due, select: { id: true } }),
  ]);
  const people = await apart(idsOf(users), async ids =>
    readPeople(client, reads, await reads.rows('User', 'id', ids, { columns: plannedColumns }), now),
  );
  const channels = await apart(idsOf(communities), async ids =>
    (await reads.rows('Community', 'id', ids)).map(
      (row): Planned => ({ kind: 'channel', community: toCommunity(row), plannedFor: plannedFor(row) }),
    ),
  );
  await setAside([...people.failed.map(brokenIn('User')), ...channels.failed.map(brokenIn('Community'))], now);
  return [...people.done, ...channels.done]
    .sort((a, b) => Temporal.Instant.compare(a.plannedFor, b.plannedFor))
    .slice(0, limit);
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
const brokenIn =
  (model: 'User' | 'Community') =>
  ({ item: id, error }: Failure<string>): SetAside => ({
    model,
    id,
    userId: model === 'User' ? id : null,
    error: kindOf(error),
  });

async function readPeople(
  client: Client,
  reads: BatchReads,
  users: UserRow[],
  now: Temporal.Instant,
): Promise<Planned[]> {
  if (users.length === 0) return [];
  const ids = users.map(({ id }) => id);
  const [accounts, seenIn, notebookOf, recentOf] = await Promise.all([
    accountsOf(client, reads, users),
    communitiesOf(reads, ids),
    readNotebookFacts(reads, ids, now),
    readRecent(reads, ids, now),
  ]);
  return users.flatMap((user): Planned[] => {
    const account = accounts.get(user.id);
    if (!account) return [];
    return [
      {
        kind: 'person',
        user: toUser(user),
        account,
        communityZone: seenIn(user.id).find(({ zone }) => zone !== null)?.zone ?? null,
        track: trackOf(seenIn(user.id)),
        facts: { ...notebookOf(user.id), recent: recentOf(user.id), moved: keys.parse(JSON.parse(user.moved)) },
        plannedFor: plannedFor(user),
        revision: user.revision,
      },
    ];
  });
}

/**
 * The account that asked to be reminded, else the one seen last. Who has none cannot be reached, and neither can whose
 * last messages failed for good: they are let rest.
 */
async function accountsOf(client: Client, reads: BatchReads, users: UserRow[]): Promise<Map<string, Account>> {
  const ids = users.map(({ id }) => id);
  const rows = await reads.rows('Account', 'userId', ids, { columns: [...accountColumns, 'lastSeenAt', 'restsSince'] });
  rows.sort((one, other) => one.lastSeenAt.getTime() - other.lastSeenAt.getTime());
  const found = new Map(rows.map(row => [row.userId, row]));
  const wanted = new Set(users.map(user => user.deliverTo));
  for (const row of rows) if (wanted.has(row.id)) found.set(row.userId, row);

  for (const [userId, { restsSince }] of found) if (restsSince) found.delete(userId);
  const unreachable = users.filter(user => !found.has(user.id)).map(user => user.id);
  if (unreachable.length > 0)
    await client.user.updateMany({ where: { id: { in: unreachable } }, data: { nextPlanAt: null } });
  return new Map([...found].map(([userId, row]) => [userId, toAccount(row)]));
}

const plannedFor = ({ nextPlanAt }: { nextPlanAt: Date | null }): Temporal.Instant => {
  if (!nextPlanAt) throw new Error('a row that is not to be planned');
  return instantOf(nextPlanAt);
};
