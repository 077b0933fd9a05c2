import { asked, type FairReading, type Reading, understood } from '../words/reading.ts';
import type { Token } from './zoneTokens.ts';
import { zoneFiller, zonesByName, zonesByPlace } from './zoneWords.ts';

/** A place or a zone that words may mean. */
export interface ZoneMeant extends FairReading {
  /** An IANA name, or an offset such as "+05:30". */
  zone: string;
}

/** What a few words of a text say of a zone: one thing, or one of several. */
export interface Claim {
  /** More exact names win over less exact ones that agree with them: "(UTC-06:00) Central Time, Chicago". */
  exactness: 'offset' | 'zone' | 'place' | 'iana';
  meant: readonly ZoneMeant[];
  /** How many tokens it took. */
  taken: number;
}

/** No name of a zone has more words. */
const MOST_WORDS = 6;

/** The most words from here on that together name a zone. */
export function claimAt(tokens: readonly Token[], from: number): Claim | undefined {
  const first = tokens[from];
  if (first?.kind === 'iana') return { exactness: 'iana', meant: [meantBy(first.key)], taken: 1 };
  return offsetAt(tokens, from) ?? longest(tokens, from, named);
}

/** How many tokens from here on add nothing to the zone before them: "standard time". */
export const fillerAt = (tokens: readonly Token[], from: number): number =>
  longest(tokens, from, (words, taken) => (zoneFiller.has(words) ? taken : undefined)) ?? 0;

function named(words: string, taken: number): Claim | undefined {
  const place = zonesByPlace.get(words) ?? cityZones.get(words);
  if (place) return { exactness: 'place', meant: place.map(meantBy), taken };
  const zone = zonesByName.get(words);
  return zone && { exactness: 'zone', meant: zone.map(meantBy), taken };
}

/** IANA's own cities: "new york". */
const cityZones = new Map(
  Intl.supportedValuesOf('timeZone').map(zone => [
    (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
    [zone],
  ]),
);

const meantBy = (zone: string): ZoneMeant => ({ zone, label: zone, words: zone });

/** What the longest phrase that begins here is, signs between its words left out. */
function longest<T>(tokens: readonly Token[], from: number, read: (words: string, taken: number) => T | undefined) {
  const phrases: [string, number][] = [];
  let words = '';
  for (let at = from; at < tokens.length && phrases.length < MOST_WORDS; at++) {
    const token = tokens[at];
    if (token?.kind === 'sign' && at > from && '&-.'.includes(token.raw)) continue;
    if (token?.kind !== 'word') break;
    words = words ? `${words} ${token.key}` : token.key;
    phrases.push([words, at - from + 1]);
  }
  for (const [phrase, taken] of phrases.toReversed()) {
    const found = read(phrase, taken);
    if (found !== undefined) return found;
  }
  return undefined;
}

const SIGNS: Readonly<Record<string, 1 | -1>> = { '+': 1, plus: 1, '-': -1, '−': -1, '–': -1, minus: -1 };

/** "UTC-5", "GMT+5:30", "+0530". */
function offsetAt(tokens: readonly Token[], from: number): Claim | undefined {
  const begins = ['utc', 'gmt'].includes(tokens[from]?.key ?? '') ? 1 : 0;
  const sign = Object.hasOwn(SIGNS, tokens[from + begins]?.key ?? '') && SIGNS[tokens[from + begins]?.key ?? ''];
  const zone = sign && offsetOf(sign, tokens[from + begins + 1]?.raw ?? '');
  return zone ? { exactness: 'offset', meant: [meantBy(zone)], taken: begins + 2 } : undefined;
}

function offsetOf(sign: 1 | -1, digits: string): string | undefined {
  const [, hour, half, minute = '0'] = /^(\d{1,2})(?:\.(5)|[:.]?(\d{2}))?$/.exec(digits) ?? [];
  if (hour === undefined) return undefined;
  const minutes = Number(hour) * 60 + (half ? 30 : Number(minute));
  const isOffset = minutes % 15 === 0 && Number(minute) < 60 && minutes <= (sign > 0 ? 14 : 12) * 60;
  if (!isOffset) return undefined;
  if (minutes === 0) return 'UTC';
  const two = (amount: number) => String(amount).padStart(2, '0');
  return `${sign > 0 ? '+' : '-'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const EXACTNESS: readonly Claim['exactness'][] = ['offset', 'zone', 'place', 'iana'];

/** The one zone in which all the claims agree, or the question which of them holds. */
export function resolve(words: string, claims: readonly Claim[]): Reading<string> {
  const rank = ({ exactness }: Claim) => EXACTNESS.indexOf(exactness);
  const most = Math.max(...claims.map(rank));
  const fits = (zone: string) => claims.every(({ meant }) => meant.some(other => mayBe(zone, other.zone)));
  const exact = claims.filter(claim => rank(claim) === most).flatMap(({ meant }) => meant);
  const fitting = oneForEachClock(exact.filter(({ zone }) => fits(zone)));
  const [only] = fitting;
  if (only && fitting.length === 1) return understood(only.zone);
  if (only) return asked(`"${words}" can be several time zones. Which one?`, ...fitting);
  const all = oneForEachClock(claims.flatMap(({ meant }) => meant));
  return asked(`"${words}" names more than one time zone. Which one?`, ...all);
}

/** As many taps as a question has at most. */
const MOST_ANSWERS = 4;

function oneForEachClock(meant: readonly ZoneMeant[]): ZoneMeant[] {
  const byClock = new Map<string, ZoneMeant>();
  for (const one of meant) {
    const clock = offsetsOf(one.zone).join();
    if (!byClock.has(clock)) byClock.set(clock, one);
  }
  return [...byClock.values()].slice(0, MOST_ANSWERS);
}

/** Whether both could be said of one place: they show the same hour at least in half of the year. */
const mayBe = (one: string, other: string): boolean => {
  const offsets = offsetsOf(other);
  return offsetsOf(one).some((offset, half) => offset === offsets[half]);
};

const known = new Map<string, readonly number[]>();

/** Nanoseconds from UTC in a January and a July. */
function offsetsOf(zone: string): readonly number[] {
  const found =
    known.get(zone) ??
    ['2026-01-15T00:00Z', '2026-07-15T00:00Z'].map(
      moment => Temporal.Instant.from(moment).toZonedDateTimeISO(zone).offsetNanoseconds,
    );
  known.set(zone, found);
  return found;
}
