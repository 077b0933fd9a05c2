import { LONGEST, readMoment } from './moment.ts';

/** What people say and the library reads otherwise or not at all. */
const SAYINGS = new Map([
  ['last night', 'yesterday'],
  ['the day before yesterday', '2 days ago'],
]);

/**
 * A local day said in plain words ("yesterday", "last Tue", "29 Oct", "2026-10-29"), in the person's zone.
 * Undefined where all of the text is not one day that exists: 31 November is refused, not moved to December.
 */
export function readDay(text: string, now: Temporal.Instant, zone: string): Temporal.PlainDate | undefined {
  if (text.length > LONGEST) return undefined;
  const words = SAYINGS.get(text.trim().toLowerCase()) ?? text.trim();
  return readMoment(words, now, zone, 'nearest')?.day;
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
  const near = readMoment(words, now, zone, 'nearest');
  const said = near?.isMonthSaid ? near : readMoment(words, now, zone, 'ahead');
  if (!said?.time) return undefined;
  if (said.counted) return said.counted;
  return said.isZoned || said.eitherHalf ? undefined : said.day.toPlainDateTime(said.time);
}
