import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Mistake, mistakeToText } from '../../src/content/mistakes.ts';
import { phasesByWeek, readSeason } from '../../src/content/seasonRules.ts';
import { parseYaml } from '../../src/content/yamlSource.ts';

const shipped = await readFile(join(import.meta.dirname, '../../src/content/season.yaml'), 'utf8');

/** The rules in a text, and what is wrong with it, a line each. */
function read(text: string) {
  const mistakes: Mistake[] = [];
  const source = parseYaml(text, 'season.yaml', 1, mistakes);
  return { rules: source && readSeason(source, mistakes), mistakes: mistakes.map(mistakeToText) };
}

test('the rules that ship are right', () => {
  const { rules, mistakes } = read(shipped);
  expect(mistakes).toEqual([]);
  expect(rules?.phases.map(({ id }) => id)).toContain('match-week');
});

test('a week is in each phase that it touches in one year or another', () => {
  const weeks = phasesByWeek(read(shipped).rules!);
  expect(weeks.get(5)).toEqual(new Set(['preparation']));
  expect(weeks.get(15)).toEqual(new Set(['early', 'middle']));
  expect(weeks.get(37)).toEqual(new Set(['match-week', 'wait']));
});

test.each([
  ['a day by no rule', '{ on: 10-15, year: -1 }', '{ at: 10-15 }', 'should be a day by rule'],
  [
    'a day that counts from nothing',
    'from: match-day, days: -4',
    'from: match-dya, days: -4',
    'match-dya, which is no event',
  ],
  ['a day that counts from itself', 'from: match-day, days: -4', 'from: match-week, days: -4', 'counts from itself'],
  ['a day that is no rule', '{ on: 10-15, year: -1 }', '{ on: 15-10, year: -1 }', 'should be a day, such as 10-15'],
  ['a day that no month has', '{ on: 10-15, year: -1 }', '{ on: 02-30, year: -1 }', 'starts: '],
  ['an hour that is none', "time: '21:00'", "time: '25:00'", 'time: should be an hour'],
  ['a zone that is none', 'America/New_York', 'America/Newyork', 'season.yaml:6 zone: should be a time zone'],
  ['a source that is not named', 'source: match-week', 'source: nrpm', 'source: there is no source "nrpm"'],
  [
    'a phase that starts before the last one',
    '{ on: 11-21, year: -1 }',
    '{ on: 10-01, year: -1 }',
    'phases.3.starts: is not after the start',
  ],
  ['phases out of order', '- id: early', '- id: late', 'phases: should be each of preparation, early'],
])('%s is a mistake', (_, from, to, expected) => {
  const { rules, mistakes } = read(shipped.replace(from, to));
  expect(rules).toBeUndefined();
  expect(mistakes).toContainEqual(expect.stringContaining(expected));
});
