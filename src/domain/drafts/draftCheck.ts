import type { PrivacyFinding } from '../privacy/privacy.ts';
import type { ApplicantType, Market } from '../vocabulary.ts';
import { matchesOf, phrasePattern, plainLetters, sentencesOf, wordsOf } from '../words/phrases.ts';
import { capital } from '../words/sentences.ts';
import { signatureAt } from './correspondents.ts';
import { DRAFT_WORDS, type DraftKind, draftKinds } from './draftKinds.ts';
import { draftMeanings } from './draftMeanings.ts';
import { type DraftRule, draftRules } from './draftRules.ts';
import { mayUseEarlyLine } from './drafts.ts';
import { wordLists } from './draftWords.ts';

/** Something in a message that may be mended, and how. */
export interface Finding {
  kind: DraftKind;
  /** The words of the message that caused it, as they stand there. */
  words: string;
  why: string;
  better: string;
}

/** Who writes, and to what program; what is left out is not known. */
export interface Writing {
  market?: Market | undefined;
  applicantType?: ApplicantType | undefined;
}

/** Of one wording nobody reads more. */
const MOST_FINDINGS = 20;
/** A message has fewer. */
const MOST_SENTENCES = 200;

interface TextSpan {
  start: number;
  end: number;
}

const rules = draftRules.map(rule => ({
  rule,
  patterns: rule.phrases.map(phrase => phrasePattern(phrase, wordLists, rule.cased)),
  unless: rule.unless === undefined ? undefined : phrasePattern(rule.unless, wordLists),
}));

const meanings = draftMeanings.map(rule => ({
  rule,
  all: rule.all.map(concept => phrasePattern(concept, wordLists)),
  unless: rule.unless === undefined ? undefined : phrasePattern(rule.unless, wordLists),
}));

/** What the patient screen finds is said as any other thing to mend. */
const patientRule: Pick<DraftRule, 'kind' | 'why' | 'better'> = { kind: 'patient' };

/**
 * What may be mended in a message before it is sent, in the order of the text; nothing where it reads well. It hears
 * what sentences speak of, by lists: what it does not find may still be there. `patients`: what the patient screen
 * found in the same text.
 */
export function checkDraft(text: string, writing: Writing = {}, patients: readonly PrivacyFinding[] = []): Finding[] {
  const early = mayUseEarlyLine(writing.applicantType, writing.market);
  const plain = plainLetters(text);
  const sentence = sentencesOf(plain);
  const counts = ({ kind }: Pick<DraftRule, 'kind'>) => kind !== 'early-offer' || !early.may;
  const signature = signatureAt(text);
  const found: Found[] = [
    ...patients.filter(({ start }) => start < signature).map(({ start, end }) => ({ rule: patientRule, start, end })),
    ...meant(plain).filter(({ rule }) => counts(rule)),
    ...worded(plain, sentence).filter(({ rule }) => counts(rule)),
  ].filter(outermost);
  const findings = found.map(({ rule, start, end }) => ({
    start,
    finding: { kind: rule.kind, words: text.slice(start, end), ...advice(rule, early.reason) },
  }));
  return [...findings.toSorted((a, b) => a.start - b.start).map(({ finding }) => finding), ...tooLong(text)];
}

interface Found extends TextSpan {
  rule: Pick<DraftRule, 'kind' | 'why' | 'better'>;
}

/** What is found by its wording. */
const worded = (plain: string, sentence: ReturnType<typeof sentencesOf>): Found[] =>
  rules.flatMap(({ rule, patterns, unless }) =>
    patterns
      .flatMap(pattern => [...matchesOf(pattern, plain).take(MOST_FINDINGS)])
      .map(({ 0: words, index }) => ({ rule, start: index, end: index + words.length }))
      .filter(({ start, end }) => !unless || sentence.around(start, end).search(unless) < 0),
  );

/** A sentence up to its end, which a title's period is not. */
const SENTENCE = /(?:[^.?!\n]|(?<=\b(?:dr|mr|mrs|ms|prof|st|no|vs|[a-z]))\.|\.(?=\S)){1,600}[.?!]*/giu;

/** What is found by what a sentence speaks of: from the first of its words to the last. */
function meant(plain: string): Found[] {
  const found: Found[] = [];
  for (const { 0: said, index } of plain.matchAll(SENTENCE).take(MOST_SENTENCES))
    for (const { rule, all, unless } of meanings) {
      const places = all.map(concept => said.matchAll(concept).next().value);
      if (places.some(place => !place) || (unless && said.search(unless) >= 0)) continue;
      const starts = places.flatMap(place => place?.index ?? []);
      const ends = places.flatMap(place => (place ? place.index + place[0].length : []));
      found.push({ rule, start: index + Math.min(...starts), end: index + Math.max(...ends) });
    }
  return found;
}

const advice = ({ kind, why, better }: Found['rule'], earlyReason: string): Pick<Finding, 'why' | 'better'> => ({
  why: kind === 'early-offer' ? `${capital(earlyReason)}.` : (why ?? draftKinds[kind].why),
  better: better ?? draftKinds[kind].better,
});

/** Of places of the same kind that overlap, the longest, and of equal ones the first. */
function outermost(one: Found, index: number, all: readonly Found[]): boolean {
  const length = (place: TextSpan) => place.end - place.start;
  return !all.some(
    (other, place) =>
      other !== one &&
      other.rule.kind === one.rule.kind &&
      other.start < one.end &&
      one.start < other.end &&
      (length(other) > length(one) || (length(other) === length(one) && place < index)),
  );
}

/** How many words a message has. */
export const countWords = (text: string): number => wordsOf(text).length;

/** Points at the first words past the limit. */
function tooLong(text: string): Finding[] {
  const words = wordsOf(text);
  const kind = words.length > DRAFT_WORDS.tooLong ? 'too-long' : words.length > DRAFT_WORDS.long ? 'long' : undefined;
  if (!kind) return [];
  const past = words.slice(DRAFT_WORDS[kind === 'long' ? 'long' : 'tooLong']).slice(0, 5);
  const [first, last] = [past[0], past.at(-1)];
  const shown = first && last ? text.slice(first.index, last.index + last.word.length) : '';
  return [{ kind, words: shown, why: draftKinds[kind].why, better: draftKinds[kind].better }];
}
