import { asked, type Reading, understood } from '../words/reading.ts';
import type { Claim, ZoneMeant } from './zoneClaims.ts';
import { zoneLabel } from './zoneNames.ts';

const EXACTNESS: readonly Claim['exactness'][] = ['offset', 'zone', 'place', 'iana'];

/** The one zone in which all the claims agree, or the question which of them holds. */
export function resolve(words: string, said: readonly Claim[]): Reading<string> {
  const claims = narrowed(said);
  const rank = ({ exactness }: Claim) => EXACTNESS.indexOf(exactness);
  const most = Math.max(...claims.map(rank));
  const fits = ({ zone }: ZoneMeant) => claims.every(({ meant }) => meant.some(other => mayBe(zone, other.zone)));
  const exact = claims.filter(claim => rank(claim) === most).flatMap(({ meant }) => meant);
  const fitting = oneForEachClock(wellKnown(exact.filter(fits)));
  const [only] = fitting;
  if (only && fitting.length === 1) return understood(only.zone);
  if (only) return question(which(words, fitting), fitting);
  return question(
    `"${words}" names more than one time zone. Which one?`,
    oneForEachClock(claims.flatMap(({ meant }) => wellKnown(meant))),
  );
}

const which = (words: string, meant: readonly ZoneMeant[]): string =>
  meant.some(({ within }) => within) ? `Which "${words}" is it?` : `"${words}" can be several time zones. Which one?`;

/** As many taps as a question has at most. */
const MOST_ANSWERS = 4;

function question(text: string, meant: readonly ZoneMeant[]): Reading<string> {
  const hasNamesake = ({ words }: ZoneMeant) => meant.filter(other => other.words === words).length > 1;
  // Russia has two cities of one name: their zones tell them apart.
  const answers = meant.map(one => (hasNamesake(one) ? { label: zoneLabel(one.zone), words: one.zone } : one));
  return asked(text, ...answers.slice(0, MOST_ANSWERS).map(({ label, words }) => ({ label, words })));
}

/** What is named before a country or a state lies in there: "Portland, Maine". */
function narrowed(said: readonly Claim[]): readonly Claim[] {
  const claims = [...said];
  for (let at = claims.length - 2; at >= 0; at--) {
    const [inner, outer] = [claims[at]!, claims[at + 1]!];
    if (inner.exactness !== 'place' || !outer.areas) continue;
    const inside = inner.meant.filter(({ within }) => within?.some(id => outer.areas?.includes(id)));
    const elsewhere = outer.meant.filter(({ within }) => !within?.some(id => outer.areas?.includes(id)));
    const isZone = elsewhere.some(({ zone }) => inner.meant.some(other => mayBe(zone, other.zone)));
    if (inside.length > 0) claims.splice(at, 2, { ...inner, meant: inside });
    else if (isZone) claims[at + 1] = { ...outer, meant: elsewhere };
    // A town of that state that the gazetteer does not have.
    else if (outer.areas.every(id => id.includes('-'))) claims.splice(at, 1);
  }
  return claims;
}

/** How many times larger than another city of its name one is that is meant alone: Boston, not the one in Virginia. */
const LARGER = 40;
/** And than one in another country: Paris, not the one in Texas. */
const LARGER_THAN_ABROAD = 20;

/** Without the cities that nobody means who says no more; abroad, all that are smaller than one in the United States. */
function wellKnown(meant: readonly ZoneMeant[]): readonly ZoneMeant[] {
  const [largest] = meant.toSorted((one, other) => (other.thousands ?? 0) - (one.thousands ?? 0));
  if (!largest?.thousands) return meant;
  const home = largest.within?.[0];
  const most = ({ within }: ZoneMeant) => (within?.[0] === home ? LARGER : home === 'US' ? 1 : LARGER_THAN_ABROAD);
  const times = ({ thousands = Number.POSITIVE_INFINITY }: ZoneMeant) => largest.thousands! / thousands;
  return meant.filter(one => one.isArea || times(one) <= most(one));
}

function oneForEachClock(meant: readonly ZoneMeant[]): ZoneMeant[] {
  const byClock = new Map<string, ZoneMeant>();
  for (const one of meant) {
    const clock = offsetsOf(one.zone).join();
    if (!byClock.has(clock)) byClock.set(clock, one);
  }
  return [...byClock.values()];
}

/** Whether both could be said of one place: they show the same hour at least in half of the year. */
const mayBe = (one: string, other: string): boolean => {
  const offsets = offsetsOf(other);
  return offsetsOf(one).some((offset, half) => offset === offsets[half]);
};

/** Whether two zones show the same hours in winter and in summer. */
export const isSameClock = (one: string, other: string): boolean => offsetsOf(one).join() === offsetsOf(other).join();

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
