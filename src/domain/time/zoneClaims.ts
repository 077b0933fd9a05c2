import type { FairReading } from '../words/reading.ts';
import type { Place } from './gazetteer.ts';
import { type PlacesNamed, placesNamed, statesCoded } from './places.ts';
import { usZoneWord, zoneLabel } from './zoneNames.ts';
import type { Token } from './zoneTokens.ts';
import { englishWords, replies, zoneFiller, zonesByName } from './zoneWords.ts';

/** A place or a zone that words may mean. */
export interface ZoneMeant extends FairReading {
  /** An IANA name, or an offset such as "+05:30". */
  zone: string;
  /** Of a place, how many thousands live there, and the ids of its country and state. */
  thousands?: number;
  within?: readonly string[];
  /** It is a country, a state or a part of one. */
  isArea?: boolean;
}

/** What a few words of a text say of a zone: one thing, or one of several. */
export interface Claim {
  /** More exact names win over less exact ones that agree with them: "(UTC-06:00) Central Time, Chicago". */
  exactness: 'offset' | 'zone' | 'place' | 'iana';
  meant: readonly ZoneMeant[];
  /** The ids of countries and states that the words may mean: what is named before them lies in there. */
  areas?: readonly string[];
  /** How many tokens it took. */
  taken: number;
}

/** What the words around it say of how a token may be read. */
export interface Around {
  /** Something was named before: two letters may be a state. */
  follows?: boolean;
  /** Places are not looked up. */
  zonesAlone?: boolean;
}

/** No name of a zone or a place has more words. */
const MOST_WORDS = 6;

/** The most words from here on that together name a zone or a place. */
export function claimAt(tokens: readonly Token[], from: number, around: Around = {}): Claim | undefined {
  const first = tokens[from];
  if (first?.kind === 'iana') return { exactness: 'iana', meant: [meantByZone(first.key)], taken: 1 };
  return (
    offsetAt(tokens, from) ??
    longest(tokens, from, (words, taken) => named(words, taken, around)) ??
    codeAt(tokens, from, around)
  );
}

/** How many tokens from here on add nothing to the zone before them: "standard time". */
export const fillerAt = (tokens: readonly Token[], from: number): number =>
  longest(tokens, from, (words, taken) => (zoneFiller.has(words) ? taken : undefined)) ?? 0;

function named(words: string, taken: number, { follows, zonesAlone }: Around): Claim | undefined {
  const zones = zonesByName.get(words);
  if (zones) {
    const meant = zones.map(meantByZone);
    // "Hartford, CT": Connecticut, and "Chicago, CT" Central.
    const states = follows ? statesCoded(words) : undefined;
    if (!states) return { exactness: 'zone', meant, taken };
    return { exactness: 'place', meant: [...meantBy(states), ...meant], areas: states.areas, taken };
  }
  const found = zonesAlone ? undefined : placesNamed(words);
  if (found) return placeClaim(found, taken);
  const city = zonesAlone ? undefined : cityZones.get(words);
  return city === undefined ? undefined : { exactness: 'place', meant: [meantByZone(city)], taken };
}

const meantBy = ({ cities, parts }: PlacesNamed): ZoneMeant[] => [
  ...parts.map(part => ({ ...meantByPlace(part), isArea: true })),
  ...cities.map(meantByPlace),
];

const placeClaim = (named: PlacesNamed, taken: number): Claim => ({
  exactness: 'place',
  meant: meantBy(named),
  ...(named.areas.length > 0 && { areas: named.areas }),
  taken,
});

/** "MA", where it is no English word or stands where a state stands. */
function codeAt(tokens: readonly Token[], from: number, { follows, zonesAlone }: Around): Claim | undefined {
  const token = tokens[from];
  if (token?.kind !== 'word' || token.key.length !== 2 || zonesAlone) return undefined;
  const isLast = !tokens.slice(from + 1).some(({ kind }) => kind !== 'sign');
  const isUpper = token.raw === token.raw.toUpperCase();
  const isCode =
    (isUpper && (follows || !replies.has(token.key))) || !englishWords.has(token.key) || (follows && isLast);
  const found = isCode && statesCoded(token.key);
  return found ? placeClaim(found, 1) : undefined;
}

/** IANA's own cities, for those that are small: "new salem". */
const cityZones = new Map(
  Intl.supportedValuesOf('timeZone').map(zone => [
    (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
    zone,
  ]),
);

export const meantByZone = (zone: string): ZoneMeant => ({ zone, label: zoneLabel(zone), words: zone });

export function meantByPlace({ name, label, zone, thousands, within }: Place): ZoneMeant {
  const more = usZoneWord(zone) ?? (label && name.split(',')[0]);
  return { zone, label: `${label ?? name}${more ? ` (${more})` : ''}`, words: name, thousands, within };
}

const INSIDE_NAMES = new Set("&-.'’‘ʻ`");

/** What the longest phrase that begins here is, signs inside of a name left out. */
function longest<T>(tokens: readonly Token[], from: number, read: (words: string, taken: number) => T | undefined) {
  const phrases: [string, number][] = [];
  let words = '';
  for (let at = from; at < tokens.length && phrases.length < MOST_WORDS; at++) {
    const token = tokens[at];
    if (token?.kind === 'sign' && at > from && INSIDE_NAMES.has(token.raw)) continue;
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

const SIGNS = new Map<string, 1 | -1>([
  ['+', 1],
  ['plus', 1],
  ['-', -1],
  ['−', -1],
  ['–', -1],
  ['minus', -1],
]);

/** "UTC-5", "GMT+5:30", "+0530". */
function offsetAt(tokens: readonly Token[], from: number): Claim | undefined {
  const begins = ['utc', 'gmt'].includes(tokens[from]?.key ?? '') ? 1 : 0;
  const sign = SIGNS.get(tokens[from + begins]?.key ?? '');
  const zone = sign && offsetOf(sign, tokens[from + begins + 1]?.raw ?? '');
  return zone ? { exactness: 'offset', meant: [meantByZone(zone)], taken: begins + 2 } : undefined;
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
