import * as chrono from 'chrono-node';

/** Nobody needs more letters to say a day and an hour; what is longer is not looked at. */
export const LONGEST = 120;

/** A day and an hour as words say them. What the words leave open is null. */
export interface Said {
  day: Temporal.PlainDate;
  /** How much of the day was said, rather than counted from today. */
  isDaySaid: boolean;
  isWeekdaySaid: boolean;
  isMonthSaid: boolean;
  time: Temporal.PlainTime | null;
  /** It may be meant for the morning or the afternoon: "at 3". */
  eitherHalf: boolean;
  /** A zone is in the words: the clock is another than the person's. */
  isZoned: boolean;
  /** The moment itself, where it was counted in hours or minutes from now. */
  counted: Temporal.Instant | null;
}

/**
 * The one reading of a day with or without its hour ("Tue 3 Nov 9am", "tomorrow 2:30 pm", "last Tue"), in a person's
 * zone. Undefined where all of the text is not one such moment, where no calendar has it, and where it is another weekday
 * than the one that was named. @param side which of the days that it could be: of those ahead, or the nearest
 */
export function readMoment(
  words: string,
  now: Temporal.Instant,
  zone: string,
  side: 'ahead' | 'nearest',
): Said | undefined {
  const found = readWhole(words, now, zone, { forwardDate: side === 'ahead' });
  const day = found && dayOf(found, words);
  if (!found || !day) return undefined;
  const { start } = found;
  const hour = start.isCertain('hour') ? (start.get('hour') ?? 0) : undefined;
  const isZoned = start.isCertain('timezoneOffset') && !COUNTED.test(words);
  return {
    day,
    isDaySaid: start.isCertain('day'),
    isWeekdaySaid: start.isCertain('weekday'),
    isMonthSaid: start.isCertain('month'),
    time: hour === undefined ? null : new Temporal.PlainTime(hour, start.get('minute') ?? 0),
    eitherHalf: hour !== undefined && !start.isCertain('meridiem') && isEitherHalf(hour, words),
    isZoned,
    counted:
      start.isCertain('timezoneOffset') && !isZoned
        ? Temporal.Instant.fromEpochMilliseconds(start.date().getTime())
        : null,
  };
}

/** Whether an hour without am or pm may be meant for the morning or the afternoon; "03:00" is of the morning. */
export const isEitherHalf = (hour: number, words: string): boolean =>
  hour >= 1 && hour <= 6 && !LEADING_ZERO.test(words);

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
