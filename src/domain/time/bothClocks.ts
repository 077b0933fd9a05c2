import { formatClock, formatMoment } from './localTime.ts';

/** Whether two zones show different clocks at that moment. */
export function clocksDiffer(moment: Temporal.Instant, one: string, other: string): boolean {
  return moment.toZonedDateTimeISO(one).offsetNanoseconds !== moment.toZonedDateTimeISO(other).offsetNanoseconds;
}

/**
 * A moment at a place, on its clock and, where it differs, on the reader's: "Tue 3 Nov, 9:00 AM (America/Chicago),
 * for you 10:00 AM (America/New_York)". The day is said again where it is another one.
 */
export function formatBoth(moment: Temporal.Instant, placeZone: string, ownZone: string): string {
  const there = formatMoment(moment, placeZone);
  if (!clocksDiffer(moment, placeZone, ownZone)) return there;
  const [own, place] = [ownZone, placeZone].map(zone => moment.toZonedDateTimeISO(zone).toPlainDateTime());
  const sameDay = own!.toPlainDate().equals(place!.toPlainDate());
  return `${there}, for you ${sameDay ? `${formatClock(own!.toPlainTime())} (${ownZone})` : formatMoment(moment, ownZone)}`;
}
