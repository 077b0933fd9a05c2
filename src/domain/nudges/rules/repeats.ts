import type { Recipient } from '../nudgeFacts.ts';
import { itemKey, type Nudge } from '../nudgeKinds.ts';

/** More repetitions than these were missed in one go: nobody reads a longer list. */
export const MOST_OCCURRENCES = 60;

/** Whether it lies ahead and is not settled yet: what comes after it is decided on when it has come. */
export const isNextAhead = (nudge: Nudge, now: Temporal.Instant, known: ReadonlySet<string>): boolean =>
  Temporal.Instant.compare(nudge.dueAt, now) > 0 && !known.has(itemKey(nudge));

/** So that what is strictly after it takes in the moment itself. */
export const justBefore = (moment: Temporal.Instant): Temporal.Instant => moment.subtract({ nanoseconds: 1 });

/** The moment itself, or the end of the pause that it falls into: what comes again anyhow is looked for from there. */
export function pauseOver(moment: Temporal.Instant, { pausedUntil, zone }: Recipient): Temporal.Instant {
  if (!pausedUntil) return moment;
  const end = pausedUntil.toZonedDateTime(zone).toInstant();
  return Temporal.Instant.compare(end, moment) > 0 ? end : moment;
}
