import { accountNotices, type Ledger } from '../../core/ports/ledger.ts';
import { startLane, stopLane } from '../communities/installation.ts';
import { createMany } from '../driver/batchReads.ts';
import type { Client } from '../driver/client.ts';
import type { Provider } from '../driver/database.ts';
import { dateOf } from '../entities/rows.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { brokenDelivery, type DeliveryRow, deliveryColumns, readDeliveries, toDeliveries } from './deliveries.ts';
import { readPlanned } from './dueSubjects.ts';
import { createReportProblem } from './problems.ts';
import { createSettle } from './recordOutcomes.ts';
import { createPlan } from './recordPlan.ts';
import { createSetAside } from './setAside.ts';

const returned = Prisma.raw(deliveryColumns.map(name => `"${name}"`).join(', '));

export function createLedger(client: Client, provider: Provider): Ledger {
  const many = createMany(client, provider);
  const deliveries = (where: Prisma.DeliveryWhereInput) => readDeliveries(client, many, where);
  /** Replicas pass by each other's rows instead of waiting; SQLite has one writer anyhow. */
  const skipLocked = provider === 'postgresql' ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;

  const setAside = createSetAside(client);
  async function thoseThatCanBeRead(rows: DeliveryRow[], now: Temporal.Instant, factsAt?: Temporal.Instant) {
    const { done, failed } = await toDeliveries(rows, many, factsAt);
    await setAside(failed.map(brokenDelivery), now);
    return done;
  }
  return {
    toPlan: (now, limit) => readPlanned(client, many, now, limit, setAside),
    setAside,

    plan: createPlan(client, provider),

    async lanesDue(now) {
      const rows = await client.$queryRaw<{ lane: string }[]>`
        SELECT DISTINCT "lane" FROM "Delivery" WHERE "status" = 'due' AND "tryAt" <= ${dateOf(now)}
        UNION SELECT DISTINCT "lane" FROM "Delivery" WHERE "status" = 'sending' AND "tryAt" <= ${dateOf(now)}
        EXCEPT SELECT "lane" FROM "StoppedLane"`;
      return rows.map(row => row.lane).sort();
    },

    async interrupted(lane, now) {
      const where = { status: 'sending', lane, tryAt: { lte: dateOf(now) } };
      return thoseThatCanBeRead(await client.delivery.findMany({ where }), now);
    },

    async claim(lane, now, limit) {
      const claimed = await client.$queryRaw<DeliveryRow[]>`
        UPDATE "Delivery" SET "status" = 'sending', "attempts" = "attempts" + 1
        WHERE "id" IN (
          SELECT "id" FROM "Delivery" WHERE "status" = 'due' AND "lane" = ${lane} AND "tryAt" <= ${dateOf(now)}
          ORDER BY "tryAt", "id" LIMIT ${limit} ${skipLocked})
        RETURNING ${returned}`;
      return thoseThatCanBeRead(claimed, now, now);
    },

    settle: createSettle(client, provider),
    stopLane: (lane, now) => stopLane(client, lane, now),
    startLane: lane => startLane(client, lane),
    reportProblem: createReportProblem(client),

    async takeUntold(userId, now, accountId) {
      const forThis = { OR: [{ kind: { notIn: Object.keys(accountNotices) } }, { accountId }] };
      const untold = await deliveries({ userId, status: 'undelivered', toldAt: null, ...forThis });
      if (untold.length > 0)
        await client.delivery.updateMany({
          where: { id: { in: untold.map(({ id }) => id) } },
          data: { toldAt: dateOf(now) },
        });
      return untold;
    },

    deliveryFor: async (userId, id) => (await deliveries({ id, userId }))[0],

    async recentFor(userId, limit) {
      const rows = await client.delivery.findMany({
        where: { userId, communityId: null },
        orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return (await toDeliveries(rows, many)).done.reverse();
    },

    async markDone(userId, id, now) {
      await client.delivery.updateMany({ where: { id, userId }, data: { doneAt: dateOf(now) } });
    },
  };
}
