import { RRuleTemporal } from 'rrule-temporal';
import { list } from '../sentences.ts';
import { formatClock, weekdayNames } from './localTime.ts';

/** A local time, once or again and again. */
export interface Recurrence {
  /** The first one. */
  at: Temporal.PlainDateTime;
  /** An RFC 5545 rule without DTSTART, `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR`, or null for once. */
  rule: string | null;
}

export interface Occurrence {
  /** What the rule says, on the local clock: it names the occurrence. */
  local: Temporal.PlainDateTime;
  /** When that is: past a gap by the gap's length, the first time where it comes twice. */
  at: Temporal.Instant;
}

/**
 * The first occurrence strictly after `after` on the clock of `zone`, or undefined where none is left. The rule runs on
 * a clock that never changes, and each of its times is then placed in the zone: so each happens exactly once.
 */
export function nextOccurrence(
  { at, rule }: Recurrence,
  after: Temporal.Instant,
  zone: string,
): Occurrence | undefined {
  if (rule === null) return later(place(at, zone), after);
  const rules = rulesOf(at, rule);
  // From a day earlier, because a gap moves an occurrence to a later time.
  let from = onUnchangingClock(after.toZonedDateTimeISO(zone).toPlainDateTime().subtract({ days: 1 }));
  for (;;) {
    const next = rules.next(from);
    if (!next) return undefined;
    const occurrence = later(place(next.toPlainDateTime(), zone), after);
    if (occurrence) return occurrence;
    from = next;
  }
}

/** Where the rule begins, looking from a local time on; undefined where it has no time at all. */
export function firstOccurrence(from: Temporal.PlainDateTime, rule: string): Temporal.PlainDateTime | undefined {
  return rulesOf(from, rule).next(onUnchangingClock(from), true)?.toPlainDateTime();
}

const rulesOf = (at: Temporal.PlainDateTime, rule: string) =>
  new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart: onUnchangingClock(at) });
const onUnchangingClock = (local: Temporal.PlainDateTime) => local.toZonedDateTime('UTC');
const place = (local: Temporal.PlainDateTime, zone: string): Occurrence => ({
  local,
  at: local.toZonedDateTime(zone).toInstant(),
});
const later = (occurrence: Occurrence, after: Temporal.Instant) =>
  Temporal.Instant.compare(occurrence.at, after) > 0 ? occurrence : undefined;

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const places: Record<string, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' };
const units: Record<string, string> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

/** "every second Friday at 7:00 AM", "every weekday at 8:00 AM", "every month on day 3 at 9:00 AM" */
export function describeRule({ at, rule }: Recurrence & { rule: string }): string {
  const parts = Object.fromEntries(rule.split(';').map(part => part.split('=')));
  const interval = Number(parts.INTERVAL ?? 1);
  const days = parts.BYDAY?.split(',') ?? [];
  const until =
    parts.UNTIL && `, until ${parts.UNTIL.slice(0, 4)}-${parts.UNTIL.slice(4, 6)}-${parts.UNTIL.slice(6, 8)}`;
  const times = parts.COUNT && `, ${parts.COUNT} times`;
  return `${every(units[parts.FREQ] ?? 'day', interval, days, parts.BYMONTHDAY)} at ${formatClock(at.toPlainTime())}${until ?? ''}${times ?? ''}`;
}

function every(unit: string, interval: number, days: string[], monthDay: string | undefined): string {
  const again = interval === 1 ? 'every' : interval === 2 ? 'every second' : undefined;
  if (unit === 'week' && days.join() === codes.slice(0, 5).join() && interval === 1) return 'every weekday';
  if (unit === 'week' && days.length > 0 && again) return `${again} ${list(days.map(dayName))}`;
  const spell = again ? `${again} ${unit}` : `every ${interval} ${unit}s`;
  if (days.length > 0) return `${spell} on ${list(days.map(dayName))}`;
  return monthDay ? `${spell} on day ${monthDay}` : spell;
}

/** `FR` -> "Friday", `+1MO` -> "the first Monday" */
function dayName(code: string): string {
  const name = weekdayNames[codes.indexOf(code.slice(-2))] ?? code;
  const nth = code.slice(0, -2).replace('+', '');
  return nth ? `the ${places[nth] ?? `${nth}th`} ${name}` : name;
}
