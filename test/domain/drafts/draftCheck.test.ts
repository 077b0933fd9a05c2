import { describe, expect, test } from 'vitest';
import { checkDraft, type Finding, type Writing } from '../../../src/domain/drafts/draftCheck.ts';
import { draftKinds } from '../../../src/domain/drafts/draftKinds.ts';
import { draftMeanings } from '../../../src/domain/drafts/draftMeanings.ts';
import { draftRules } from '../../../src/domain/drafts/draftRules.ts';
import { proofread } from '../../../src/domain/drafts/proofread.ts';
import { keysOf } from '../../../src/domain/vocabulary.ts';
import { banned, bannedIn, gradeOf } from '../../content/prose.ts';
import { badCases, goodCases } from './cases.ts';

/** The words of each finding, by its kind. */
function byKind(findings: Finding[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { kind, words } of findings) found[kind] = [...(found[kind] ?? []), words];
  return found;
}

/** With what the patient screen finds, as a command has it. */
const checked = (text: string, writing: Writing) => proofread(text, writing, []);

describe('a text that needs no change has no finding', async () => {
  test.for(await goodCases('good.yaml'))('$name', ({ text, market, type }) => {
    expect(byKind(checked(text, { market, applicantType: type }))).toEqual({});
  });
});

describe('what may be mended is found, with the words that cause it', async () => {
  test.for(await badCases('bad.yaml'))('$name', ({ text, market, type, found }) => {
    expect(byKind(checked(text, { market, applicantType: type }))).toEqual(found);
  });
});

test('every kind of finding is in the cases', async () => {
  const found = new Set((await badCases('bad.yaml')).flatMap(({ found }) => Object.keys(found)));
  expect([...found].sort()).toEqual([...keysOf(draftKinds)].sort());
});

test('the words of a finding stand in the text as they were written', () => {
  const text = 'Dear Dr. Bell,\nI\n  beg\u00a0you. Please say that I’m calm, and don’t mention June.';
  const words = checkDraft(text).map(({ words }) => words);
  expect(words).toEqual(['I\n  beg\u00a0you', 'Please say that I’m calm, and don’t mention June']);
  for (const found of words) expect(text).toContain(found);
});

test('a limit is passed by the first word over it', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
  const kinds = (count: number) => checkDraft(words(count)).map(({ kind }) => kind);
  expect([kinds(120), kinds(121), kinds(200), kinds(201)]).toEqual([[], ['long'], ['long'], ['too-long']]);
  expect(checkDraft(words(121))[0]?.words).toBe('word120');
});

test('the early-offer line is a finding until program and applicant are known to be free for it', () => {
  const kinds = (writing: Writing) => checkDraft('I would consider an early offer.', writing).map(({ kind }) => kind);
  expect(kinds({})).toEqual(['early-offer']);
  expect(kinds({ market: 'outside' })).toEqual(['early-offer']);
  expect(kinds({ market: 'outside', applicantType: 'us-md' })).toEqual(['early-offer']);
  expect(kinds({ market: 'outside', applicantType: 'img' })).toEqual([]);
});

test('an empty text, or one of signs alone, has nothing to mend', () => {
  expect(['', '   ', '...', '🙂'].flatMap(text => checkDraft(text))).toEqual([]);
});

test('the longest text that can be pasted is read at once', () => {
  const start = performance.now();
  for (const part of ['AA ', 'please ', 'rank me ', 'I would tell them ', '[', 'Aa Bb, ', 'the patient in '])
    checkDraft(part.repeat(3000 / part.length));
  expect(performance.now() - start).toBeLessThan(1000);
});

test('what is said of a finding is plain, and blames nobody', () => {
  const sentences = [
    ...Object.values(draftKinds).flatMap(({ why, better }) => [why, better]),
    ...[...draftRules, ...draftMeanings].flatMap(({ why = '', better = '' }) => [why, better]),
  ].filter(sentence => sentence !== '');
  const blame =
    /\byou (?:should|must|were|are|have|did|sound|seem)\b|\byour (?:fault|mistake|error)|\bwrong\b|\bbad\b/i;
  expect(sentences.filter(sentence => blame.test(sentence) && !sentence.includes('mistreated'))).toEqual([]);
  expect(sentences.flatMap(text => bannedIn({ name: '', title: '', text }, banned))).toEqual([]);
  expect(sentences.filter(text => gradeOf(text) > 12)).toEqual([]);
});
