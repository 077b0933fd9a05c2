import { expect, test } from 'vitest';
import { PAGE_CHARACTERS } from '../../src/core/cards/pages.ts';
import { banned, bannedIn, gradeOf, isWord, misspelledIn, tooLongToPage, wordCount } from './prose.ts';

const said = (text: string, title = 'A title') => bannedIn({ name: 'advice/a', title, text }, banned);

test('short sentences of common words are read in the early grades, long ones of rare words are not', () => {
  expect(gradeOf('You can call them today. They know your name. Ask what they saw.')).toBeLessThan(4);
  expect(
    gradeOf(
      'Institutional stakeholders systematically operationalize confidential interprofessional communication in order to ' +
        'substantiate preliminary determinations regarding applicants’ longitudinal professionalism trajectories.',
    ),
  ).toBeGreaterThan(10);
});

test('the items of a list are sentences of their own', () => {
  const item = 'call the person who saw you on nights';
  expect(gradeOf(`- ${item}\n- ${item}\n- ${item}`)).toBe(gradeOf('Call the person who saw you on nights.'));
});

test.each([
  ['This will help!', '"!": exclamation marks shout'],
  ['They call — and you wait.', '"—": a dash hides where the sentence ends'],
  ['It is a game-changer.', '"game-changer": hype'],
  ['Go and crush it.', '"crush it": hype'],
  ['We guarantee an answer.', '"guarantee": a promise'],
  ['You will match.', '"You will match": a promise'],
  ['Simply write to her.', '"Simply": talks down'],
  ['You have yourself to thank: you should have called.', '"you should have": blame'],
  ['Be a warrior on nights.', '"warrior": bravado'],
  ['It is a toxic program.', '"toxic program": speaks ill of a program'],
  ['She learnt it whilst there.', '"learnt": British English'],
])('%j is not said', (text, expected) => {
  expect(said(text)).toContain(expected);
});

test('a plain sentence is said, and a word that is no headline only below the title', () => {
  expect(said('Nobody can guarantee a place. Write to Dr. Osei today, in 24-48 hours at most.')).toEqual([]);
  expect(said('Directors call it too risky.')).toEqual([]);
  expect(said('They say so.', 'Too risky')).toEqual(['"risky": never a headline']);
});

test('British spelling and typing errors are found, names and terms of the list are not', () => {
  const text = (words: string) => ({ name: 'advice/a', title: 'A title', text: words });
  expect(misspelledIn(text('The **programme** honours a collegue’s behaviour in 2027.'), isWord)).toEqual([
    'programme',
    'honours',
    'collegue',
    'behaviour',
  ]);
  expect(misspelledIn(text("The NRMP's 3rd rule at 9h; you don't call both chiefs' nurses."), isWord)).toEqual([]);
});

test('words are counted without their marks', () => {
  expect(wordCount('**Two** words - and 3 more: "don’t".')).toBe(6);
});

test('a paragraph that no page holds is found', () => {
  expect(tooLongToPage(`Short.\n\n${'x'.repeat(PAGE_CHARACTERS + 1)}\n\n- a`)).toEqual(['x'.repeat(30)]);
});
