import type { Dispatcher, Work } from './dispatcher.ts';
import { every } from './interval.ts';

/** For SQLite, where there is one process: a plain UTC interval, and a drain a lane as long as there is something due. */
export function inProcessDispatcher(tickSeconds: number): Dispatcher & {
  /** Plans and sends what is due now, without waiting for the next tick; ends when it was sent. */
  round(): Promise<void>;
} {
  const stopping = new AbortController();
  const draining = new Map<string, Promise<void>>();
  let ticks: ReturnType<typeof every> | undefined;

  async function tick(work: Work): Promise<void> {
    for await (const lanes of work.tick()) {
      if (stopping.signal.aborted) return;
      for (const lane of lanes.filter(lane => !draining.has(lane))) {
        const drain = work
          .drain(lane, stopping.signal)
          .catch(error => work.report(error, lane))
          .finally(() => draining.delete(lane));
        draining.set(lane, drain);
      }
    }
  }

  return {
    async start(work) {
      ticks = every(tickSeconds, () => tick(work).catch(error => work.report(error, 'tick')));
      await ticks.first;
    },
    async round() {
      // What a drain that was under way had not seen yet has its own turn.
      await Promise.all(draining.values());
      await ticks?.again();
      await Promise.all(draining.values());
    },
    async stop() {
      stopping.abort();
      await ticks?.stop();
      await Promise.all(draining.values());
    },
  };
}
