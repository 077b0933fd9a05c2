import { setTimeout as sleep } from 'node:timers/promises';

/** Shorter than what a container's host waits before it kills: ten seconds. */
const STOP_MS = 9000;

/** How this process ends. */
export interface Ending {
  /** From now on there is something to bring to an end first; before, the process ends at once. */
  stopBy(stop: () => Promise<unknown>): void;
  /** Ends the process, once. A second call does not wait any longer. */
  end(code: number): void;
  begun(): boolean;
}

export function createEnding(exit: (code: number) => void = process.exit, stopMs = STOP_MS): Ending {
  let stop: (() => Promise<unknown>) | undefined;
  let begun = false;
  return {
    stopBy: way => {
      stop = way;
    },
    begun: () => begun,
    end(code) {
      // Whatever a start has done so far may be cut off at any point: a kill does the same.
      if (begun || !stop) return exit(code);
      begun = true;
      const stopped = stop().catch(() => {});
      void Promise.race([stopped, sleep(stopMs)]).then(() => exit(code));
    },
  };
}

/** As process 1 of a container this one gets no signal that it does not listen to. */
export function hearSignals({ end }: Pick<Ending, 'end'>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0));
}
