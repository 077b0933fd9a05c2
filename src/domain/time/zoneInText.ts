import { type Claim, claimAt, fillerAt } from './zoneClaims.ts';
import type { Token } from './zoneTokens.ts';
import { ordinaryWords } from './zoneWords.ts';

/** What names a zone in a text: the tokens from `from` to before `to`, and what they say. */
export interface ZoneFound {
  from: number;
  to: number;
  claims: Claim[];
}

const words = (text: string) => new Set(text.split(' '));
const OPENING = new Set(['(', '[']);
const CLOSING = new Set([')', ']']);

/** An hour by its own word: what follows it may be a zone. */
const HOURS = words('noon midnight oclock eod cob morning afternoon evening night tonight');
const NUMBERS = words('one two three four five six seven eight nine ten eleven twelve thirty fifteen');
/** Goes on about the time: what stands before it may be a zone. */
const DAYS = words(
  'on today tomorrow mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december',
);
/** Goes on about anything else, after a zone that cannot be the name of something. */
const LINKS = words('and or to until till through from by for every each next this in with at if please then when');
/** Makes something else of the letters before it: a CT scan, PT rounds, an ET tube, Osei et al. */
const HOSPITAL = words(
  'scan scans surgery tube tubes session sessions appointment appt eval evaluation visit visits consult clinic rounds follow followup note notes contrast read reading chest head abdomen fellow department team sign al',
);
/** In small letters a patient, a scan, a mountain and a height before they are a zone. */
const DOUBTFUL = words('pt ct mt ht');

/** The first words of a text about a time that name a zone there. */
export function zoneIn(tokens: readonly Token[]): ZoneFound | undefined {
  let places = 0;
  for (let at = 0; at < tokens.length; at++) {
    const mayBePlace = isWhereAPlaceStands(tokens, at) && places++ < MOST_PLACES;
    const found = zoneAt(tokens, at, mayBePlace);
    if (found) return withBrackets(tokens, found);
  }
  return undefined;
}

/** As often as a text is looked through for a place: each time takes a while. */
const MOST_PLACES = 6;

/** "3pm Chicago time", "3pm (Chicago)". */
function isWhereAPlaceStands(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'word' || !hourBefore(tokens, at)) return false;
  return OPENING.has(tokens[at - 1]?.raw ?? '') || saysTime(tokens, at);
}

const saysTime = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 7).some(({ key }) => key.startsWith('time'));

function zoneAt(tokens: readonly Token[], at: number, mayBePlace: boolean): ZoneFound | undefined {
  const token = tokens[at]!;
  const hour = hourBefore(tokens, at);
  // Whatever is said elsewhere is no zone.
  if (!hour && token.kind !== 'iana' && !saysTime(tokens, at) && !isCapitals(token) && !isUniversal(token))
    return undefined;
  const first = claimAt(tokens, at, { zonesAlone: !mayBePlace });
  if (!first) return undefined;
  const found = extended(tokens, at, first);
  return isZone(tokens, found, first, hour) ? found : undefined;
}

/** Whether it is a zone that stands here, and not a place, a patient or part of a name. */
function isZone(tokens: readonly Token[], { from, to }: ZoneFound, first: Claim, hour: Hour): boolean {
  const token = tokens[from]!;
  const next = tokens[to];
  const hasTime = tokens.slice(from, to).some(({ key }) => key.startsWith('time'));
  const isBracketed = OPENING.has(tokens[from - 1]?.raw ?? '') && CLOSING.has(next?.raw ?? '');
  if (first.exactness === 'iana') return true;
  if (first.exactness === 'offset') return isUniversal(token) || followsClosely(tokens, from);
  if (first.exactness === 'place') return hour !== undefined && (hasTime || isBracketed);
  const isLoud = isCapitals(token);
  const isName = token.key.length > 4 || (hasTime && token.key.length > 3);
  if (ordinaryWords.has(token.key) && first.taken === 1 && !isLoud && !(hasTime && isName)) return false;
  if (hasTime) return isLoud || isName || hour !== undefined;
  if (!hour) return isLoud && token.key.length === 3 && isClock(tokens, to);
  if (hour === 'perhaps' && !isLoud) return false;
  if (next === undefined || next.kind !== 'word' || DAYS.has(next.key)) return true;
  if (HOSPITAL.has(next.key) || (token.raw.endsWith('.') && !isLoud && !isName)) return false;
  if (isName) return LINKS.has(next.key) || tokens[to - 1]!.raw.endsWith('.');
  return isLoud || !DOUBTFUL.has(token.key);
}

