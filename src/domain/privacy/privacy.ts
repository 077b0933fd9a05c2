import { nameWords } from '../names.ts';
import { phrasePattern, plainLetters, sentenceAround } from '../phrases.ts';
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

/**
 * What of a text could point to a patient, first to last: a help to look again, which can miss things.
 * `own`: the names of people that the writer keeps, who are colleagues and no patients.
 */
export function screen(text: string, { own = [] }: { own?: readonly string[] } = {}): PrivacyFinding[] {
  const plain = plainLetters(text);
  const colleagues = own.map(name => new Set(nameWords(name)));
  const isColleague = (name: string) => {
    const words = nameWords(name);
    return colleagues.some(known => words.every(word => known.has(word)));
  };
  const found = rules.flatMap(({ kind, patterns, needs, unless }) =>
    patterns
      .flatMap(pattern => [...plain.matchAll(pattern)])
      .filter(({ groups }) => !groups?.who || !isColleague(groups.who))
      .map(({ 0: words, index }) => ({ kind, start: index, end: index + words.length }))
      .filter(({ start, end }) => {
        const sentence = sentenceAround(plain, start, end);
        return (!needs || sentence.search(needs) >= 0) && !(unless && sentence.search(unless) >= 0);
      }),
  );
  return longest(found).map(finding => ({ ...finding, words: text.slice(finding.start, finding.end) }));
}

type Span = Omit<PrivacyFinding, 'words'>;

/** Of those that overlap, the longest, in the order of the text. */
function longest(found: Span[]): Span[] {
  const kept: Span[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
