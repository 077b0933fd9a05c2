import { type FairReading, type Reading, refused } from '../words/reading.ts';
import { describeRule } from './describeRule.ts';
import { afterQuietHours, formatClock, formatDay, isQuiet, type QuietHours } from './localTime.ts';
import type { Calendar } from './meant/events.ts';
import { andThen, type Fair, isNone, none, one, readingOf, several } from './meant/fair.ts';
import type { Moment } from './meant/moment.ts';
import { momentOf } from './meant/momentOf.ts';
import { isAgain, MORNING, ruleOf } from './meant/rule.ts';
import { answerOf, startOf } from './readTime.ts';
import type { Recurrence } from './recurrence.ts';
import type { Said } from './said/said.ts';
import { understand } from './understand.ts';
import { zoneReading } from './zoneReading.ts';

/** When something is to be said: once or again and again, on the member's clock. */
export interface When extends Recurrence {
  /** The same on the clock that was said, where that is another one. */
  said: Temporal.ZonedDateTime | null;
  /** What was read by a rule or counted from something, to be shown. */
  notes: readonly string[];
}

export interface WhenAsked {
  now: Temporal.Instant;
  /** The member's own: all that comes out is on its clock. */
  zone: string;
  calendar?: Calendar | undefined;
  /** What falls into these hours is asked about. */
  quiet?: QuietHours | undefined;
}

const EXPECTED = 'Try "tomorrow 6 pm", "every Friday at 7 am" or "the night before my interview".';
const MOST_YEARS = 10;

/**
 * When something is to be said, from plain words all of which are understood: once ("tomorrow 6pm", "in 60 days", "3 pm"),
 * again and again ("every weekday at 8"), or counted from an interview or an official date. A day without an hour is 9 AM.
 */
export function readWhen(text: string, asking: WhenAsked): Reading<When> {
  const words = understand(text, asking.now, EXPECTED);
  if ('because' in words) return refused(words.because);
  return zoneReading(text, words.said) ?? whenOf(words.said, text, asking);
}

/** The same of words that are sorted already. */
function whenOf(said: Said, text: string, asking: WhenAsked): Reading<When> {
  const found = isAgain(said) ? again(said, asking) : once(said, asking);
  const checked = andThen(found, when => inTime(when, asking, said.isExact));
  if (isNone(checked)) return refused(checked.because || `I couldn’t read "${text.trim()}" as a time. ${EXPECTED}`);
  return readingOf(checked, answerFor);
}

function again(said: Said, { now, zone, calendar }: WhenAsked): Fair<When> {
  return andThen(ruleOf(said, { now, zone, side: 'ahead', calendar }), found => one({ ...found, said: null }));
}

function once(said: Said, { now, zone, calendar }: WhenAsked): Fair<When> {
  if (said.starts || said.until || said.lasting || said.times)
    return none(`That says from when or until when, but not how often. ${EXPECTED}`);
  if (said.isRange) return none(`A reminder has one moment. ${EXPECTED}`);
  const moment = momentOf(said, { now, zone, side: 'ahead', calendar, dayHour: MORNING });
  return andThen(moment, found => {
    const time = found.time ?? (found.isFromNow ? now.toZonedDateTimeISO(zone).toPlainTime() : MORNING);
    const start = startOf({ ...found, time }, zone);
    const local = start.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' });
    if (Temporal.Instant.compare(start, now) <= 0) return none(hasPassed(found, time));
    return one({
      at: local.toPlainDateTime(),
      rule: null,
      said: found.zone ? start.toZonedDateTimeISO(found.zone) : null,
      notes: found.notes,
    });
  });
}

const hasPassed = ({ day }: Moment, time: Temporal.PlainTime): string =>
  `${formatDay(day)}, ${formatClock(time)} has passed already. Give a moment that is still ahead.`;

/** Not too far off, and not in the hours in which nothing is to come, unless that is said. */
function inTime(when: When, { now, zone, quiet }: WhenAsked, isExact: boolean): Fair<When> {
  const furthest = now.toZonedDateTimeISO(zone).add({ years: MOST_YEARS }).toPlainDateTime();
  if (Temporal.PlainDateTime.compare(when.at, furthest) > 0)
    return none(`That is more than ${MOST_YEARS} years ahead. ${EXPECTED}`);
  const at = when.at.toZonedDateTime(zone).toInstant();
  if (isExact || !quiet || !isQuiet(at, quiet, zone)) return one(when);
  const later = afterQuietHours(at, quiet, zone).toZonedDateTimeISO(zone).toPlainDateTime();
  return several(
    'That is inside your quiet hours. When shall it come?',
    { ...when, isQuiet: true },
    { ...when, at: later },
  );
}

/** One fair reading, for a button: its words mean nothing else. */
function answerFor({ at, rule, isQuiet: insists }: When & { isQuiet?: boolean }): FairReading {
  const more = insists ? ' exactly' : '';
  if (!rule) {
    const { label, words } = answerOf({ day: at.toPlainDate(), time: at.toPlainTime(), ends: null, zone: null });
    return { label, words: words + more };
  }
  const said = describeRule({ at, rule });
  return { label: said, words: `${said} starting ${at.toPlainDate()}${more}` };
}
