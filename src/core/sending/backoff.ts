import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;

/** The wait before the n-th further try, from 0: half a minute, then twice as long each time up to an hour, and some by chance. */
export const backoffMs = (tries: number, chance = Math.random()): number =>
  Math.min(FIRST_MS * 2 ** tries, LONGEST_MS) * (1 + chance / 4);

/** Tries again, later each time, until it succeeds or the signal aborts. @param attempt whether it succeeded */
export async function tryAgain(attempt: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await sleep(backoffMs(tries), undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted || (await attempt())) return;
  }
}
