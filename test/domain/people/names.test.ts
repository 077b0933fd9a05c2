import { describe, expect, test } from 'vitest';
import { normalizeName, samePlace } from '../../../src/domain/people/names.ts';

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

test.each([
  ['St. Mary', 'st mary'],
  ['St. Mary’s', "St Mary's"],
  ['Hôpital Saint-Luc', 'hopital saint luc'],
  ['  Mercy   West ', 'mercy west'],
])('the place %s is %s', (one, other) => {
  expect(samePlace(one, other)).toBe(true);
});

test('a place is no other because it begins alike', () => {
  expect(samePlace('Mercy', 'Mercy West')).toBe(false);
});
