import type { Platform } from './notifier.ts';
import type { Request } from './request.ts';

/** A call that was acknowledged before its answer was there. `target`: where its door shows the answer, in its own words. */
export interface UnansweredCall {
  request: Request;
  target: string;
  /** When the answer cannot be shown there any more. */
  expiresAt: Temporal.Instant;
}

/** The same as somebody left it who answers it no more. */
export interface LeftCall extends UnansweredCall {
  id: string;
  /** How often it was taken up, this time included. */
  tries: number;
}

/** What was acknowledged and is not answered yet, so that the end of the process loses none of it. */
export interface Unanswered {
  /** Written down once this resolves. Whoever keeps it answers it within half a minute. */
  keep(call: UnansweredCall, now: Temporal.Instant): Promise<string>;
  answered(id: string): Promise<void>;
  /**
   * Takes up those that nobody is answering, the oldest first: no two get the same one. What cannot be read any more is
   * removed. Costs one question where there is none.
   */
  left(platform: Platform, now: Temporal.Instant): Promise<LeftCall[]>;
}
