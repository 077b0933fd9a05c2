import { isName } from '../people/nameLexicon.ts';
import { nameWords } from '../people/names.ts';
import { matchesOf, phrasePattern, plainLetters, sentencesOf } from '../words/phrases.ts';
import type { PrivacyKind } from './privacyKinds.ts';
import { privacyRules } from './privacyRules.ts';
import { privacyWords } from './privacyWords.ts';

/** Words that could point to a patient, and where they stand in the text. */
export interface PrivacyFinding {
  kind: PrivacyKind;
  /** Exactly as they were typed. */
  words: string;
  start: number;
  end: number;
}

const pattern = (phrase: string, cased?: boolean) => phrasePattern(phrase, privacyWords, cased);
const rules = privacyRules.map(({ kind, phrases, needs, unless, cased }) => ({
  kind,
  patterns: phrases.map(phrase => pattern(phrase, cased)),
  needs: needs === undefined ? undefined : pattern(needs),
  unless: unless === undefined ? undefined : pattern(unless),
}));

/** A text is looked through up to here, which is more than any field takes: what is longer is refused before. */
const LONGEST_SCREENED = 10_000;
/** Nobody reads a longer list, and each finding costs a look at its sentence. */
const MOST_FINDINGS = 50;

/** The names of people that a writer keeps, who are colleagues and no patients: made once for many texts. */
export interface Colleagues {
  has(name: string): boolean;
}
export function colleaguesOf(names: readonly string[]): Colleagues {
  /** Each word of a name leads to the names that hold it, so that a look-up costs what one name has in common. */
  const holding = new Map<string, Set<string>[]>();
  for (const name of names) {
    const words = new Set(nameWords(name));
    for (const word of words) {
      const others = holding.get(word);
      if (others) others.push(words);
      else holding.set(word, [words]);
    }
  }
  return {
    has(name) {
      const words = nameWords(name);
      // By the word that the fewest share: a common first name leads to everybody who has it.
      const lists = words.map(word => holding.get(word) ?? []).toSorted((one, other) => one.length - other.length);
      const [fewest] = lists;
      if (!fewest) return names.length > 0;
      return fewest.some(known => words.every(word => known.has(word)));
    },
  };
}

/**
 * What of a text could point to a patient, first to last: a help to look again, which can miss things.
 * `own`: the names of people that the writer keeps, who are colleagues and no patients.
 */
export function screen(text: string, { own = [] }: { own?: readonly string[] | Colleagues } = {}): PrivacyFinding[] {
  const plain = plainLetters(text.slice(0, LONGEST_SCREENED));
  const colleagues = 'has' in own ? own : colleaguesOf(own);
  const sentence = sentencesOf(plain);
  const found = rules.flatMap(({ kind, patterns, needs, unless }) =>
    patterns
      .flatMap(pattern => [...matchesOf(pattern, plain).take(MOST_FINDINGS)])
      .filter(({ groups }) => isSomebody(groups, colleagues))
      .map(({ 0: words, index }) => ({ kind, start: index, end: index + words.length }))
      .filter(
        ({ start, end }) =>
          (!needs || sentence.around(start, end).search(needs) >= 0) &&
          !(unless && sentence.around(start, end).search(unless) >= 0),
      ),
  );
  return longest(found).map(finding => ({ ...finding, words: text.slice(finding.start, finding.end) }));
}

/** Whether what stands where a name would is one, and none of a colleague. */
function isSomebody(groups: Record<string, string | undefined> | undefined, colleagues: Colleagues): boolean {
  const name = groups?.low ?? groups?.who;
  if (name === undefined) return true;
  return !colleagues.has(name) && (groups?.low === undefined || isName(name));
}

type Span = Omit<PrivacyFinding, 'words'>;

/** Of those that overlap, the longest, in the order of the text. */
function longest(found: Span[]): Span[] {
  const kept: Span[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
