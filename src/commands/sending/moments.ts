import { forYou } from '../../domain/time/bothClocks.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import type { SaidTime } from '../../domain/time/readDay.ts';
import { shortZone } from '../../domain/time/zoneNames.ts';

/** What was said, on the clock of a zone, to the minute. */
export const momentIn = (said: SaidTime, zone: string): Temporal.ZonedDateTime =>
  said instanceof Temporal.Instant
    ? said.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
    : said.toZonedDateTime(zone);

/**
 * A moment with its year, on the clock of the place and, where it differs, on the reader's: "Tue 3 Nov 2026, 9:00 AM CT,
 * 10:00 AM for you".
 */
export function absolutely(moment: Temporal.Instant, placeZone: string, ownZone: string): string {
  const there = moment.toZonedDateTimeISO(placeZone);
  const said = `${formatDay(there.toPlainDate())}, ${formatClock(there.toPlainTime())} ${shortZone(moment, placeZone)}`;
  return `${said}${forYou(moment, placeZone, ownZone, formatDay)}`;
}
