import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverageMistakes, coverageYaml, coverNumbers } from '../../src/content/coverage.ts';
import { loadWithCovers } from '../../src/content/load.ts';

/** Two texts that carry everything between them. */
const covers = new Map([
  ['tips/01', ['S1', 'X9']],
  ['advice/all', [...coverNumbers]],
]);
const recorded = (): Record<string, string[]> => parse(coverageYaml(covers));

test('the checklist has the numbers S1 to S249 and X1 to X9', () => {
  expect(coverNumbers).toHaveLength(258);
  expect(coverNumbers).toEqual(expect.arrayContaining(['S1', 'S249', 'X1', 'X9']));
});

test('the file names the texts of each number, and is right as it was made', () => {
  expect(recorded()).toMatchObject({
    S1: ['advice/all', 'tips/01'],
    S2: ['advice/all'],
    X9: ['advice/all', 'tips/01'],
  });
  expect(coverageMistakes(recorded(), covers)).toEqual([]);
});

test('a number that no text carries is a mistake, even where the file admits it', () => {
  const without = new Map([['advice/all', coverNumbers.filter(number => number !== 'S7')]]);
  expect(coverageMistakes(parse(coverageYaml(without)), without)).toEqual(['S7: no text carries it']);
});

test('a text that is not there is a mistake', () => {
  expect(coverageMistakes({ ...recorded(), S2: ['advice/gone'] }, covers)).toContain('S2: there is no advice/gone');
});

test('a file that no longer says what the texts say is a mistake', () => {
  const { S3: _, ...rest } = recorded();
  const expected = 'out of date, run npm run content:coverage';
  expect(coverageMistakes(rest, covers)).toEqual([`S3: ${expected}`]);
  expect(coverageMistakes({ ...recorded(), S1: ['advice/all'] }, covers)).toEqual([`S1: ${expected}`]);
});

test('a number that the checklist lacks is a mistake', () => {
  expect(coverageMistakes({ ...recorded(), S250: [] }, covers)).toEqual(['S250 is no number of the checklist']);
});

test('every number of the checklist is carried by a text, and coverage.yaml says by which', async () => {
  const file = join(import.meta.dirname, '../../src/content/coverage.yaml');
  const { covers } = await loadWithCovers();
  expect(coverageMistakes(parse(await readFile(file, 'utf8')), covers)).toEqual([]);
});
