import { setTimeout as sleep } from 'node:timers/promises';

export interface Waits {
  firstMs: number;
  longestMs: number;
  /** By so much of itself a wait is longer by chance, so that those who failed together do not come again together. */
  spread: number;
}

/** Half a minute to an hour: for a whole platform. */
const platformWaits: Waits = { firstMs: 30_000, longestMs: 60 * 60_000, spread: 1 / 4 };

/**
 * The wait before the n-th further try, from 0: the first, then twice as long each time up to the longest, and
 * some by chance.
 */
export const backoffMs = (tries: number, chance = Math.random(), waits = platformWaits): number =>
  Math.min(waits.firstMs * 2 ** tries, waits.longestMs) * (1 + chance * waits.spread);

/** The clock is looked at this often: where it is moved, a wait is over as soon as it says so. */
const LOOK_MS = 1000;

/**
 * Tries again, later each time, until it succeeds or the signal aborts. @param attempt whether it succeeded
 * @param now tells when a wait is over
 */
export async function tryAgain(
  attempt: () => Promise<boolean>,
  signal: AbortSignal,
  now: () => Temporal.Instant = Temporal.Now.instant,
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const due = now().add({ milliseconds: Math.ceil(backoffMs(tries)) });
    for (let left = 1; left > 0 && !signal.aborted; ) {
      left = now().until(due).total('milliseconds');
      if (left > 0) await sleep(Math.min(left, LOOK_MS), undefined, { signal, ref: false }).catch(() => {});
    }
    if (signal.aborted || (await attempt())) return;
  }
}
