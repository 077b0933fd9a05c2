import * as chrono from 'chrono-node';

/** What people say and the library reads otherwise or not at all. */
const SAYINGS = new Map([
  ['last night', 'yesterday'],
  ['the day before yesterday', '2 days ago'],
]);
/** Nobody needs more letters to say a day and an hour; what is longer is not looked at. */
const LONGEST = 120;

/**
 * A local day said in plain words ("yesterday", "last Tue", "29 Oct", "2026-10-29"), in the person's zone.
 * Undefined where all of the text is not one day that exists: 31 November is refused, not moved to December.
 */
export function readDay(text: string, now: Temporal.Instant, zone: string): Temporal.PlainDate | undefined {
  if (text.length > LONGEST) return undefined;
  const words = SAYINGS.get(text.trim().toLowerCase()) ?? text.trim();
  const found = readWhole(words, now, zone);
  return found && dayOf(found, words);
}

/** A day and an hour on a clock whose zone is said elsewhere, or an instant where the words count from now. */
export type SaidTime = Temporal.PlainDateTime | Temporal.Instant;

/**
 * A day with its hour in plain words ("Tue 3 Nov 9am", "tomorrow 2:30 pm", "in 48 hours"). Without a day it is the
 * next time that the clock of the person shows it: "3 pm" said at 2 pm is today. A day and month without a year are the
 * nearest. Undefined where all of the text is not one such moment, where a zone is in it, and where the hour may be
 * meant for the morning or the afternoon ("at 3").
 */
export function readTime(text: string, now: Temporal.Instant, zone: string): SaidTime | undefined {
  if (text.length > LONGEST) return undefined;
  const words = text.trim();
  const near = readWhole(words, now, zone);
  const found = near?.start.isCertain('month') ? near : readWhole(words, now, zone, { forwardDate: true });
  if (!found?.start.isCertain('hour')) return undefined;
  const { start } = found;
  if (start.isCertain('timezoneOffset'))
    return COUNTED.test(words) ? Temporal.Instant.fromEpochMilliseconds(start.date().getTime()) : undefined;
  const hour = start.get('hour') ?? 0;
  const eitherHalf = !start.isCertain('meridiem') && hour >= 1 && hour <= 6 && !LEADING_ZERO.test(words);
  if (eitherHalf) return undefined;
  return dayOf(found, words)?.toPlainDateTime({ hour, minute: start.get('minute') ?? 0 });
}

const COUNTED = /\b(hours?|hrs?|minutes?|mins?)\b/i;
const LEADING_ZERO = /\b0\d:\d\d/;

/** What chrono found, where that is all of the words. */
function readWhole(words: string, now: Temporal.Instant, zone: string, option?: chrono.ParsingOption) {
  const { offsetNanoseconds } = now.toZonedDateTimeISO(zone);
  const reference = { instant: new Date(now.epochMilliseconds), timezone: offsetNanoseconds / 60e9 };
  return chrono.strict
    .parse(words, reference, option)
    .concat(chrono.casual.parse(words, reference, option))
    .find(({ text }) => text.length === words.length);
}

/** The day that was found, where it exists and is the weekday that was named. */
function dayOf({ start }: chrono.ParsedResult, words: string): Temporal.PlainDate | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map(part => start.get(part));
  if (!year || !month || !day || impossible(words, month, day)) return undefined;
  try {
    const found = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    const named = start.isCertain('weekday') && start.isCertain('day') && start.get('weekday');
    return named === false || named === null || named === found.dayOfWeek % 7 ? found : undefined;
  } catch {
    return undefined;
  }
}

const CLOCK = /\d{1,2}:\d\d/;

/** Chrono moves 30 Feb into March: the day that was written must be the day that was found. */
function impossible(words: string, month: number, day: number): boolean {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return Number(iso[2]) !== month || Number(iso[3]) !== day;
  const written = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(words.replace(CLOCK, ''));
  const named = /[a-z]{3,}/i.test(words) && /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(words);
  return named && written !== null && Number(written[1]) !== day;
}
