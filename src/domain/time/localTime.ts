import { hash } from './hash.ts';
import { shortZone } from './zoneNames.ts';

/** Calendar sums on a person's own clock. Instants come in and go out; a zone is an IANA name. */

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A moment of the week on a local clock: weekday 1 (Monday) to 7 (Sunday), hour 0 to 23. */
export interface WeeklyTime {
  weekday: number;
  hour: number;
  minute?: number;
}

/** Hours in which nothing is sent, "HH:MM" each, over midnight or not. Equal ends mean none. `from` is quiet, `to` is not. */
export interface QuietHours {
  from: string;
  to: string;
}

/** The English name of a weekday, 1 (Monday) to 7 (Sunday). Throws a RangeError for any other number. */
export function weekdayName(weekday: number): string {
  const name = weekdayNames[weekday - 1];
  if (name === undefined) throw new RangeError(`A weekday is 1 (Monday) to 7 (Sunday), not ${weekday}`);
  return name;
}

/**
 * The occurrences strictly after `after`, soonest first and without end, each with the local day that it is for. A time
 * inside a gap is moved past it by the gap's length, a time that comes twice is taken the first time: each local week
 * has exactly one occurrence.
 */
export function* weeklyAfter(after: Temporal.Instant, weekly: WeeklyTime, zone: string) {
  weekdayName(weekly.weekday);
  const plainTime = new Temporal.PlainTime(weekly.hour, weekly.minute ?? 0);
  // From yesterday, because a gap just before midnight moves an occurrence into the next day.
  const yesterday = after.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  let day = yesterday.add({ days: (weekly.weekday - yesterday.dayOfWeek + 7) % 7 });
  for (; ; day = day.add({ weeks: 1 })) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
    if (Temporal.Instant.compare(at, after) > 0) yield { day, at };
  }
}

/** The first occurrence strictly after `after`. */
export function nextWeekly(after: Temporal.Instant, weekly: WeeklyTime, zone: string): Temporal.Instant {
  for (const { at } of weeklyAfter(after, weekly, zone)) return at;
  throw new Error('weeks have no end');
}

/** What names an occurrence in the delivery ledger: its local date, "2026-11-01". */
export function weeklyOccurrenceKey(occurrence: Temporal.Instant, zone: string): string {
  return occurrence.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Whether the local clock shows a quiet hour. */
export function isQuiet(moment: Temporal.Instant, quiet: QuietHours, zone: string): boolean {
  const { hour, minute } = moment.toZonedDateTimeISO(zone);
  const [from, to, time] = [minutesOf(quiet.from), minutesOf(quiet.to), hour * 60 + minute];
  return from > to ? time >= from || time < to : time >= from && time < to;
}

/** Minutes since midnight of "HH:MM". */
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The moment itself, or the end of the quiet hours it falls into: for what can wait. */
export function afterQuietHours(moment: Temporal.Instant, quiet: QuietHours, zone: string): Temporal.Instant {
  if (!isQuiet(moment, quiet, zone)) return moment;
  const local = moment.toZonedDateTimeISO(zone);
  const endsToday = Temporal.PlainTime.compare(local.toPlainTime(), quiet.to) < 0;
  // Where the end comes twice, the second one: the first may lie behind the moment.
  return atClock(local.toPlainDate().add({ days: endsToday ? 0 : 1 }), quiet.to, zone, 'later');
}

/** The moment itself, or the last minute before the quiet hours it falls into: for deadlines. */
export function beforeQuietHours(moment: Temporal.Instant, quiet: QuietHours, zone: string): Temporal.Instant {
  if (!isQuiet(moment, quiet, zone)) return moment;
  const local = moment.toZonedDateTimeISO(zone);
  const beganToday = Temporal.PlainTime.compare(local.toPlainTime(), quiet.from) >= 0;
  const began = atClock(local.toPlainDate().subtract({ days: beganToday ? 0 : 1 }), quiet.from, zone, 'earlier');
  return began.subtract({ minutes: 1 });
}

function atClock(day: Temporal.PlainDate, time: string, zone: string, disambiguation: 'earlier' | 'later') {
  return day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone, { disambiguation }).toInstant();
}

/** Whole minutes from 0 to below `withinMinutes`, always the same for an id, so that what is due at one hour leaves spread. */
export function spreadMinutes(id: string, withinMinutes: number): number {
  return withinMinutes >= 1 ? hash(id) % Math.floor(withinMinutes) : 0;
}

/** "Thu, Oct 29, 2026" */
export function formatDay(day: Temporal.PlainDate): string {
  return `${formatShortDay(day)}, ${day.year}`;
}

/** "9 AM", "9:30 AM" */
export function formatClock(time: Temporal.PlainTime): string {
  const minute = time.minute ? `:${String(time.minute).padStart(2, '0')}` : '';
  return `${time.hour % 12 || 12}${minute} ${time.hour < 12 ? 'AM' : 'PM'}`;
}

/** "Tue, Nov 3, 9 AM CT" */
export function formatMoment(moment: Temporal.Instant, zone: string): string {
  const local = moment.toZonedDateTimeISO(zone);
  return `${formatShortDay(local.toPlainDate())}, ${formatClock(local.toPlainTime())} ${shortZone(moment, zone)}`;
}

/** "Thu, Oct 29" */
export function formatShortDay(day: Temporal.PlainDate): string {
  return `${weekdayName(day.dayOfWeek).slice(0, 3)}, ${formatMonthDay(day)}`;
}

/** "Oct 29" */
export function formatMonthDay(day: Temporal.PlainDate): string {
  return `${monthNames[day.month - 1]} ${day.day}`;
}
