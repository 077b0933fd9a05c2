import { isSlip } from '../people/recognize.ts';
import { asked, type Reading, refused, understood } from '../words/reading.ts';
import { placesNear } from './places.ts';
import { type Claim, claimAt, fillerAt, meantByPlace, meantByZone } from './zoneClaims.ts';
import { zoneIn } from './zoneInText.ts';
import { zoneLabel } from './zoneNames.ts';
import { isSameClock, resolve } from './zoneResolve.ts';
import { ianaName, type Token, tokensOf } from './zoneTokens.ts';
import { zonesByName } from './zoneWords.ts';

/** No zone or city has a longer name. */
const LONGEST_NAME = 100;
/** "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi" has 14. */
const MOST_TOKENS = 24;

const EXPECTED = 'Try a city, such as "Boston", or a zone, such as "Central".';

/** May stand between what names a zone, and around it. */
const SIGNS = new Set('()[],./-–—:;|"“”&?\'’‘ʻ`');
const BEFORE = new Set(['in', 'the', 'my', 'zone', 'timezone', 'time', 'tz', 'is', 'its', 'im']);

/**
 * The zone that all of the words name, in any letters: "America/Chicago", "ET", "Boston", "UTC-5". The value is an IANA
 * name, or an offset such as "+05:30" where nothing but an offset was said.
 */
export function readZone(text: string): Reading<string> {
  const words = text.trim();
  if (words.length > LONGEST_NAME) return refused(`That is too long for a time zone. ${EXPECTED}`);
  // "America/Los Angeles", whose blank IANA writes otherwise.
  const iana = words.includes('/') ? ianaName(words.replaceAll(' ', '_')) : undefined;
  if (iana) return understood(iana);
  const tokens = tokensOf(words);
  if (tokens.length > MOST_TOKENS) return refused(`That is too much for a time zone. ${EXPECTED}`);
  const { claims, unread } = claimsOf(tokens);
  const [first] = unread;
  if (first && !isTownIn(words, unread, claims)) {
    const span = words.slice(first.start, unread.at(-1)?.end);
    return didYouMean(span) ?? refused(`I don’t know the time zone "${span}". ${EXPECTED}`);
  }
  if (claims.length === 0) return refused(`"${words}" is no time zone. ${EXPECTED}`);
  return resolve(words, claims);
}

/** No text about a time is longer. */
const LONGEST_TEXT = 1000;

/** The end of a moment as computers write it: "2026-11-03T14:00:00Z", "2026-11-03T09:00-06:00". */
const WRITTEN = /(?<=\dT\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?)(?:Z|[+-]\d\d:?\d\d)(?![\w:])/;

/**
 * The first words of a text about a time that name a zone: "5 pm ET", "9:00 AM (Eastern Time)", "3pm Chicago time". They
 * stand from `start` to before `end`, and the zone is read as `readZone` reads it.
 */
export function findZone(words: string): { reading: Reading<string>; start: number; end: number } | undefined {
  if (words.length > LONGEST_TEXT) return undefined;
  const written = WRITTEN.exec(words);
  if (written) {
    const { 0: offset, index: start } = written;
    return { reading: readZone(offset), start, end: start + offset.length };
  }
  const tokens = tokensOf(words);
  const found = zoneIn(tokens);
  if (!found) return undefined;
  const [start, end] = [tokens[found.from]!.start, tokens[found.to - 1]!.end];
  return { reading: resolve(words.slice(start, end), found.claims), start, end };
}

/** As many words as the name of a town has. */
const TOWN_WORDS = 4;

/** Whether what is not known stands before a state or a country, as a small town does: "Manipal, India". */
function isTownIn(words: string, unread: readonly Token[], claims: readonly Claim[]): boolean {
  const after = words.slice(unread.at(-1)?.end);
  const isName = unread.length <= TOWN_WORDS && unread.every(({ kind }) => kind === 'word');
  return isName && claims[0]?.areas !== undefined && after.startsWith(',') && !after.slice(1).includes(',');
}

/** Well-known cities and zones whose names are nearly the same. */
function didYouMean(words: string): Reading<string> | undefined {
  const zones = [...zonesByName.keys()].filter(name => isSlip(name, words.toLowerCase()));
  const near = [
    ...zones.flatMap(name => zonesByName.get(name)!).map(meantByZone),
    ...placesNear(words, 3).map(meantByPlace),
  ];
  const answers = near.slice(0, 3).map(({ label, words: own }) => ({ label, words: own }));
  return answers.length > 0
    ? asked(`I don’t know the time zone "${words}". Did you mean this?`, ...answers)
    : undefined;
}

/** What all of the words say of a zone, and those that say nothing of one. */
function claimsOf(tokens: readonly Token[]): { claims: Claim[]; unread: Token[] } {
  const claims: Claim[] = [];
  const unread: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const filler = claims.length > 0 ? fillerAt(tokens, at) : Number(BEFORE.has(token.key));
    const claim =
      filler > 0
        ? undefined
        : claimAt(tokens, at, { follows: unread.length > 0 || claims.at(-1)?.exactness === 'place' });
    if (claim) claims.push(claim);
    else if (filler === 0 && !SIGNS.has(token.raw)) unread.push(token);
    at += claim?.taken ?? (filler || 1);
  }
  return { claims, unread };
}

/** Words for a field that mean this zone: "Central (Chicago)", or IANA's name where other places are called so too. */
export function zoneWords(zone: string): string {
  const label = zoneLabel(zone);
  const read = readZone(label);
  return read.outcome === 'understood' && isSameClock(read.value, zone) ? label : zone;
}
