import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

/** So many uses in so many milliseconds. */
export interface Rate {
  count: number;
  ms: number;
}

/** Lets work begin in the order in which it asked, never more of it than a rate allows. */
export interface RateLimiter {
  /**
   * Runs the work when its turn comes. A use counts until `ms` after its end, so that however long it traveled, the
   * other side never sees more than `count` begin in any `ms`. @throws signal.reason where that aborts before the turn
   */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Milliseconds until the next turn at the earliest; 0 where one is free now. */
  wait(): number;
  /** Nothing begins for so many milliseconds. */
  hold(ms: number): void;
}

export function createRateLimiter({ count, ms }: Rate): RateLimiter {
  /** When each place that nobody uses is free: soonest first, since they come back in the order of time. */
  const free: number[] = Array.from({ length: count }, () => 0);
  let freed = Promise.withResolvers<void>();
  let heldUntil = 0;
  let last: Promise<unknown> = Promise.resolve();

  const waitFor = (at: number) => Math.max(at, heldUntil) - performance.now();

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    while (free.length === 0) await freed.promise;
    const at = free[0] as number;
    for (let wait = waitFor(at); wait > 0; wait = waitFor(at))
      await sleep(wait, undefined, { signal }).catch(() => signal?.throwIfAborted());
    free.shift();
  }

  return {
    async run(work, signal) {
      const mine = last.then(() => turn(signal));
      last = mine.catch(() => {});
      await mine;
      try {
        return await work();
      } finally {
        free.push(performance.now() + ms);
        freed.resolve();
        freed = Promise.withResolvers();
      }
    },
    wait: () => Math.max(0, waitFor(free[0] ?? performance.now() + ms)),
    hold: held => {
      heldUntil = Math.max(heldUntil, performance.now() + held);
    },
  };
}

/** A pace for each name, such as a channel's id. */
export function createRateLimiters(rate: Rate): (name: string) => RateLimiter {
  const limiters = new LRUCache<string, RateLimiter>({ max: MOST_NAMES });
  return name => {
    const limiter = limiters.get(name) ?? createRateLimiter(rate);
    limiters.set(name, limiter);
    return limiter;
  };
}

/** Far more than anything is sent to within a rate's time. */
const MOST_NAMES = 10_000;
