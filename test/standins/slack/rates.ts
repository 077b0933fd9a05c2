import { SlackError } from './types.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

/** Calls a minute of one method in one workspace; https://docs.slack.dev/apis/web-api/rate-limits */
const TIERS = {
  connect: 20,
  tier2: 20,
  tier3: 50,
  tier4: 100,
  /** Posting has limits of its own, by channel and by workspace. */
  posting: Number.POSITIVE_INFINITY,
} as const;
export type Tier = keyof typeof TIERS;

const CHANNEL_MESSAGES_A_SECOND = 1;
const WORKSPACE_MESSAGES_A_MINUTE = 200;

/** Sliding windows: a call that would exceed one is refused with `ratelimited` and does not count. */
export class Rates {
  readonly #calls = new Map<string, number[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a call of a method in a workspace. */
  call(method: string, teamId: string, tier: Tier): void {
    this.#take([[`${method} ${teamId}`, TIERS[tier], MINUTE]]);
  }

  /** Counts a message into a channel. */
  post(channelId: string, teamId: string): void {
    this.#take([
      [`post ${channelId}`, CHANNEL_MESSAGES_A_SECOND, SECOND],
      [`post ${teamId}`, WORKSPACE_MESSAGES_A_MINUTE, MINUTE],
    ]);
  }

  #take(windows: [key: string, most: number, milliseconds: number][]): void {
    const now = this.#now();
    for (const [key, most, milliseconds] of windows) {
      const recent = (this.#calls.get(key) ?? []).filter(at => at > now - milliseconds);
      this.#calls.set(key, recent);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= most) {
        throw new SlackError('ratelimited', {
          retryAfter: Math.max(1, Math.ceil((oldest + milliseconds - now) / SECOND)),
        });
      }
    }
    for (const [key] of windows) this.#calls.get(key)?.push(now);
  }
}
