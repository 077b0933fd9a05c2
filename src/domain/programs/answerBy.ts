import { formatMoment } from '../time/localTime.ts';
import { count } from '../words/sentences.ts';

/** A time to answer; null where none was named. `zone` is the one it is shown in. */
export interface AnswerBy {
  replyBy: Temporal.Instant | null;
  now: Temporal.Instant;
  zone: string;
}

/**
 * "Answer by Fri 13 Nov, 5:00 PM (America/Chicago), in 46 hours."
 * @param otherwise what to do where no time was named, and where it has passed
 */
export function sayAnswerBy({ replyBy, now, zone }: AnswerBy, otherwise: { time: string; passed: string }): string {
  if (!replyBy) return otherwise.time;
  const moment = formatMoment(replyBy, zone);
  if (Temporal.Instant.compare(replyBy, now) <= 0) return `The time to answer passed on ${moment}. ${otherwise.passed}`;
  return `Answer by ${moment}, ${fromNow(now.until(replyBy).total('hours'))}.`;
}

function fromNow(hours: number): string {
  if (hours < 1) return 'in less than an hour';
  return `in ${hours < 72 ? count(Math.floor(hours), 'hour', 'hours') : count(Math.floor(hours / 24), 'day', 'days')}`;
}
