import type { Delivery, DeliveryKind, DeliveryStatus } from '../core/ledger.ts';
import { nudgeKinds } from '../domain/nudges/nudgeKinds.ts';
import type { Client } from './client.ts';
import { itemsOf } from './deliveryItems.ts';
import type { Delivery as DeliveryRow, Prisma } from './generated/sqlite/client.ts';
import { communitiesOf, trackOf } from './lastSeen.ts';
import { readNotebookFacts } from './nudgeFacts.ts';
import { instantOf, key, reasonOf, toAccount, toCommunity, toUser } from './rows.ts';

const kinds = { ...nudgeKinds, tip: {}, problem: {} } as const satisfies Record<DeliveryKind, object>;
const statuses = { due: {}, sending: {}, sent: {}, undelivered: {}, skipped: {} } as const satisfies Record<
  DeliveryStatus,
  object
>;

/** Deliveries, earliest first, each with its recipient as they are now; with `factsAt`, also what decides about them. */
export async function readDeliveries(
  client: Client,
  where: Prisma.DeliveryWhereInput,
  factsAt?: Temporal.Instant,
): Promise<Delivery[]> {
  const rows = await client.delivery.findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
  const partiesOf = await readParties(client, rows, factsAt);
  return rows.map(row => ({
    id: row.id,
    kind: key(kinds, row.kind),
    lane: row.lane,
    occurrence: row.occurrence,
    status: key(statuses, row.status),
    dueAt: instantOf(row.dueAt),
    graceUntil: instantOf(row.graceUntil),
    attempts: row.attempts,
    reason: reasonOf(row.reason),
    items: itemsOf(row.items),
    sentAt: row.sentAt && instantOf(row.sentAt),
    doneAt: row.doneAt && instantOf(row.doneAt),
    ...partiesOf(row),
  }));
}

/** Three queries for all of them. An account that is another user's by now is gone for this delivery. */
async function readParties(
  client: Client,
  rows: DeliveryRow[],
  factsAt: Temporal.Instant | undefined,
): Promise<(row: DeliveryRow) => Pick<Delivery, 'recipient' | 'about'>> {
  const [users, accounts, communities] = await Promise.all([
    byId(idsIn(rows, 'userId'), id => client.user.findMany({ where: { id } })),
    byId(idsIn(rows, 'accountId'), id => client.account.findMany({ where: { id } })),
    byId(idsIn(rows, 'communityId'), id => client.community.findMany({ where: { id } })),
  ]);
  const seenIn = await communitiesOf(client, [...users.keys()]);
  const factsOf = factsAt && users.size > 0 ? await readNotebookFacts(client, [...users.keys()], factsAt) : undefined;
  return ({ userId, accountId, communityId }) => {
    const found = communities.get(communityId ?? '');
    const community = found ? toCommunity(found) : null;
    if (userId === null) return { recipient: community && { kind: 'channel', community }, about: null };
    const user = users.get(userId);
    const account = accounts.get(accountId ?? '');
    if (!user || account?.userId !== userId) return { recipient: null, about: community };
    return {
      recipient: {
        kind: 'person',
        user: toUser(user),
        account: toAccount(account),
        track: trackOf(seenIn(userId)),
        ...(factsOf && { facts: factsOf(userId) }),
      },
      about: community,
    };
  };
}

async function byId<Row extends { id: string }>(
  ids: string[],
  find: (id: { in: string[] }) => Promise<Row[]>,
): Promise<Map<string, Row>> {
  const rows = ids.length > 0 ? await find({ in: ids }) : [];
  return new Map(rows.map(row => [row.id, row]));
}

const idsIn = (rows: DeliveryRow[], column: 'userId' | 'accountId' | 'communityId'): string[] => [
  ...new Set(rows.map(row => row[column]).filter(id => id !== null)),
];
