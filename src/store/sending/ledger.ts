import { accountNotices, type Ledger } from '../../core/ports/ledger.ts';
import { startLane, stopLane } from '../communities/installation.ts';
import { createBatchReads } from '../driver/batchReads.ts';
import type { Client } from '../driver/client.ts';
import type { Provider } from '../driver/database.ts';
import { dateOf } from '../entities/rows.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { brokenDelivery, type DeliveryRow, deliveryColumns, readDeliveries, toDeliveries } from './deliveries.ts';
import { readPlanned } from './dueSubjects.ts';
import { createReportProblem } from './problems.ts';
import { createRecordOutcomes } from './recordOutcomes.ts';
import { createRecordPlan } from './recordPlan.ts';
import { createSetAside } from './setAside.ts';

const returned = Prisma.raw(deliveryColumns.map(name => `"${name}"`).join(', '));

export function createLedger(client: Client, provider: Provider): Ledger {
  const reads = createBatchReads(client, provider);
  const deliveries = (where: Prisma.DeliveryWhereInput) => readDeliveries(client, reads, where);
  /** Replicas pass by each other's rows instead of waiting; SQLite has one writer anyhow. */
  const skipLocked = provider === 'postgresql' ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;

  const setAside = createSetAside(client);
  async function thoseThatCanBeRead(rows: DeliveryRow[], now: Temporal.Instant, factsAt?: Temporal.Instant) {
    const { done, failed } = await toDeliveries(rows, reads, factsAt);
    await setAside(failed.map(brokenDelivery), now);
    return done;
  }
  return {
    dueSubjects: (now, limit) => readPlanned(client, reads, now, limit, setAside),
    setAside,

    recordPlan: createRecordPlan(client, provider),

    async lanesDue(now) {
      const rows = await client.$rows<{ lane: string }>`
        SELECT DISTINCT "lane" FROM "Delivery" WHERE "status" = 'due' AND "tryAt" <= ${dateOf(now)}
        UNION SELECT DISTINCT "lane" FROM "Delivery" WHERE "status" = 'sending' AND "tryAt" <= ${dateOf(now)}
        EXCEPT SELECT "lane" FROM "StoppedLane"`;
      return rows.map(row => row.lane).sort();
    },

    async interrupted(lane, now) {
      const where = { status: 'sending', lane, tryAt: { lte: dateOf(now) } };
      return thoseThatCanBeRead(await client.delivery.findMany({ where }), now);
    },

    async lease(lane, now, limit) {
      // PostgreSQL may run a subquery with a limit more than once, each time for others: here it is run once.
      const claimed = await client.$rows<DeliveryRow>`
        WITH "next" AS MATERIALIZED (
          SELECT "id" FROM "Delivery" WHERE "status" = 'due' AND "lane" = ${lane} AND "tryAt" <= ${dateOf(now)}
          ORDER BY "tryAt", "id" LIMIT ${limit} ${skipLocked})
        UPDATE "Delivery" SET "status" = 'sending', "attempts" = "attempts" + 1
        WHERE "id" IN (SELECT "id" FROM "next")
        RETURNING ${returned}`;
      return thoseThatCanBeRead(claimed, now, now);
    },

    recordOutcomes: createRecordOutcomes(client, provider),
    stopLane: (lane, now) => stopLane(client, lane, now),
    startLane: lane => startLane(client, lane),
    reportProblem: createReportProblem(client),

    async takeUnseenFailures(userId, now, accountId) {
      const forThis = { OR: [{ kind: { notIn: Object.keys(accountNotices) } }, { accountId }] };
      const failures = await deliveries({ userId, status: 'undelivered', toldAt: null, ...forThis });
      if (failures.length > 0)
        await client.delivery.updateMany({
          where: { id: { in: failures.map(({ id }) => id) } },
          data: { toldAt: dateOf(now) },
        });
      return failures;
    },

    deliveryFor: async (userId, id) => (await deliveries({ id, userId }))[0],

    async recentFor(userId, limit) {
      const rows = await client.delivery.findMany({
        where: { userId, communityId: null },
        orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return (await toDeliveries(rows, reads)).done.reverse();
    },

    async markDone(userId, id, now) {
      await client.delivery.updateMany({ where: { id, userId }, data: { doneAt: dateOf(now) } });
    },
  };
}
