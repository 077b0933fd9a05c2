import { RRuleTemporal } from 'rrule-temporal';

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

/** RFC 5545's weekdays, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The widest step of each frequency, about ten years: what comes more rarely is a date and no rhythm. */
const widestInterval: Record<string, number> = { DAILY: 3650, WEEKLY: 520, MONTHLY: 120, YEARLY: 10 };
/** What a rule may say, and how: nothing else of RFC 5545 is ever written here. */
const ruleParts = new Map(
  Object.entries({
    FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
    INTERVAL: /^[1-9]\d{0,3}$/,
    COUNT: /^[1-9]\d{0,2}$/,
    UNTIL: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/,
    WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
    BYDAY: /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)){0,6}$/,
    BYMONTHDAY: /^(-1|[1-9]|[12]\d|3[01])(,(-1|[1-9]|[12]\d|3[01])){0,30}$/,
    BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}$/,
  }),
);
/** A rule is written in so many letters at most. */
const LONGEST_RULE = 200;
/** So many steps without a time, and the rule has none: at most some milliseconds. */
const MOST_STEPS = 1500;

/**
 * Whether a calendar holds this rule: its parts are known and within bounds, and it has a time within them. Asked
 * before a rule from outside is kept or reckoned with, be it typed, imported or stored. That it is over is no fault.
 */
export const isRule = (rule: string): boolean =>
  isWellFormed(rule) && firstOccurrence(LONG_AGO, rule.replace(/;?UNTIL=[^;]*/, '').replace(/^;/, '')) !== undefined;
const LONG_AGO = Temporal.PlainDateTime.from('2020-01-01T00:00');

function isWellFormed(rule: string): boolean {
  if (rule.length > LONGEST_RULE) return false;
  const parts = rule.split(';').map(part => part.split('='));
  const names = parts.map(([name]) => name);
  if (new Set(names).size !== names.length) return false;
  if (!parts.every(([name = '', value = '', ...more]) => more.length === 0 && ruleParts.get(name)?.test(value)))
    return false;
  const { FREQ, INTERVAL = '1' } = Object.fromEntries(parts);
  return FREQ !== undefined && Number(INTERVAL) <= (widestInterval[FREQ] ?? 0);
}

/**
 * The first occurrence strictly after `after` on the clock of `zone`, or undefined where none is left or the rule is none. The rule runs on
 * a clock that never changes, and each of its times is then placed in the zone: so each happens exactly once.
 */
export function nextOccurrence(
  { at, rule }: Recurrence,
  after: Temporal.Instant,
  zone: string,
): Occurrence | undefined {
  if (rule === null) return later(place(at, zone), after);
  // From a day earlier, because a gap moves an occurrence to a later time.
  let from = after.toZonedDateTimeISO(zone).toPlainDateTime().subtract({ days: 1 });
  for (;;) {
    const next = nextOf(rule, at, from, false);
    if (!next) return undefined;
    const occurrence = later(place(next, zone), after);
    if (occurrence) return occurrence;
    from = next;
  }
}

/** Where the rule begins, looking from a local time on; undefined where it has no time at all. */
export const firstOccurrence = (from: Temporal.PlainDateTime, rule: string): Temporal.PlainDateTime | undefined =>
  nextOf(rule, from, from, true);

/** Undefined where the rule has none after that, or is none that a calendar holds. */
function nextOf(
  rule: string,
  begin: Temporal.PlainDateTime,
  after: Temporal.PlainDateTime,
  inclusive: boolean,
): Temporal.PlainDateTime | undefined {
  if (!isWellFormed(rule)) return undefined;
  const dtstart = onUnchangingClock(begin);
  const from = onUnchangingClock(after);
  try {
    const rules = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart, maxIterations: MOST_STEPS });
    return rules.next(from, inclusive)?.toPlainDateTime();
  } catch {
    // The library throws where it finds none within its steps, or leaves the calendar.
    return undefined;
  }
}

const onUnchangingClock = (local: Temporal.PlainDateTime) => local.toZonedDateTime('UTC');
const place = (local: Temporal.PlainDateTime, zone: string): Occurrence => ({
  local,
  at: local.toZonedDateTime(zone).toInstant(),
});
const later = (occurrence: Occurrence, after: Temporal.Instant) =>
  Temporal.Instant.compare(occurrence.at, after) > 0 ? occurrence : undefined;
