import { clocksDiffer } from '../../domain/time/bothClocks.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import type { SaidTime } from '../../domain/time/readDay.ts';

/** What was said, on the clock of a zone, to the minute. */
export const momentIn = (said: SaidTime, zone: string): Temporal.ZonedDateTime =>
  said instanceof Temporal.Instant
    ? said.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
    : said.toZonedDateTime(zone);

/**
 * A moment with its year, on the clock of the place and, where it differs, on the reader's: "Tue 3 Nov 2026, 9:00 AM
 * (America/Chicago), 10:00 AM for you". The day is said again where it is another one.
 */
export function absolutely(moment: Temporal.Instant, placeZone: string, ownZone: string): string {
  const [there, here] = [placeZone, ownZone].map(zone => moment.toZonedDateTimeISO(zone).toPlainDateTime());
  const said = `${formatDay(there!.toPlainDate())}, ${formatClock(there!.toPlainTime())} (${placeZone})`;
  if (!clocksDiffer(moment, placeZone, ownZone)) return said;
  const sameDay = there!.toPlainDate().equals(here!.toPlainDate());
  return `${said}, ${sameDay ? '' : `${formatDay(here!.toPlainDate())}, `}${formatClock(here!.toPlainTime())} for you`;
}
