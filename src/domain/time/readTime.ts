import { type FairReading, type Reading, refused } from '../words/reading.ts';
import { formatClock, formatDay } from './localTime.ts';
import type { Calendar } from './meant/events.ts';
import { andThen, type Fair, isNone, none, one, readingOf, several } from './meant/fair.ts';
import type { Meant } from './meant/hours.ts';
import type { Moment } from './meant/moment.ts';
import { momentOf } from './meant/momentOf.ts';
import { isAgain } from './meant/rule.ts';
import type { Said } from './said/said.ts';
import { understand } from './understand.ts';
import { zoneReading } from './zoneReading.ts';

/** A day with its hour, as it was said. */
export interface SaidTime {
  /** On a clock whose zone is said elsewhere, on that of a zone that was said with it, or counted from now. */
  at: Temporal.PlainDateTime | Temporal.ZonedDateTime | Temporal.Instant;
  /** When it ends, where that was said: "9 AM to 1 PM". */
  ends: Temporal.PlainTime | null;
  /** What was read by a rule, to be shown: "“6” is read as 6 PM." */
  notes: readonly string[];
}

export interface TimeAsked {
  now: Temporal.Instant;
  /** The member's own. */
  zone: string;
  /** `evening`: a dinner or a social, whose bare 5 to 9 is PM. */
  meant?: Meant;
  /** By then something is to be done: a day without an hour ends some time, "within two days" is the last moment. */
  isDeadline?: boolean;
  calendar?: Calendar | undefined;
}

const EXPECTED = 'Try "Tue, Nov 3, 9 AM" or "tomorrow 2:30 pm ET".';
const MOST_YEARS = 10;
const DEADLINES = [new Temporal.PlainTime(17), new Temporal.PlainTime(23, 59)] as const;

/**
 * A day with its hour in plain words ("Tue 3 Nov 9am", "tomorrow 2:30 pm ET", "in 48 hours"), all of which are
 * understood. Without a day it is the next time that the clock shows it; without a year it is the next such day. What has
 * passed is asked about, but where it is written with its year as in "2026-10-05 09:00".
 */
export function readTime(text: string, asking: TimeAsked): Reading<SaidTime> {
  const words = understand(text, asking.now, EXPECTED);
  if ('because' in words) return refused(words.because);
  return zoneReading(text, words.said) ?? timeOf(words.said, text, asking);
}

function timeOf(
  said: Said,
  text: string,
  { now, zone, meant = 'day', isDeadline = false, calendar }: TimeAsked,
): Reading<SaidTime> {
  if (isAgain(said) || said.starts || said.until || said.lasting || said.times)
    return refused(`One day and hour are needed here. ${EXPECTED}`);
  const asking = { now, zone, side: 'ahead', mayBePast: true, meant, isDeadline, calendar } as const;
  const found = andThen(momentOf(said, asking), moment => checked(moment, { now, zone, isDeadline }));
  if (isNone(found))
    return refused(found.because || `I couldn’t read "${text.trim()}" as a day and an hour. ${EXPECTED}`);
  const reading = readingOf(found, answerOf);
  if (reading.outcome !== 'understood') return reading;
  const { value } = reading;
  return { outcome: 'understood', value: { at: saidAt(value), ends: value.ends, notes: value.notes } };
}

function checked(
  moment: Moment,
  { now, zone, isDeadline }: Required<Pick<TimeAsked, 'now' | 'zone' | 'isDeadline'>>,
): Fair<Moment> {
  const { day, time } = moment;
  if (!time) {
    if (!isDeadline) return none(`At what hour on ${formatDay(day)}? Write it too: "Nov 3, 9 AM".`);
    const [first, last] = DEADLINES.map(hour => ({ ...moment, time: hour }));
    return several(`By what hour on ${formatDay(day)}?`, first!, last!);
  }
  const at = startOf(moment, zone);
  if (Math.abs(now.until(at).total('hours')) > MOST_YEARS * 366 * 24)
    return none(`That is more than ${MOST_YEARS} years away. ${EXPECTED}`);
  const isPast = Temporal.Instant.compare(at, now) <= 0;
  if (!isPast || moment.isISO) return one(moment);
  return several(`${formatDay(day)}, ${formatClock(time)} has passed. Is that the one?`, moment);
}

/** The moment itself, on the member's clock where no zone was said. */
export const startOf = ({ instant, day, time, zone: said }: Moment, zone: string): Temporal.Instant =>
  instant ?? day.toZonedDateTime({ timeZone: said ?? zone, plainTime: time ?? new Temporal.PlainTime() }).toInstant();

function saidAt({ instant, day, time, zone }: Moment): SaidTime['at'] {
  if (instant) return instant;
  const local = day.toPlainDateTime(time ?? new Temporal.PlainTime());
  return zone ? local.toZonedDateTime(zone) : local;
}

/** One fair reading, for a button: its words mean nothing else. */
export function answerOf({ day, time, ends, zone }: Pick<Moment, 'day' | 'time' | 'ends' | 'zone'>): FairReading {
  const hours = [time, ends].filter(each => each !== null);
  const minutes = hours.map(hour => hour.toString({ smallestUnit: 'minute' })).join(' to ');
  return {
    label:
      [formatDay(day), hours.map(formatClock).join(' to ')].filter(Boolean).join(', ') + (zone ? ` (${zone})` : ''),
    words: [day.toString(), minutes, zone].filter(Boolean).join(' '),
  };
}
