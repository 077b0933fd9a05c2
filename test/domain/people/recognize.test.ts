import { describe, expect, test } from 'vitest';
import { type KnownPerson, recognize, roleIn } from '../../../src/domain/people/recognize.ts';
import type { Role } from '../../../src/domain/vocabulary.ts';
import { distance } from '../../../src/domain/words/distance.ts';
import fc from '../../support/properties.ts';

/** Somebody whose id is their name. */
const person = (name: string, role: Role = 'attending'): KnownPerson => ({ id: name, name, role });
const known = (...names: string[]) => names.map(name => person(name));

describe('the same person', () => {
  test.each([
    ['dr patel', 'Dr. Patel'],
    ['JOSE NUNEZ', 'Dr. José Núñez'],
    ['Patel, Ana', 'Ana Patel'],
    ['Ana Patel, MD', 'Dr. Ana Patel'],
    ['attending Osei', 'Osei'],
    ['Osei', 'attending Osei'],
    ['j.p.', 'JP'],
    ['🦉', '🦉'],
  ])('%s is %s', (typed, name) => {
    expect(recognize(typed, [person(name), person('Somebody Else')])).toMatchObject({ same: name });
  });

  test('is the very name where others are like it', () => {
    expect(recognize('Patel', known('Ana Patel', 'Dr. Patel', 'Raj Patel'))).toMatchObject({ same: 'Dr. Patel' });
  });
});

describe('to be asked about', () => {
  test.each([
    ['Patel', 'Dr. Ana Patel', 'part of the name is the same'],
    ['Ana', 'Dr. Ana Patel', 'part of the name is the same'],
    ['Dr. Pattel', 'Dr. Patel', 'only a letter or two differ'],
    ['Dr. Ptael', 'Dr. Patel', 'only a letter or two differ'],
    ['Anna Patel', 'Ana Patel', 'only a letter or two differ'],
    ['Okafro', 'Chinwe Okafor', 'part of the name is the same'],
    ['Jo Hernandes', 'Jo Hernández', 'only a letter or two differ'],
    ['J.P.', 'Jay Patel', 'the initials fit'],
    ['Jay Patel', 'JP', 'the initials fit'],
    ['J. Patel', 'Jay Patel', 'the initials fit'],
    ['nurse Patel', 'Patel', 'part of the name is the same'],
  ])('%s, who may be %s: %s', (typed, name, because) => {
    expect(recognize(typed, known(name, 'Somebody Else'))).toEqual({ unsure: [name], because });
  });

  test('both of two, most alike first', () => {
    expect(recognize('Dr. Patel', known('Ana Patel', 'Raj Patel'))).toMatchObject({
      unsure: ['Ana Patel', 'Raj Patel'],
    });
    expect(recognize('Ana Pattel', known('Patel', 'Ana Patel'))).toMatchObject({ unsure: ['Ana Patel', 'Patel'] });
    const joys = [person('chief Joy', 'chief'), person('nurse Joy', 'nurse')];
    expect(recognize('Joy', joys)).toMatchObject({ unsure: ['chief Joy', 'nurse Joy'] });
  });
});

describe('somebody new', () => {
  test.each([
    ['Raj Patel', 'Ana Patel'],
    ['Kim', 'Jim'],
    ['Li', 'Lu'],
    ['Wang', 'Yang'],
    ['night nurse 1', 'night nurse 2'],
    ['K. Patel', 'Jay Patel'],
    ['JK', 'Jay Patel'],
    ['J', 'Jay Patel'],
    ['🦉', '🦊'],
    ['?', '!'],
  ])('%s is not %s', (typed, name) => {
    expect(recognize(typed, known(name))).toMatchObject({ new: true });
  });

  test('is everybody while nobody is known', () => expect(recognize('Kim', [])).toMatchObject({ new: true }));
});

test('a name may say the role', () => {
  expect(['nurse Joy', 'Kim, RN', 'Chief Kim', 'Kim', 'nurse'].map(roleIn)).toEqual([
    'nurse',
    'nurse',
    'chief',
    undefined,
    undefined,
  ]);
});

test('a distance counts letters added, left out, changed and swapped', () => {
  expect([distance('patel', 'patel'), distance('patel', 'ptael'), distance('patel', 'pazzl')]).toEqual([0, 1, 2]);
  expect([distance('', 'kim'), distance('osei', 'osie'), distance('kim', 'lee')]).toEqual([3, 1, 3]);
});

describe('any name', () => {
  const first = fc.constantFrom('Ana', 'José', 'Wei', 'Chinwe', 'Łukasz', 'Amina', 'Raj', 'Jo', 'Siobhán', 'J.');
  const last = fc.constantFrom('Patel', 'Núñez', "O'Brien", 'Okafor', 'Kim', 'Østergård', 'Lee', 'Al-Rashid', 'Groß');
  const name = fc.oneof(
    last,
    first,
    fc.tuple(first, last).map(words => words.join(' ')),
    fc.tuple(fc.constantFrom('Dr.', 'nurse', 'Chief'), last).map(words => words.join(' ')),
  );
  const changed = fc.constantFrom(
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => `Dr. ${text}`,
    (text: string) => ` ${text.replace(' ', '   ')} `,
    (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    (text: string) => text.normalize('NFD'),
  );
  const outcome = (typed: string, other: string) =>
    Object.keys(recognize(typed, [person(other, roleIn(other) ?? 'nurse')]))[0];

  test('is the same in other letters, without accents and with a title', () => {
    fc.assert(
      fc.property(name, changed, (text, change) => {
        expect(outcome(change(text), text)).toBe('same');
      }),
    );
  });

  test('is like another as the other is like it, where neither says a role', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(!roleIn(one) && !roleIn(other));
        expect(outcome(one, other)).toBe(outcome(other, one));
      }),
    );
  });

  test('is somebody new to another whenever the other is new to it', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(outcome(one, other) === 'new').toBe(outcome(other, one) === 'new');
      }),
    );
  });

  test('without a letter in common is new', () => {
    const letters = (from: string) => fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters('abcdefghij '), letters('nopqstuvwxyz '), (one, other) => {
        fc.pre(one.trim() !== '' && other.trim() !== '');
        expect(outcome(one, other)).toBe('new');
      }),
    );
  });

  test('stands for people who are there, and for each once', () => {
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 6 }), (text, names) => {
        const found = recognize(text, known(...names));
        const ids = 'same' in found ? [found.same] : 'unsure' in found ? found.unsure : [];
        expect(names).toEqual(expect.arrayContaining(ids));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
