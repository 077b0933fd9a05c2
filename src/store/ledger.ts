import { newId } from '../core/id.ts';
import type { Ledger, Outcome, PlannedDelivery } from '../core/ledger.ts';
import type { Client } from './client.ts';
import type { Provider } from './database.ts';
import { readDeliveries } from './deliveries.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { readPlanned } from './plans.ts';
import { createRowList } from './rowList.ts';
import { dateOf } from './rows.ts';

export function createLedger(client: Client, provider: Provider): Ledger {
  const deliveries = (where: Prisma.DeliveryWhereInput) => readDeliveries(client, where);
  const rowList = createRowList(provider);
  /** Replicas pass by each other's rows instead of waiting; SQLite has one writer anyhow. */
  const skipLocked = provider === 'postgresql' ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;

  return {
    toPlan: (now, limit) => readPlanned(client, now, limit),

    async plan(decisions) {
      // In one order everywhere, so that two planners cannot wait for each other.
      const rows = decisions.flatMap(({ deliveries }) => deliveries.map(toRow)).sort(byRecipient);
      const moves = decisions.map(({ subject, nextPlanAt }) => ({
        table: subject.kind === 'person' ? 'User' : 'Community',
        id: subject.kind === 'person' ? subject.user.id : subject.community.id,
        plannedFor: toText(subject.plannedFor),
        nextPlanAt: nextPlanAt && toText(nextPlanAt),
      }));
      await client.$transaction(async tx => {
        await tx.$executeRaw`
          INSERT INTO "Delivery" (${columnNames(deliveryColumns)})
          SELECT ${columnNames(deliveryColumns)} FROM ${rowList(rows, deliveryColumns)} AS r WHERE true
          ON CONFLICT DO NOTHING`;
        for (const table of ['User', 'Community'] as const) {
          const mine = moves.filter(move => move.table === table);
          if (mine.length === 0) continue;
          // Only where nobody asked for another plan since: a changed setting is planned again.
          await tx.$executeRaw`
            UPDATE ${Prisma.raw(`"${table}"`)} SET "nextPlanAt" = r."nextPlanAt"
            FROM ${rowList(mine, moveColumns)} AS r
            WHERE ${Prisma.raw(`"${table}"`)}."id" = r."id"
              AND ${Prisma.raw(`"${table}"`)}."nextPlanAt" = r."plannedFor"`;
        }
      });
    },

    async lanesDue(now) {
      const rows = await client.$queryRaw<{ lane: string }[]>`
        SELECT DISTINCT "lane" FROM "Delivery" WHERE "status" = 'due' AND "dueAt" <= ${dateOf(now)}
        UNION SELECT DISTINCT "lane" FROM "Delivery" WHERE "status" = 'sending'`;
      return rows.map(row => row.lane).sort();
    },

    interrupted: lane => deliveries({ status: 'sending', lane }),

    async claim(lane, now, limit) {
      const claimed = await client.$queryRaw<{ id: string }[]>`
        UPDATE "Delivery" SET "status" = 'sending', "attempts" = "attempts" + 1
        WHERE "id" IN (
          SELECT "id" FROM "Delivery" WHERE "status" = 'due' AND "lane" = ${lane} AND "dueAt" <= ${dateOf(now)}
          ORDER BY "dueAt", "id" LIMIT ${limit} ${skipLocked})
        RETURNING "id"`;
      return deliveries({ id: { in: claimed.map(row => row.id) } });
    },

    // By id alone: the drain that claimed a row is the only one that settles it.
    settle: async (id, outcome) => void (await client.delivery.updateMany({ where: { id }, data: settled(outcome) })),

    deliveryFor: async (userId, id) => (await deliveries({ id, userId }))[0],
  };
}

/** Both databases keep times as text of this form or read it as UTC. */
const toText = (instant: Temporal.Instant) => dateOf(instant).toISOString().replace('Z', '+00:00');

const deliveryColumns = {
  id: 'text',
  kind: 'text',
  recipientKey: 'text',
  occurrence: 'text',
  userId: 'text',
  accountId: 'text',
  communityId: 'text',
  lane: 'text',
  status: 'text',
  dueAt: 'time',
  graceUntil: 'time',
} as const;
const moveColumns = { id: 'text', plannedFor: 'time', nextPlanAt: 'time' } as const;

const columnNames = (columns: object) =>
  Prisma.raw(
    Object.keys(columns)
      .map(name => `"${name}"`)
      .join(', '),
  );

function toRow({ recipient, kind, lane, occurrence, dueAt, graceUntil }: PlannedDelivery) {
  const person = 'user' in recipient;
  return {
    id: newId(),
    kind,
    recipientKey: person ? `user:${recipient.user}` : `community:${recipient.community}`,
    occurrence,
    userId: person ? recipient.user : null,
    accountId: person ? recipient.account : null,
    communityId: person ? null : recipient.community,
    lane,
    status: 'due',
    dueAt: toText(dueAt),
    graceUntil: toText(graceUntil),
  };
}
type DeliveryRow = ReturnType<typeof toRow>;
const order = (row: DeliveryRow) => `${row.recipientKey} ${row.kind} ${row.occurrence}`;
const byRecipient = (a: DeliveryRow, b: DeliveryRow) => (order(a) < order(b) ? -1 : 1);

function settled(outcome: Outcome): Prisma.DeliveryUpdateManyMutationInput {
  const { status } = outcome;
  switch (status) {
    case 'sent':
      return { status, messageId: outcome.messageId, sentAt: dateOf(outcome.at) };
    case 'skipped':
      return { status, detail: outcome.why };
    case 'undelivered':
      return { status, reason: outcome.reason, detail: outcome.detail };
    case 'due':
      return { status, dueAt: dateOf(outcome.tryAt), detail: outcome.detail };
  }
}
