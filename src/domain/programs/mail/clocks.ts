import { findZone } from '../../time/zones.ts';
import type { Reading } from '../../words/reading.ts';

/** An hour, or from one to another, that is named in a statement, from `start` to before `end`. */
export interface ClockSaid {
  start: number;
  end: number;
  from: Temporal.PlainTime;
  to: Temporal.PlainTime | null;
  /** Undefined where none is said with it; null where what is said may be several. */
  zone?: string | null;
}

const HOUR = '(\\d{1,2})(?:[:.](\\d\\d))?(?: ?([ap]m)\\b|(?<=\\d)([ap])\\b)?(?![\\d:%/]|-\\d{3}|,\\d)';
const WORD = '(?:12(?::00)? )?\\b(noon|midnight)\\b';
const CLOCK = new RegExp(
  `(?<![\\d:$#.,/-])(?:${WORD}|${HOUR})(?: ?(?:-|to|until|till|through|thru|and) ?(?:${WORD}|${HOUR}))?`,
  'gi',
);
const DAY_END = /\b(?:eod|cob|end of (?:the )?(?:business |work(?:ing)? )?day|close of business)\b/gi;
const FIVE = new Temporal.PlainTime(17);

/** The zone may stand so far behind its hour. */
const ZONE_AFTER = 45;

/** The hours that a statement names, in their order. @param taken what is something else, such as a date */
export function clocksIn(text: string, taken: readonly { start: number; end: number }[]): ClockSaid[] {
  const rest = taken.reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    text,
  );
  const found: ClockSaid[] = [];
  for (const match of rest.matchAll(CLOCK)) {
    const [words, ...parts] = match;
    const hours = hoursOf(parts);
    if (hours) found.push({ start: match.index, end: match.index + words.length, ...hours });
  }
  for (const { 0: words, index: start } of rest.matchAll(DAY_END))
    found.push({ start, end: start + words.length, from: FIVE, to: null });
  return found.toSorted((one, other) => one.start - other.start).map(one => withZone(one, text, found));
}

type Said = string | undefined;
type Half = 'am' | 'pm' | undefined;

/** What the parts of a match say, where it is surely an hour: it has minutes, a half of the day, or is a word. */
function hoursOf(parts: readonly Said[]): Pick<ClockSaid, 'from' | 'to'> | undefined {
  const [word, hour, minute, long, short, endWord, endHour, endMinute, endLong, endShort] = parts;
  const [half, endHalf] = [long ?? short, endLong ?? endShort];
  const hasEnd = endWord !== undefined || endHour !== undefined;
  const isSure = [word, minute, half, endWord, endMinute, endHalf].some(part => part !== undefined);
  if (!isSure) return undefined;
  const end = endWord ? wordTime(endWord) : timeOf(endHour, endMinute, halfOf(endHalf));
  const from = word ? wordTime(word) : timeOf(hour, minute, halfOf(half) ?? halfBefore(hour, end));
  if (!from || (hasEnd && !end)) return undefined;
  if (!hasEnd) return { from, to: null };
  return { from, to: endWord || endHalf ? (end ?? null) : after(from, endHour, endMinute) };
}

const wordTime = (word: string) => new Temporal.PlainTime(/^noon$/i.test(word) ? 12 : 0);
const halfOf = (said: Said): Half => (said === undefined ? undefined : /^a/i.test(said) ? 'am' : 'pm');

/** An hour without its half is one of the day: 7 to 11 in the morning, 1 to 6 in the afternoon. */
function timeOf(hour: Said, minute: Said = '00', half?: Half): Temporal.PlainTime | undefined {
  const [h, m] = [Number(hour), Number(minute)];
  if (!(m < 60) || !(h < 24) || (half && (h < 1 || h > 12))) return undefined;
  const whole = half ? (h % 12) + (half === 'pm' ? 12 : 0) : h >= 1 && h <= 6 ? h + 12 : h;
  return new Temporal.PlainTime(whole, m);
}

/** "1-3 pm" begins in the afternoon, "9-1 pm" in the morning. */
function halfBefore(hour: Said, end: Temporal.PlainTime | undefined): Half {
  if (!end || hour === undefined || Number(hour) > 12) return undefined;
  return end.hour >= 12 && Number(hour) % 12 < end.hour - 12 + Math.sign(end.minute) ? 'pm' : 'am';
}

/** "9 am - 1" ends at 1 PM: the first such hour after the start. */
function after(start: Temporal.PlainTime, hour: Said, minute: Said): Temporal.PlainTime | null {
  const end = timeOf(hour, minute, Number(hour) <= 12 && Number(hour) > 0 ? 'am' : undefined);
  if (!end) return null;
  return Temporal.PlainTime.compare(end, start) > 0 ? end : end.add({ hours: 12 });
}

/** Words that may stand between an hour and its zone. */
const BETWEEN = /\b(?:time|zone|on|in|the|all|times|are|your|local)\b/gi;

/** With the zone that stands right behind it, before the next hour. */
function withZone(one: ClockSaid, text: string, all: readonly ClockSaid[]): ClockSaid {
  const next = Math.min(text.length, ...all.flatMap(({ start }) => (start >= one.end ? [start] : [])));
  const found = findZone(text.slice(one.start, Math.min(next, one.end + ZONE_AFTER)));
  if (!found || one.start + found.start < one.end) return one;
  const gap = text.slice(one.end, one.start + found.start);
  if (/\p{L}{2,}|[.;]/u.test(gap.replace(BETWEEN, ''))) return one;
  const named = isOffset(found.reading) && findZone(text.slice(one.start + found.end, next));
  const end = one.start + found.end + (named ? named.end : 0);
  const { reading } = named || found;
  return { ...one, zone: reading.outcome === 'understood' ? reading.value : null, end };
}

/** "GMT-5:00" says less than the name that may stand behind it. */
const isOffset = (reading: Reading<string>): boolean =>
  reading.outcome === 'understood' && /^[+-]\d/.test(reading.value);
