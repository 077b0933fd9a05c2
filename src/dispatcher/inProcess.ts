import cron, { type ScheduledTask } from 'node-cron';
import type { Dispatcher, Work } from './dispatcher.ts';

/** For SQLite, where there is one process: a plain UTC interval, and a drain a lane as long as there is something due. */
export function inProcessDispatcher(tickSeconds: number): Dispatcher {
  const stopping = new AbortController();
  const draining = new Map<string, Promise<void>>();
  let task: ScheduledTask | undefined;
  let ticking: Promise<void> = Promise.resolve();

  async function tick(work: Work): Promise<void> {
    for (const lane of await work.tick()) {
      if (draining.has(lane) || stopping.signal.aborted) continue;
      const drain = work
        .drain(lane, stopping.signal)
        .catch(error => work.report(error, lane))
        .finally(() => draining.delete(lane));
      draining.set(lane, drain);
    }
  }

  return {
    async start(work) {
      const run = () => {
        ticking = tick(work).catch(error => work.report(error, 'tick'));
        return ticking;
      };
      task = cron.schedule(`*/${tickSeconds} * * * * *`, run, { timezone: 'UTC', noOverlap: true });
      await run();
    },
    async stop() {
      stopping.abort();
      await task?.destroy();
      await ticking;
      await Promise.all(draining.values());
    },
  };
}
