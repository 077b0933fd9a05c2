import { normalizeName } from '../people/names.ts';

/** A word, a number or a sign of a text, with where it stands. */
export interface Token {
  kind: 'iana' | 'word' | 'number' | 'sign';
  /** As written. */
  raw: string;
  /** A word in plain small letters: "E.S.T." is "est". An IANA name as IANA writes it. */
  key: string;
  start: number;
  end: number;
}

/**
 * "America/Chicago", the halves of a day where they stand right after a number ("5pmEST"), words with their dots and
 * apostrophes, numbers with what belongs to an hour, and signs.
 */
const TOKEN =
  /(?<iana>[A-Za-z]+(?:\/[A-Za-z][\w+-]*)+)|(?<half>(?<=\d ?)[ap]\.?m(?:\b\.?|(?=[a-z]{1,2}t\b)))|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’‘ʻ`]\p{L}[\p{L}\p{M}\p{N}]*)*\.?)|(?<number>\d+(?:[:.h]\d+)*)|\S/giu;

/** The zone of an IANA name in any letters, as IANA writes it: "US/Eastern" is New York's. Undefined where it is none. */
export function ianaName(text: string): string | undefined {
  try {
    return /^(us|canada|mexico|brazil|chile)\//i.test(text)
      ? new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
      : new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The words, numbers and signs of a text, in order. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].flatMap(match => {
    const { 0: raw, index: start, groups = {} } = match;
    const iana = groups.iana && ianaName(raw);
    if (iana) return { kind: 'iana', raw, key: iana, start, end: start + raw.length };
    // "ET/CT" is no name of a zone, but two.
    if (groups.iana) return partsOf(raw, start);
    const kind = groups.number ? 'number' : groups.word || groups.half ? 'word' : 'sign';
    return { kind, raw, key: kind === 'word' ? normalizeName(raw) : raw, start, end: start + raw.length };
  });
}

const partsOf = (text: string, from: number): Token[] =>
  [...text.matchAll(/\w+|\W/g)].map(({ 0: raw, index }) => ({
    kind: /\w/.test(raw) ? 'word' : 'sign',
    raw,
    key: normalizeName(raw),
    start: from + index,
    end: from + index + raw.length,
  }));