/** The zone with what is said of it right behind: "time", "(US & Canada)", "/EDT", "- Chicago", ", Illinois". */
function extended(tokens: readonly Token[], from: number, first: Claim): ZoneFound {
  const claims = [first];
  let to = from + first.taken;
  for (;;) {
    const filler = fillerAt(tokens, to);
    const sign = tokens[to]?.raw ?? '';
    const last = claims.at(-1)!;
    const follows = last.exactness === 'place';
    const next = '/,-–—'.includes(sign || ' ') ? claimAt(tokens, to + 1, { follows }) : undefined;
    const state = follows ? claimAt(tokens, to, { follows }) : undefined;
    const named = CLOSING.has(sign) && opensWithOffset(tokens, from, first) ? claimAt(tokens, to + 1) : undefined;
    if (filler > 0) to += filler;
    else if (named) {
      claims.push(named);
      to += 1 + named.taken;
    } else if (state?.areas) {
      claims.push(state);
      to += state.taken;
    } else if (OPENING.has(sign)) {
      const inside = bracketed(tokens, to);
      if (!inside) break;
      claims.push(...inside.claims);
      to = inside.to;
    } else if (next && goesOn(sign, last, next, tokens[to - 1]!)) {
      claims.push(next);
      to += 1 + next.taken;
    } else break;
  }
  return { from, to, claims };
}

/** "(GMT-06:00) Central Time", as calendars list zones. */
const opensWithOffset = (tokens: readonly Token[], from: number, first: Claim): boolean =>
  first.exactness === 'offset' && OPENING.has(tokens[from - 1]?.raw ?? '');

const goesOn = (sign: string, last: Claim, next: Claim, before: Token): boolean =>
  (sign === '/' && next.exactness === last.exactness) ||
  (sign === ',' && last.exactness === 'place' && next.exactness === 'place') ||
  ('-–—'.includes(sign) && sign !== '' && next.exactness === 'place' && before.key.startsWith('time'));

/** A bracket in which nothing but a zone or a place stands. */
function bracketed(tokens: readonly Token[], opening: number): Pick<ZoneFound, 'to' | 'claims'> | undefined {
  const claims: Claim[] = [];
  for (let at = opening + 1; at < tokens.length; ) {
    if (CLOSING.has(tokens[at]!.raw)) return { to: at + 1, claims };
    const filler = fillerAt(tokens, at);
    const claim = filler > 0 ? undefined : claimAt(tokens, at);
    if (claim) claims.push(claim);
    else if (filler === 0 && tokens[at]!.raw !== ',') return undefined;
    at += claim?.taken ?? (filler || 1);
  }
  return undefined;
}

function withBrackets(tokens: readonly Token[], { from, to, claims }: ZoneFound): ZoneFound {
  const before = tokens[from - 1];
  if (before && OPENING.has(before.raw) && CLOSING.has(tokens[to]?.raw ?? ''))
    return { from: from - 1, to: to + 1, claims };
  const opens = claims.length > 1 && before && OPENING.has(before.raw) && claims[0]?.exactness === 'offset';
  return before?.key === 'in' || opens ? { from: from - 1, to, claims } : { from, to, claims };
}

type Hour = 'surely' | 'perhaps' | undefined;

/** Whether an hour stands right before; a bare number is one only perhaps. */
function hourBefore(tokens: readonly Token[], at: number): Hour {
  let before = at - 1;
  while (before >= 0 && (['(', '[', ',', '-', '–', '/'].includes(tokens[before]!.raw) || tokens[before]!.key === 'in'))
    before--;
  const token = tokens[before];
  if (!token) return undefined;
  if (HOURS.has(token.key)) return 'surely';
  if (['am', 'pm', 'a', 'p', 'h'].includes(token.key))
    return tokens[before - 1]?.kind === 'number' || NUMBERS.has(tokens[before - 1]?.key ?? '') ? 'surely' : undefined;
  if (NUMBERS.has(token.key)) return 'perhaps';
  if (token.kind !== 'number') return undefined;
  if (/^\d{1,2}[:.h]\d{2}/.test(token.raw) || /^([01]\d|2[0-3])[0-5]\d$/.test(token.raw)) return 'surely';
  return /^\d{1,2}$/.test(token.raw) && Number(token.raw) <= 24 ? 'perhaps' : undefined;
}

/** Whether an hour begins here: "14:00", "9 AM". */
const isClock = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' && (tokens[at].raw.includes(':') || ['am', 'pm'].includes(tokens[at + 1]?.key ?? ''));

/** "10:00+05:30" and "10:00 +0530" are offsets; "9:00-5:00" is from nine to five. */
const followsClosely = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.raw === '+' && tokens[at - 1]?.kind === 'number' && /^\d\d:?\d\d$/.test(tokens[at + 1]?.raw ?? '');

const isUniversal = ({ key }: Token): boolean => key === 'utc' || key === 'gmt';
const isCapitals = ({ raw }: Token): boolean => /^[A-Z][A-Z0-9.]*$/.test(raw);
