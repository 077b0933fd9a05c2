import { own } from '../words/own.ts';
import { normalizeName, plainWords } from './names.ts';

/** Words of places that are written in more than one way, each with the way that they are compared in. */
const ONE_SPELLING: Readonly<Record<string, string>> = {
  saint: 'st',
  sainte: 'ste',
  university: 'univ',
  mount: 'mt',
  fort: 'ft',
  centre: 'center',
  ctr: 'center',
  hosp: 'hospital',
  med: 'medical',
};

/** Words that say what a place is, and not which. */
const DESCRIPTIVE = new Set(
  'hospital hospitals medical medicine center health healthcare system im internal residency program programme department dept school college of the at and'.split(
    ' ',
  ),
);

const wordsOf = (place: string): string[] =>
  plainWords(place.replace(/['’ʼ]/g, '')).map(word => own(ONE_SPELLING, word) ?? word);

/**
 * What stays the same of a place's or a program's name however it is written: "St. Mary’s" and "saint marys" are one to
 * the notebook, the self-check and the network alike.
 */
export const placeKey = (place: string): string => wordsOf(place).join('') || normalizeName(place);

export const samePlace = (one: string, other: string): boolean => placeKey(one) === placeKey(other);

/**
 * Whether two names that differ may well be one place: they are the same without the words that say what a place is, or
 * one is inside the other, as whole words. A name of nothing but such words is like no other.
 */
export function mayBeOnePlace(one: string, other: string): boolean {
  const [few, many] = [one, other]
    .map(place => wordsOf(place).filter(word => !DESCRIPTIVE.has(word)))
    .toSorted((a, b) => a.length - b.length) as [string[], string[]];
  return few.length > 0 && !samePlace(one, other) && ` ${many.join(' ')} `.includes(` ${few.join(' ')} `);
}

/** What the user said of two names that are alike. */
export interface PlacePair {
  one: string;
  other: string;
  same: boolean;
}

/** Which names are one place, by how they are written and by what the user said. */
export interface Places {
  same(one: string, other: string): boolean;
  /** They may be one place, and the user has not said. */
  isOpen(one: string, other: string): boolean;
}

export function placesBy(said: readonly PlacePair[]): Places {
  const oneOf = new Map<string, string>();
  const find = (place: string): string => {
    const key = placeKey(place);
    return oneOf.get(key) ?? key;
  };
  for (const pair of said.filter(({ same }) => same)) {
    const [kept, gone] = [find(pair.one), find(pair.other)];
    for (const [key, one] of oneOf) if (one === gone) oneOf.set(key, kept);
    oneOf.set(gone, kept);
  }
  const apart = new Set(said.map(({ one, other }) => [placeKey(one), placeKey(other)].toSorted().join('/')));
  const same = (one: string, other: string) => find(one) === find(other);
  return {
    same,
    isOpen: (one, other) =>
      !same(one, other) &&
      !apart.has([placeKey(one), placeKey(other)].toSorted().join('/')) &&
      mayBeOnePlace(one, other),
  };
}

/** Where the user has said nothing of any. */
export const writtenAlike: Places = placesBy([]);
