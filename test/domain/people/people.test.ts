import { describe, expect, test } from 'vitest';
import { readMet } from '../../../src/domain/people/met.ts';
import { readPeople } from '../../../src/domain/people/people.ts';

const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'America/Chicago' };
const known = {
  isPerson: (name: string) => ['Ana', 'Kim'].includes(name),
  isPlace: (name: string) => name === 'Hopkins',
};
const namesIn = (text: string) => {
  const reading = readPeople(text, asking);
  return reading.outcome === 'understood' ? reading.value.people.map(({ name }) => name) : reading.outcome;
};

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
test.each(letters.flatMap(letter => [`Dr. ${letter}`, `Dr ${letter}`, `Prof. ${letter}`, `Ms. ${letter}`]))(
  '%s is somebody by an initial',
  name => {
    expect(namesIn(name)).toEqual([name]);
    expect(namesIn(`${name} and Kim`)).toEqual([name, 'Kim']);
    expect(namesIn(`${name}, attending at Mercy`)).toEqual([name]);
  },
);
test.each(letters.filter(letter => letter !== 'I').flatMap(letter => [`Chief ${letter}`, `nurse ${letter}`]))(
  '%s is somebody by an initial behind a role',
  name => expect(namesIn(name)).toEqual([name]),
);

test.each([
  ['Dr. Patel, Kim and nurse Joy', ['Dr. Patel', 'Kim', 'nurse Joy']],
  ['patel & kim', ['patel', 'kim']],
  ['A, B and C', ['A', 'B', 'C']],
  ['J.P., K.L., and M.N.', ['J.P.', 'K.L.', 'M.N.']],
  ['Kim; Lee', ['Kim', 'Lee']],
  ['Patel\nKim\nnurse Joy', ['Patel', 'Kim', 'nurse Joy']],
  ['1. Patel\n2. Kim', ['Patel', 'Kim']],
  ['chief and attending', ['chief', 'attending']],
  ['Dr. Patel, MICU and Kim', ['Dr. Patel, MICU', 'Kim']],
  ['the chief and the night nurse, 4W', ['the chief', 'the night nurse, 4W']],
  ['Drs. Lee and Park', ['Dr. Lee', 'Dr. Park']],
  ['Mara Ostrow, Lia Quist', ['Mara Ostrow', 'Lia Quist']],
  ['Dr. Lee, Dr. Park', ['Dr. Lee', 'Dr. Park']],
  ['Maria, RN and Kim, PD', ['Maria', 'Kim']],
  ['"Kim, the tall one" and Lee', ['Kim, the tall one', 'Lee']],
])('%s are several people', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  'Dr. Patel',
  'night nurse, 4W',
  'Ana Patel, MD',
  'John Smith, MD, PhD',
  'Smith, J.',
  'nurse from Labor and Delivery',
  'L&D charge nurse',
  'Anderson',
  "Dr. O'Neill & Co",
  'Ana Ruiz (Annie)',
  'Dr. van der Berg',
  'Maria del Carmen de la Cruz',
  'Dr. Good',
  'Will Grant',
  'Dean Wu',
  '🦉',
  '田中',
  'A',
])('%s is one', text => {
  expect(namesIn(text)).toEqual([text]);
});

describe('what stands beside a name', () => {
  test.each([
    ['Lia Quist, PC', { name: 'Lia Quist', role: 'coordinator' }],
    ['Maria, charge nurse', { name: 'Maria', role: 'nurse' }],
    ['Ana Ruiz (coordinator)', { name: 'Ana Ruiz', role: 'coordinator' }],
    ['chief resident Mike', { name: 'Mike', role: 'chief' }],
    ['Kim, RN', { name: 'Kim', role: 'nurse' }],
    ['attending, Dr. Osei', { name: 'Dr. Osei', role: 'attending' }],
    ['nurse Joy', { name: 'nurse Joy', role: 'nurse' }],
    // Where somebody works tells who it is.
    ['Dr. Patel, ICU attending', { name: 'Dr. Patel, ICU', role: 'attending' }],
    ['sub-I attending Dr. Osei', { name: 'Dr. Osei, sub-I', role: 'attending' }],
    // Which director is not said.
    ['Dr. Kim, director', { name: 'Dr. Kim, director' }],
  ])('%s', (text, person) => {
    expect(readPeople(text, asking)).toEqual({ outcome: 'understood', value: { people: [person] } });
  });

  test('a place is the place', () => {
    const place = (text: string) => readPeople(text, asking, known);
    const value = { people: [{ name: 'Mara Ostrow' }], place: 'Lakeside' };
    expect(place('Mara Ostrow, Lakeside')).toEqual({ outcome: 'understood', value });
    expect(place('Mara Ostrow at Lakeside')).toEqual({ outcome: 'understood', value });
    expect(place('Mara Ostrow, Hopkins')).toMatchObject({ value: { place: 'Hopkins' } });
  });
});

describe('nobody is made of a comma', () => {
  const answersTo = (text: string) => {
    const reading = readPeople(text, asking, known);
    return reading.outcome === 'asked' ? reading.answers : reading;
  };

  test('a last name first is asked about', () => {
    expect(answersTo('Ostrow, Mara')).toEqual([
      { label: 'One: Mara Ostrow', words: '"Mara Ostrow"' },
      { label: 'Two: Ostrow and Mara', words: 'Ostrow; Mara' },
    ]);
  });

  test('unless both are known', () => {
    expect(answersTo('Ana, Kim')).toMatchObject({ value: { people: [{ name: 'Ana' }, { name: 'Kim' }] } });
  });

  test('a word that may be a place is asked about', () => {
    expect(answersTo('Mara Ostrow, Stanford')).toEqual([
      { label: 'Mara Ostrow, at Stanford', words: 'Mara Ostrow at Stanford' },
      { label: 'Two: Mara Ostrow and Stanford', words: 'Mara Ostrow; Stanford' },
    ]);
  });

  test('words that are no name are asked about', () => {
    expect(answersTo('Maria liked me')).toEqual([
      { label: 'Not the name, Maria is', words: 'Maria' },
      { label: 'All of it: "Maria liked me"', words: '"Maria liked me"' },
    ]);
  });

  test('each answer is understood', () => {
    for (const text of ['Ostrow, Mara', 'Mara Ostrow, Stanford', 'Maria liked me', 'said so, well']) {
      const answers = answersTo(text);
      if (!Array.isArray(answers)) throw new Error(`"${text}" is not asked about`);
      for (const { words } of answers) expect(readPeople(words, asking).outcome, words).toBe('understood');
    }
  });
});

test('a sentence keeps all of its words, and gives whoever it names by a title', () => {
  expect(readMet('Maria, charge nurse, liked me yesterday', asking)).toMatchObject({
    who: 'Maria',
    day: 'yesterday',
    words: 'liked me',
  });
  expect(readMet('yelled at by Dr. Stone in the OR today', asking)).toEqual({
    people: [{ name: 'Dr. Stone' }],
    who: 'Dr. Stone',
    day: 'today',
    words: 'yelled at by Dr. Stone in the OR',
  });
});
