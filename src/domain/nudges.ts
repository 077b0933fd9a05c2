import { nextWeekly, spreadMinutes, type WeeklyTime, weeklyOccurrenceKey } from './localTime.ts';

/** Digests are spread over this many minutes after the chosen time, each person always at their own. */
export const DIGEST_SPREAD_MINUTES = 30;
/** How long after its time a weekly message may still be sent, marked late. */
export const WEEKLY_GRACE_HOURS = 24;

export interface WeeklyDecision {
  /** The occurrence whose moment has come, or undefined where none has. */
  due?: { occurrence: string; dueAt: Temporal.Instant; graceUntil: Temporal.Instant };
  /** When to decide again. */
  next: Temporal.Instant;
  /** Why, for the log and for the person who asks. */
  why: string;
}

/**
 * Which weekly occurrence is due for somebody who was to be planned at `plannedFor`, now that it is `now`. After a
 * long pause only the latest counts. `id` decides the minute within the spread.
 */
export function decideWeekly(
  id: string,
  plannedFor: Temporal.Instant,
  now: Temporal.Instant,
  weekly: WeeklyTime,
  zone: string,
  spread = 0,
): WeeklyDecision {
  const shift = { minutes: spreadMinutes(id, spread) };
  const at = now.subtract(shift);
  let due: Temporal.Instant | undefined;
  let next = nextWeekly(plannedFor.subtract(shift).subtract({ nanoseconds: 1 }), weekly, zone);
  while (Temporal.Instant.compare(next, at) <= 0) {
    due = next;
    next = nextWeekly(due, weekly, zone);
  }
  if (!due) return { next: next.add(shift), why: 'its weekly time has not come' };
  const dueAt = due.add(shift);
  return {
    due: { occurrence: weeklyOccurrenceKey(due, zone), dueAt, graceUntil: dueAt.add({ hours: WEEKLY_GRACE_HOURS }) },
    next: next.add(shift),
    why: 'its weekly time has come',
  };
}

/** What a digest could say to one person. */
export interface DigestFacts {
  /** Entries logged in the last seven days. */
  logged: number;
  /** Official dates of the next seven days, soonest first. */
  coming: { title: string; at: string }[];
}

/** A digest that has nothing to say is not sent. */
export function decideDigest({ logged, coming }: DigestFacts): { send: boolean; why: string } {
  if (logged > 0) return { send: true, why: 'something was logged this week' };
  if (coming.length > 0) return { send: true, why: 'an official date is near' };
  return { send: false, why: 'there is nothing to say this week' };
}
