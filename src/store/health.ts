import type { Client } from './driver/client.ts';
import type { Database } from './driver/database.ts';
import { codeOf } from './driver/failures.ts';
import { dateOf, instantOf } from './entities/rows.ts';

/** What an operator is told of the store, and nothing that anybody wrote. */
export interface StoreHealth {
  /** Asks the database once: why it cannot be used, in words without a name or an address, or undefined. */
  trouble(): Promise<string | undefined>;
  /** Why nothing can be kept before the process is started again; undefined while all is well. Costs next to nothing. */
  lost(): string | undefined;
  /** Since when the oldest message that is due waits for its turn; null where none does. */
  oldestDue(now: Temporal.Instant): Promise<Temporal.Instant | null>;
  /** What waits now, by lane: due, or being sent. Lanes that were stopped are left out of what is due. */
  waiting(now: Temporal.Instant): Promise<LaneWaiting[]>;
  /** How many rows are set aside, for `npm run stuck`. */
  setAside(): Promise<number>;
}

export interface LaneWaiting {
  lane: string;
  state: 'due' | 'stopped' | 'sending';
  count: number;
  /** Since when the first of them waits. */
  since: Temporal.Instant;
}

export function createHealth(client: Client, { lost, refused }: Pick<Database, 'lost' | 'refused'>): StoreHealth {
  return {
    lost,
    async trouble() {
      const why = lost();
      if (why) return why;
      try {
        await client.$rows`SELECT 1`;
        // Whether there is room again, nobody may ask for hours: here it is tried.
        if (refused()) await client.$run`UPDATE "KeyCheck" SET "word" = "word"`;
        return undefined;
      } catch (error) {
        return refused() ?? `the database does not answer (${codeOf(error) || 'unknown error'})`;
      }
    },
    async oldestDue(now) {
      const stopped = await client.stoppedLane.findMany({ select: { lane: true } });
      const oldest = await client.delivery.findFirst({
        where: { status: 'due', lane: { notIn: stopped.map(({ lane }) => lane) }, tryAt: { lte: dateOf(now) } },
        orderBy: { tryAt: 'asc' },
        select: { tryAt: true },
      });
      return oldest && instantOf(oldest.tryAt);
    },
    async waiting(now) {
      const stopped = new Set((await client.stoppedLane.findMany({ select: { lane: true } })).map(({ lane }) => lane));
      const isWaiting = { OR: [{ status: 'due', tryAt: { lte: dateOf(now) } }, { status: 'sending' }] };
      const lanes = await client.delivery.groupBy({
        ...{ by: ['lane', 'status'], where: isWaiting, _count: true, _min: { tryAt: true } },
      });
      return lanes.map(({ lane, status, _count: count, _min: { tryAt } }) => ({
        ...{ lane, count, since: tryAt ? instantOf(tryAt) : now },
        state: status === 'sending' ? 'sending' : stopped.has(lane) ? 'stopped' : 'due',
      }));
    },
    setAside: () => client.setAside.count(),
  };
}
