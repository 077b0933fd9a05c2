import type { Platform } from './notifier.ts';
import type { Identity } from './users.ts';

/**
 * Requests that had to be acknowledged before they were answered: each is kept until its answer was shown, so that
 * what a crash cut short is answered after it, or its sender is told that it was not saved.
 */
export interface Unanswered {
  /** Keeps what is needed to answer it later, sealed. It is on the disk once this resolves. Erased with its sender. */
  keep(who: Identity, bot: string, request: string, now: Temporal.Instant): Promise<string>;
  forget(id: string): Promise<void>;
  /**
   * Takes what was left of those who asked this bot, oldest first: kept or taken before `before`, which whoever kept it would have answered since.
   * No two processes take the same; `except`: ids that are passed by. What cannot be opened any more is removed.
   * Costs one question where there is none.
   */
  take(
    asked: { platform: Platform; bot: string },
    before: Temporal.Instant,
    now: Temporal.Instant,
    except?: readonly string[],
  ): Promise<LeftRequest[]>;
}

/** What ended the process so often is not carried out again. */
export const MOST_TRIES = 3;

export interface LeftRequest {
  id: string;
  who: Identity;
  request: string;
  keptAt: Temporal.Instant;
  /** How often it was taken, this time included. */
  tries: number;
}
