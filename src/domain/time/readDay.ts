import { type Reading, refused } from '../words/reading.ts';
import { formatDay } from './localTime.ts';
import type { Side } from './meant/dates.ts';
import type { Calendar } from './meant/events.ts';
import { andThen, type Fair, isNone, none, one, readingOf } from './meant/fair.ts';
import { momentOf } from './meant/momentOf.ts';
import { isAgain } from './meant/rule.ts';
import { understand } from './understand.ts';

export interface DayAsked {
  now: Temporal.Instant;
  /** The member's own. */
  zone: string;
  /** Plans look ahead, logs back; `since` is the first day of what is said. */
  side: Side;
  calendar?: Calendar | undefined;
}

const EXPECTED: Record<Side, string> = {
  back: 'Try "yesterday", "last Tue" or "Oct 29".',
  since: 'Try "last month" or "Oct 1".',
  ahead: 'Try "next Tue", "in 3 days" or "Nov 3".',
};
const MOST_YEARS = 10;

/** A day as a spreadsheet counts it: days from the end of 1899. */
const SERIAL = /^[34]\d{4}(?:\.\d{1,12})?$|^5\d{4}(?:\.\d{1,12})?$/;
const SERIAL_START = new Temporal.PlainDate(1899, 12, 30);

/** A local day in plain words ("yesterday", "last Tue", "29 Oct", "2026-10-29"), all of which are understood. */
export function readDay(text: string, { now, zone, side, calendar }: DayAsked): Reading<Temporal.PlainDate> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const expected = EXPECTED[side];
  const serial = SERIAL.exec(text.trim());
  if (serial)
    return readingOf(onItsSide(SERIAL_START.add({ days: Math.floor(Number(serial[0])) }), today, side), answerOf);
  const words = understand(text, now, expected);
  if ('because' in words) return refused(words.because);
  const { said } = words;
  if (isAgain(said) || said.starts || said.until || said.lasting || said.times)
    return refused(`One day is needed here. ${expected}`);
  if (said.zone?.outcome === 'asked') return said.zone;
  const saysDay = said.on.days.length > 0 || said.on.count || said.on.event || said.on.relation;
  const moments = momentOf(said, { now, zone, side, calendar, isDeadline: side === 'ahead' });
  const found = andThen(moments, ({ day }) => onItsSide(day, today, side));
  if (isNone(found)) return refused(found.because || `I couldn’t read "${text.trim()}" as a day. ${expected}`);
  if (!saysDay) return refused(`"${text.trim()}" has no day. ${expected}`);
  // The hour would be lost, and is not taken off in silence.
  const isHourLost = said.hours.length > 0 && !found.question;
  return readingOf(isHourLost ? { ...found, question: 'Only the day is kept here, not the hour.' } : found, answerOf);
}

const answerOf = (day: Temporal.PlainDate) => ({ label: formatDay(day), words: day.toString() });

function onItsSide(day: Temporal.PlainDate, today: Temporal.PlainDate, side: Side): Fair<Temporal.PlainDate> {
  const after = Temporal.PlainDate.compare(day, today);
  if (side !== 'ahead' && after > 0) return none(`${formatDay(day)} has not come yet. Give a day up to today.`);
  if (side === 'ahead' && after < 0) return none(`${formatDay(day)} has passed. Give today or a day that is ahead.`);
  if (Math.abs(today.until(day, { largestUnit: 'years' }).years) >= MOST_YEARS)
    return none(`${formatDay(day)} is more than ${MOST_YEARS} years away. ${EXPECTED[side]}`);
  return one(day);
}
