import type { Planned } from '../core/ledger.ts';
import type { Client } from './client.ts';
import type { Account as AccountRow, User as UserRow } from './generated/sqlite/client.ts';
import { communitiesOf, trackOf } from './lastSeen.ts';
import { readNotebookFacts, readRecent } from './nudgeFacts.ts';
import { dateOf, instantOf, toAccount, toCommunity, toUser } from './rows.ts';

/** Who is to be planned by now, oldest first. */
export async function readPlanned(client: Client, now: Temporal.Instant, limit: number): Promise<Planned[]> {
  const due = {
    where: { nextPlanAt: { lte: dateOf(now) } },
    orderBy: [{ nextPlanAt: 'asc' as const }, { id: 'asc' as const }],
    take: limit,
  };
  const people = await readPeople(client, await client.user.findMany(due), now);
  const channels = (await client.community.findMany(due)).map(
    (row): Planned => ({ kind: 'channel', community: toCommunity(row), plannedFor: plannedFor(row) }),
  );
  return [...people, ...channels].sort((a, b) => Temporal.Instant.compare(a.plannedFor, b.plannedFor)).slice(0, limit);
}

async function readPeople(client: Client, users: UserRow[], now: Temporal.Instant): Promise<Planned[]> {
  if (users.length === 0) return [];
  const accounts = await accountsOf(client, users);
  const ids = users.map(({ id }) => id);
  const seenIn = await communitiesOf(client, ids);
  const [notebookOf, recentOf] = await Promise.all([readNotebookFacts(client, ids, now), readRecent(client, ids, now)]);
  return users.flatMap((user): Planned[] => {
    const account = accounts.get(user.id);
    if (!account) return [];
    return [
      {
        kind: 'person',
        user: toUser(user),
        account: toAccount(account),
        communityZone: seenIn(user.id).find(({ zone }) => zone !== null)?.zone ?? null,
        track: trackOf(seenIn(user.id)),
        facts: { ...notebookOf(user.id), recent: recentOf(user.id) },
        plannedFor: plannedFor(user),
        revision: user.revision,
      },
    ];
  });
}

/** The account that asked to be reminded, else the one seen last. Who has none cannot be reached and is let rest. */
async function accountsOf(client: Client, users: UserRow[]): Promise<Map<string, AccountRow>> {
  const rows = await client.account.findMany({
    where: { userId: { in: users.map(user => user.id) } },
    orderBy: { lastSeenAt: 'asc' },
  });
  const found = new Map(rows.map(row => [row.userId, row]));
  const wanted = new Set(users.map(user => user.deliverTo));
  for (const row of rows) if (wanted.has(row.id)) found.set(row.userId, row);

  const unreachable = users.filter(user => !found.has(user.id)).map(user => user.id);
  if (unreachable.length > 0)
    await client.user.updateMany({ where: { id: { in: unreachable } }, data: { nextPlanAt: null } });
  return found;
}

const plannedFor = ({ nextPlanAt }: { nextPlanAt: Date | null }): Temporal.Instant => {
  if (!nextPlanAt) throw new Error('a row that is not to be planned');
  return instantOf(nextPlanAt);
};
