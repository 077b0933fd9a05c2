/** How many requests in how many milliseconds. */
export interface Rate {
  limit: number;
  ms: number;
}

/** The whole bot, interactions and webhooks aside. */
export const GLOBAL_RATE: Rate = { limit: 50, ms: 1000 };
/** New messages in one channel. */
export const CHANNEL_RATE: Rate = { limit: 5, ms: 5000 };

/** A fixed window for each key, opened by its first request. */
export class RateLimiter {
  #windows = new Map<string, { used: number; resetAt: number }>();
  #rate: Rate;
  #now: () => number;

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Counts a request unless the window is full; `resetAfter` is in seconds. */
  take(key: string): { allowed: boolean; remaining: number; resetAfter: number } {
    const now = this.#now();
    let window = this.#windows.get(key);
    if (!window || window.resetAt <= now) {
      window = { used: 0, resetAt: now + this.#rate.ms };
      this.#windows.set(key, window);
    }
    const allowed = window.used < this.#rate.limit;
    if (allowed) window.used++;
    return { allowed, remaining: this.#rate.limit - window.used, resetAfter: (window.resetAt - now) / 1000 };
  }
}
