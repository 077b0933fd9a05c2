import { setTimeout as sleep } from 'node:timers/promises';

/** A wait before each use of a name, so that two uses of the same are at least so many milliseconds apart. */
export function createPace(milliseconds: number): (name: string) => Promise<void> {
  const free = new Map<string, number>();
  return async name => {
    const now = performance.now();
    for (const [old, at] of free) if (at <= now) free.delete(old);
    const from = Math.max(now, free.get(name) ?? 0);
    free.set(name, from + milliseconds);
    if (from > now) await sleep(from - now);
  };
}
