import { formatMoment } from '../time/localTime.ts';
import { timeLeft } from '../time/timeLeft.ts';

/** A time to answer; null where none was named. `zone` is the one it is shown in. */
export interface AnswerBy {
  replyBy: Temporal.Instant | null;
  now: Temporal.Instant;
  zone: string;
}

/**
 * "Answer by Fri, Nov 13, 5 PM CT, in 46 hours."
 * @param otherwise what to do where no time was named, and where it has passed
 */
export function sayAnswerBy({ replyBy, now, zone }: AnswerBy, otherwise: { time: string; passed: string }): string {
  if (!replyBy) return otherwise.time;
  const moment = formatMoment(replyBy, zone);
  if (Temporal.Instant.compare(replyBy, now) <= 0) return `The time to answer passed on ${moment}. ${otherwise.passed}`;
  return `Answer by ${moment}, in ${timeLeft(now, replyBy)}.`;
}
