import {
  accountNotices,
  type Delivery,
  type DeliveryKind,
  type DeliveryStatus,
  type SetAside,
} from '../../core/ports/ledger.ts';
import { apart, type Failure, kindOf } from '../../core/sending/apart.ts';
import { nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
import { communitiesOf, trackOf } from '../communities/lastSeen.ts';
import type { BatchReads } from '../driver/batchReads.ts';
import type { Client } from '../driver/client.ts';
import {
  accountColumns,
  failureReasonOf,
  instantOf,
  key,
  toAccount,
  toCommunity,
  toUser,
  userColumns,
} from '../entities/rows.ts';
import type { Prisma, Delivery as Row } from '../generated/sqlite/client.ts';
import { itemsOf } from './deliveryItems.ts';
import { readNotebookFacts } from './nudgeFacts.ts';

const deliveryKinds = { ...nudgeKinds, ...accountNotices, tip: {}, problem: {} } as const satisfies Record<
  DeliveryKind,
  object
>;
const statuses = { due: {}, sending: {}, sent: {}, undelivered: {}, skipped: {} } as const satisfies Record<
  DeliveryStatus,
  object
>;

/** Deliveries, earliest first, each with its recipient as they are now. */
export async function readDeliveries(
  client: Client,
  reads: BatchReads,
  where: Prisma.DeliveryWhereInput,
): Promise<Delivery[]> {
  return (await toDeliveries(await client.delivery.findMany({ where }), reads)).done;
}

/** The columns that a delivery is read from. */
export const deliveryColumns = [
  'id',
  'kind',
  'occurrence',
  'userId',
  'accountId',
  'communityId',
  'lane',
  'status',
  'dueAt',
  'graceUntil',
  'attempts',
  'sentAt',
  'reason',
  'items',
  'doneAt',
] as const;
export type DeliveryRow = Pick<Row, (typeof deliveryColumns)[number]>;

/** The same of rows that are at hand; with `factsAt`, also what decides about them. What cannot be read fails alone. */
export function toDeliveries(found: DeliveryRow[], reads: BatchReads, factsAt?: Temporal.Instant) {
  const rows = found.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  return apart(rows, some => readRows(some, reads, factsAt));
}

/** What is to be noted of deliveries that could not be read. */
export const brokenDelivery = ({ item: { id, userId }, error }: Failure<DeliveryRow>): SetAside => ({
  model: 'Delivery',
  id,
  userId,
  error: kindOf(error),
});

async function readRows(
  rows: readonly DeliveryRow[],
  reads: BatchReads,
  factsAt: Temporal.Instant | undefined,
): Promise<Delivery[]> {
  const partiesOf = await readParties(reads, rows, factsAt);
  return rows.map(row => ({
    id: row.id,
    kind: key(deliveryKinds, row.kind),
    lane: row.lane,
    occurrence: row.occurrence,
    status: key(statuses, row.status),
    dueAt: instantOf(row.dueAt),
    graceUntil: instantOf(row.graceUntil),
    attempts: row.attempts,
    reason: failureReasonOf(row.reason),
    items: itemsOf(row.items),
    sentAt: row.sentAt && instantOf(row.sentAt),
    doneAt: row.doneAt && instantOf(row.doneAt),
    ...partiesOf(row),
  }));
}

/** A query a table for all of them. An account that is another user's by now is gone for this delivery. */
async function readParties(
  reads: BatchReads,
  rows: readonly DeliveryRow[],
  factsAt: Temporal.Instant | undefined,
): Promise<(row: DeliveryRow) => Pick<Delivery, 'recipient' | 'about'>> {
  const userIds = idsIn(rows, 'userId');
  const [users, accounts, communities, seenIn, factsOf] = await Promise.all([
    reads.rows('User', 'id', userIds, { columns: userColumns }).then(byId),
    reads.rows('Account', 'id', idsIn(rows, 'accountId'), { columns: accountColumns }).then(byId),
    reads.rows('Community', 'id', idsIn(rows, 'communityId')).then(byId),
    communitiesOf(reads, userIds),
    factsAt && userIds.length > 0 ? readNotebookFacts(reads, userIds, factsAt) : undefined,
  ]);
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

const byId = <Row extends { id: string }>(rows: Row[]): Map<string, Row> => new Map(rows.map(row => [row.id, row]));

const idsIn = (rows: readonly DeliveryRow[], column: 'userId' | 'accountId' | 'communityId'): string[] => [
  ...new Set(rows.map(row => row[column]).filter(id => id !== null)),
];
