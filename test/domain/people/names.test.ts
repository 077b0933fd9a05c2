import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../src/domain/people/names.ts';

describe('a name met again', () => {
  test.each([
    ['Dr. José Núñez', 'jose nunez'],
    ['Prof. Dr. Anna-Lena Groß', 'Anna Lena Gross'],
    ["O'Brien", 'O’Brien'],
    ['J. R. Patel', 'jr patel'],
    ['  Łukasz   Øster ', 'lukasz oster'],
    ['İpek', 'ipek'],
    ['Ａｎｎａ', 'Anna'],
    ['❤️', '❤'],
  ])('%s is %s', (one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other));
  });

  test.each([
    ['🦉', '🦊'],
    ['👩‍⚕️', '👨‍⚕️'],
    ['Patel', 'Anita Patel'],
    ['कि', 'कु'],
    ['Dr', 'Prof'],
    ['?', '!'],
    ['Dora', 'Ra'],
  ])('%s is not %s', (one, other) => {
    expect(normalizeName(one)).not.toBe(normalizeName(other));
  });

  test.each(['🦉', 'Dr.', '—', '田中'])('%s is a name', name => {
    expect(normalizeName(name)).not.toBe('');
  });
});
