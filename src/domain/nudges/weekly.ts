import { nextWeekly, type WeeklyTime, weeklyOccurrenceKey } from '../time/localTime.ts';

/** How long after its time a weekly message may still be sent. */
const WEEKLY_GRACE_HOURS = 24;

export interface WeeklyDecision {
  /** The occurrence whose moment has come, or undefined where none has. */
  due?: { occurrence: string; dueAt: Temporal.Instant; graceUntil: Temporal.Instant };
  /** When to decide again. */
  next: Temporal.Instant;
  /** Why, for the log and for the person who asks. */
  why: string;
}

/**
 * Which weekly occurrence is due for a community that was to be planned at `plannedFor`, now that it is `now`. After a
 * long pause only the latest counts.
 */
export function decideWeekly(
  plannedFor: Temporal.Instant,
  now: Temporal.Instant,
  weekly: WeeklyTime,
  zone: string,
): WeeklyDecision {
  let due: Temporal.Instant | undefined;
  let next = nextWeekly(plannedFor.subtract({ nanoseconds: 1 }), weekly, zone);
  while (Temporal.Instant.compare(next, now) <= 0) {
    due = next;
    next = nextWeekly(due, weekly, zone);
  }
  if (!due) return { next, why: 'its weekly time has not come' };
  const graceUntil = due.add({ hours: WEEKLY_GRACE_HOURS });
  return {
    due: { occurrence: weeklyOccurrenceKey(due, zone), dueAt: due, graceUntil },
    next,
    why: 'its weekly time has come',
  };
}
