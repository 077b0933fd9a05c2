import type { Delivery, DeliveryStatus, NudgeKind } from '../core/ledger.ts';
import type { Client } from './client.ts';
import type { Delivery as DeliveryRow, Prisma } from './generated/sqlite/client.ts';
import { instantOf, key, toAccount, toCommunity, toUser } from './rows.ts';

const kinds = { tip: {}, digest: {} } as const satisfies Record<NudgeKind, object>;
const statuses = { due: {}, sending: {}, sent: {}, undelivered: {}, skipped: {} } as const satisfies Record<
  DeliveryStatus,
  object
>;

/** Deliveries, earliest first, each with its recipient as they are now. */
export async function readDeliveries(client: Client, where: Prisma.DeliveryWhereInput): Promise<Delivery[]> {
  const rows = await client.delivery.findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
  const recipientOf = await readRecipients(client, rows);
  return rows.map(row => ({
    id: row.id,
    kind: key(kinds, row.kind),
    lane: row.lane,
    occurrence: row.occurrence,
    status: key(statuses, row.status),
    dueAt: instantOf(row.dueAt),
    graceUntil: instantOf(row.graceUntil),
    attempts: row.attempts,
    recipient: recipientOf(row),
  }));
}

/** Three queries for all of them. An account that is another user's by now is gone for this delivery. */
async function readRecipients(
  client: Client,
  rows: DeliveryRow[],
): Promise<(row: DeliveryRow) => Delivery['recipient']> {
  const [users, accounts, communities] = await Promise.all([
    client.user.findMany({ where: { id: { in: idsIn(rows, 'userId') } } }),
    client.account.findMany({ where: { id: { in: idsIn(rows, 'accountId') } } }),
    client.community.findMany({ where: { id: { in: idsIn(rows, 'communityId') } } }),
  ]);
  return row => {
    const community = communities.find(({ id }) => id === row.communityId);
    if (community) return { kind: 'channel', community: toCommunity(community) };
    const user = users.find(({ id }) => id === row.userId);
    const account = accounts.find(({ id, userId }) => id === row.accountId && userId === user?.id);
    return user && account ? { kind: 'person', user: toUser(user), account: toAccount(account) } : null;
  };
}

const idsIn = (rows: DeliveryRow[], column: 'userId' | 'accountId' | 'communityId'): string[] => [
  ...new Set(rows.map(row => row[column]).filter(id => id !== null)),
];
