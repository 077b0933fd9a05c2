import { formatClock, formatMoment, formatShortDay } from './localTime.ts';

/** Whether two zones show different clocks at that moment. */
export function clocksDiffer(moment: Temporal.Instant, one: string, other: string): boolean {
  return moment.toZonedDateTimeISO(one).offsetNanoseconds !== moment.toZonedDateTimeISO(other).offsetNanoseconds;
}

/**
 * A moment at a place, on its clock and, where it differs, on the reader's: "Tue, Nov 3, 9 AM CT, 10 AM for you".
 * The day is said again where it is another one.
 */
export function formatBoth(moment: Temporal.Instant, placeZone: string, ownZone: string): string {
  return `${formatMoment(moment, placeZone)}${forYou(moment, placeZone, ownZone, formatShortDay)}`;
}

/** ", 10 AM for you", where the reader's clock shows another hour; with the day where it is another one. */
export function forYou(
  moment: Temporal.Instant,
  placeZone: string,
  ownZone: string,
  sayDay: (day: Temporal.PlainDate) => string,
): string {
  if (!clocksDiffer(moment, placeZone, ownZone)) return '';
  const [there, here] = [placeZone, ownZone].map(zone => moment.toZonedDateTimeISO(zone).toPlainDateTime());
  const isSameDay = there!.toPlainDate().equals(here!.toPlainDate());
  return `, ${isSameDay ? '' : `${sayDay(here!.toPlainDate())}, `}${formatClock(here!.toPlainTime())} for you`;
}
