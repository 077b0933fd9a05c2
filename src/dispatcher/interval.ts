import cron from 'node-cron';

interface Ticks {
  first: Promise<void>;
  /** Runs the work between two ticks: after the run that is under way, if one is. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the work at once and then every so many seconds by UTC, one run at a time.
 * @param seconds a divisor of 60
 * @param work must not throw
 * @throws Error where the process's own zone is another than UTC: node-cron drops the milliseconds of local time, which
 *   in the hour that comes twice is a step back of an hour, and stands still (its issues 492 and 509), whatever zone it
 *   was given. No hour of UTC comes twice.
 */
export function every(seconds: number, work: () => Promise<void>): Ticks {
  if (Temporal.Now.timeZoneId() !== 'UTC') throw new Error('the process needs TZ=UTC');
  let running: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const first = run();
  // A late tick is no news: the next one looks for everything that is due.
  const task = cron.schedule(`*/${seconds} * * * * *`, run, { timezone: 'UTC', suppressMissedWarning: true });
  return {
    first,
    async again() {
      await running;
      await run();
    },
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
