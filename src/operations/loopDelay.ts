import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const WINDOW_MS = 60_000;

/** How long this process's work has kept others waiting, over the last minute or two. */
export interface LoopDelay {
  /** Milliseconds that one in a hundred turns of the event loop came late, at least. */
  p99(): number;
  stop(): void;
}

export function watchLoop(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // It counts the time between two turns of a timer, the timer's own time included.
  const late = () => Math.max(0, histogram.percentile(99) / 1e6 - RESOLUTION_MS);
  let before = 0;
  const turning = setInterval(() => {
    before = late();
    histogram.reset();
  }, WINDOW_MS).unref();
  return {
    p99: () => Math.round(Math.max(before, late()) * 10) / 10,
    stop() {
      clearInterval(turning);
      histogram.disable();
    },
  };
}
