import { expect, test } from 'vitest';
import { namesIn } from '../../../src/domain/people/severalPeople.ts';

test.each([
  ['Dr. Patel, Kim and nurse Joy', ['Dr. Patel', 'Kim', 'nurse Joy']],
  ['patel & kim', ['patel', 'kim']],
  ['A, B and C', ['A', 'B', 'C']],
  ['J.P., K.L., and M.N.', ['J.P.', 'K.L.', 'M.N.']],
  ['Kim; Lee', ['Kim', 'Lee']],
  ['chief and attending', ['chief', 'attending']],
  ['Dr. Patel, MICU and Kim', ['Dr. Patel, MICU', 'Kim']],
  ['the chief and the night nurse, 4W', ['the chief', 'the night nurse, 4W']],
])('%s are several people', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  'Dr. Patel',
  'night nurse, 4W',
  'Ana Patel, attending',
  'Ana Patel, MD',
  'Smith, J.',
  'nurse from Labor and Delivery',
  'L&D charge nurse',
  'Anderson',
  "Dr. O'Neill & Co",
  '🦉',
  ',',
])('%s is one', text => {
  expect(namesIn(text)).toEqual([text]);
});
