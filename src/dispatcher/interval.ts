/**
 * Runs the work now and then every so many seconds, one run at a time. A plain interval knows no clock: node-cron, in a
 * process whose local time is set back, stood still for an hour (its issues 492 and 509), whatever zone it was given.
 * @param work must not throw
 */
export function every(seconds: number, work: () => Promise<void>): { first: Promise<void>; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const first = run();
  const timer = setInterval(run, seconds * 1000);
  return {
    first,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
