import { count } from '../words/sentences.ts';

const [HOUR, DAY] = [60, 24 * 60];

/**
 * How long it is until a moment, in words: to the minute within half a day, then to the nearest hour within three days,
 * then to the nearest day. "40 minutes", "five hours and 20 minutes", "47 hours", "four days".
 */
export function timeLeft(from: Temporal.Instant, until: Temporal.Instant): string {
  const minutes = Math.floor(from.until(until).total('minutes'));
  if (minutes < 1) return 'less than a minute';
  if (minutes < 12 * HOUR) {
    const parts = [
      minutes >= HOUR && count(Math.floor(minutes / HOUR), 'hour', 'hours'),
      minutes % HOUR > 0 && count(minutes % HOUR, 'minute', 'minutes'),
    ];
    return parts.filter(Boolean).join(' and ');
  }
  return minutes < 3 * DAY
    ? count(Math.round(minutes / HOUR), 'hour', 'hours')
    : count(Math.round(minutes / DAY), 'day', 'days');
}
