import * as chrono from 'chrono-node';

/** What people say and the library reads otherwise or not at all. */
const SAYINGS: Record<string, string> = { 'last night': 'yesterday', 'the day before yesterday': '2 days ago' };

/**
 * A local day said in plain words ("yesterday", "last Tue", "29 Oct", "2026-10-29"), in the person's zone.
 * Undefined where all of the text is not one day that exists: 31 November is refused, not moved to December.
 */
export function readDay(text: string, now: Temporal.Instant, zone: string): Temporal.PlainDate | undefined {
  const local = now.toZonedDateTimeISO(zone);
  const reference = { instant: new Date(now.epochMilliseconds), timezone: local.offsetNanoseconds / 60e9 };
  const words = SAYINGS[text.trim().toLowerCase()] ?? text.trim();
  const [found, ...more] = chrono.strict.parse(words, reference).concat(chrono.casual.parse(words, reference));
  if (!found || found.text.length !== words.length || more.some(other => other.text.length > words.length))
    return undefined;
  const [year, month, day] = (['year', 'month', 'day'] as const).map(part => found.start.get(part));
  if (!year || !month || !day || impossible(words, month, day)) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Chrono moves 30 Feb into March: the day that was written must be the day that was found. */
function impossible(words: string, month: number, day: number): boolean {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return Number(iso[2]) !== month || Number(iso[3]) !== day;
  const written = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(words);
  const named = /[a-z]{3,}/i.test(words) && /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(words);
  return named && written !== null && Number(written[1]) !== day;
}
