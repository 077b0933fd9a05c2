import { type Job, PgBoss } from 'pg-boss';
import { StartError } from '../core/ports/errors.ts';
import type { Dispatcher, Work } from './dispatcher.ts';
import { every } from './interval.ts';

const TICK = 'tick';

/**
 * One job a key waiting and one running, over all replicas; a replica that dies loses its jobs after ten seconds
 * without a heartbeat, and another takes them up.
 */
const QUEUE = {
  policy: 'stately',
  heartbeatSeconds: 10,
  retryDelay: 0,
  retryLimit: 1000,
  expireInSeconds: 24 * 3600 - 1,
  // What is done tells nothing: the ledger remembers.
  deleteAfterSeconds: 3600,
  notify: true,
} as const;

/** A lane has a queue of its own, in which those look for work whose token sends there, and nobody else. */
const queueOf = (lane: string): string => `lane/${lane.replace(/[^\w.-]/g, '/')}`;

/**
 * A new job wakes those who wait for one. They ask by themselves now and then: for the jobs of a replica that died,
 * and more often where a pooler between swallows the news of new ones.
 */
const WAITING = { notifyPollingIntervalSeconds: 5, pollingIntervalSeconds: 2, heartbeatRefreshSeconds: 3 } as const;

/** For PostgreSQL: pg-boss sees to it that a lane is drained by one replica at a time, and moves it when that one dies. */
export function pgBossDispatcher(databaseUrl: string, tickSeconds: number): Dispatcher {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    // Who looks for jobs without a heartbeat does so no more often than both of these say.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    useListenNotify: true,
    schedule: false,
  });
  const stopping = new AbortController();
  const listening = new Map<string, Promise<unknown>>();
  let ticks: ReturnType<typeof every> | undefined;

  async function send(queue: string, key: string): Promise<void> {
    if (!stopping.signal.aborted) await boss.send(queue, { key }, { singletonKey: key });
  }

  async function drainIn(lane: string, work: Work): Promise<void> {
    await boss.createQueue(queueOf(lane), QUEUE);
    await boss.work(queueOf(lane), WAITING, async ([job]: Job[]) => {
      if (!job) return;
      const signal = AbortSignal.any([stopping.signal, job.signal]);
      await work.drain(lane, signal).catch(error => work.report(error, lane));
    });
  }

  async function offer(lanes: readonly string[], work: Work): Promise<void> {
    for (const lane of lanes) {
      if (stopping.signal.aborted) return;
      const ready = listening.get(lane) ?? drainIn(lane, work);
      listening.set(lane, ready);
      await ready.catch((error: unknown) => {
        listening.delete(lane);
        throw error;
      });
      await send(queueOf(lane), lane);
    }
  }

  async function tick(work: Work): Promise<void> {
    for await (const lanes of work.tick()) await offer(lanes, work);
  }

  return {
    async start(work) {
      boss.on('error', error => work.report(error, 'pg-boss'));
      await boss.start().catch(error => {
        const why = error instanceof Error ? error.message : String(error);
        throw new StartError(`The queue cannot be made in the database (${why}).`, { cause: error });
      });
      await boss.createQueue(TICK, QUEUE);
      await boss.work(TICK, WAITING, async () => {
        await tick(work).catch(error => work.report(error, 'tick'));
      });
      // One of all processes plans; what is due each looks for itself, since no other may send it.
      ticks = every(tickSeconds, () =>
        send(TICK, TICK)
          .then(async () => offer(await work.due(), work))
          .catch(error => work.report(error, 'tick')),
      );
      await ticks.first;
    },
    async stop() {
      stopping.abort();
      await ticks?.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
