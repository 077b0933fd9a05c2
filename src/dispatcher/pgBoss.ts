import { type Job, PgBoss } from 'pg-boss';
import type { Dispatcher, Work } from './dispatcher.ts';
import { every } from './interval.ts';

const TICK = 'tick';
const LANE = 'lane';

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

/** How many lanes one replica drains at once. A lane mostly waits for its platform, so that many cost little. */
const LANES_AT_ONCE = 100;

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
  let ticks: ReturnType<typeof every> | undefined;

  async function send(queue: string, key: string): Promise<void> {
    if (!stopping.signal.aborted) await boss.send(queue, { key }, { singletonKey: key });
  }

  async function tick(work: Work): Promise<void> {
    for await (const lanes of work.tick()) {
      if (stopping.signal.aborted) return;
      for (const lane of lanes) await send(LANE, lane);
    }
  }

  return {
    async start(work) {
      boss.on('error', error => work.report(error, 'pg-boss'));
      await boss.start();
      for (const queue of [TICK, LANE]) await boss.createQueue(queue, QUEUE);
      await boss.work(TICK, WAITING, async () => {
        await tick(work).catch(error => work.report(error, 'tick'));
      });
      await boss.work(LANE, { ...WAITING, localConcurrency: LANES_AT_ONCE }, async ([job]: Job<{ key: string }>[]) => {
        if (!job) return;
        const signal = AbortSignal.any([stopping.signal, job.signal]);
        await work.drain(job.data.key, signal).catch(error => work.report(error, job.data.key));
      });
      ticks = every(tickSeconds, () => send(TICK, TICK).catch(error => work.report(error, 'tick')));
      await ticks.first;
    },
    async stop() {
      stopping.abort();
      await ticks?.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
