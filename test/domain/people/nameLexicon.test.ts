import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { expect, test } from 'vitest';
import { isName } from '../../../src/domain/people/nameLexicon.ts';

test.each(['john', 'maria', 'okonkwo', 'Nguyen', 'GARCIA'])('%s is a name in any case', name => {
  expect(isName(name)).toBe(true);
});

test('an everyday word is a name by its capital alone', () => {
  expect(isName('will')).toBe(false);
  expect(isName('Will')).toBe(true);
  expect(isName('potassium')).toBe(false);
});

test('of the listed names, few that the dictionary has as words are names in small letters', () => {
  const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
  const listed = readFileSync(
    new URL('./dict/people-names.txt', `file://${createRequire(import.meta.url).resolve('@cspell/dict-people-names')}`),
    'utf8',
  );
  const small = listed.split('\n').map(line => line.trim().toLowerCase());
  const both = small.filter(name => /^\p{L}+$/u.test(name) && isName(name) && speller.correct(name));
  // Given names first of all, whatever else they mean.
  expect([...new Set(both)].sort()).toEqual(
    'amber carol heather john johnny maria martin peter roger timothy victor'.split(' '),
  );
});
