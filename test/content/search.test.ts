import { expect, test } from 'vitest';
import { createSearch } from '../../src/content/search.ts';
import type { Piece } from '../../src/content/types.ts';

const piece = (id: string, title: string, topic: string, answer: string, body = ''): [string, Piece] => [
  id,
  {
    id,
    title,
    topic,
    answer,
    body,
    for: [],
    only: false,
    stages: [],
    phases: [],
    related: [],
    care: false,
    do: { label: 'Log', call: 'log' },
    covers: [],
  },
];

const pieces = new Map([
  piece('routes', 'How a name travels', 'network', 'A program director calls another.'),
  piece('dean', "The dean's office", 'network', 'It writes the MSPE.', 'It is read for its tone.'),
  piece('thanks', 'Thank-you notes', 'season', 'Some programs ask for none.'),
  piece('letters', 'Papers', 'season', 'Ask for a letter of recommendation early.'),
  piece('who', 'Who is who', 'season', 'People and their titles.'),
]);
const topics = [
  { id: 'network', title: 'The four routes', description: '' },
  { id: 'season', title: 'During the season', description: '' },
];
const synonyms = [
  ['pd', 'program director'],
  ['lor', 'letter of recommendation'],
];
const asked = new Map([['dean', ['student affairs', 'medical school']]]);
const { search, nearestTopics } = createSearch(pieces, topics, synonyms, asked);
const found = (text: string, limit = 10) => search(text, limit).map(({ id }) => id);

test('a title is found, also with typing errors and unfinished', () => {
  expect(found('Thank-you notes')[0]).toBe('thanks');
  expect(found('thnak you noets')[0]).toBe('thanks');
  expect(found('trav')[0]).toBe('routes');
});

test('answers, bodies and titles of topics are searched too', () => {
  expect(found('mspe')).toEqual(['dean']);
  expect(found('tone')).toEqual(['dean']);
  expect(found('four routes')).toEqual(expect.arrayContaining(['routes', 'dean']));
});

test('a synonym finds what it stands for, both ways, inside a longer question', () => {
  expect(found('PD')).toEqual(['routes']);
  expect(found('what do PDs do')).toEqual(['routes']);
  expect(found('how do I get a LoR')).toEqual(['letters']);
});

test('an apostrophe does not matter', () => {
  expect(found('deans office')[0]).toBe('dean');
  expect(found('dean’s office')[0]).toBe('dean');
});

test('words are found by their stems, and in the words that people ask with', () => {
  expect(found('asking early for letters')).toEqual(['letters']);
  expect(found('travelling')).toEqual(['routes']);
  expect(found('student affair')).toEqual(['dean']);
});

test('several words must fit together: one of them alone is a guess', () => {
  expect(found('helicopter recommendation landing')).toEqual([]);
  expect(found('dean of helicopters')).toEqual([]);
});

test('where nothing is found there are topics still, the nearest first', () => {
  expect(nearestTopics('dean of helicopters', 2).map(({ id }) => id)).toEqual(['network', 'season']);
  expect(nearestTopics('xqzzy', 2)).toHaveLength(2);
});

test('a title of everyday words is found', () => {
  expect(found('who is who')[0]).toBe('who');
});

test('no more are found than were asked for, and nothing for no text or nonsense', () => {
  expect(found('season', 1)).toHaveLength(1);
  expect(found('')).toEqual([]);
  expect(found(' ?! ')).toEqual([]);
  expect(found('xqzzy')).toEqual([]);
});
