import { describe, expect, test } from 'vitest';
import { log } from '../../../src/commands/log/log.ts';
import { looseEnds } from '../../../src/commands/people/looseEnds.ts';
import { optionSpecs } from '../../../src/core/commands/options.ts';
import { readWords } from '../../../src/core/commands/words.ts';

const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'UTC' };
const specs = optionSpecs(log.options);
const read = (text: string) => readWords(text, specs, asking);

/** The options, what stands by no name, and what has no place. */
type Expected = [Record<string, string>, string[]?, string[]?];

describe('words after a command', () => {
  const cases: [string, ...Expected][] = [
    ['', {}],
    ['Dr. Patel', {}, ['Dr. Patel']],
    ['Dr. Patel they:good', { they: 'good' }, ['Dr. Patel']],
    ['they=good when="last Tue" Dr. Patel', { they: 'good', when: 'last Tue' }, ['Dr. Patel']],
    ['who="night nurse, 4W" they:at-once', { who: 'night nurse, 4W', they: 'at-once' }],
    ['"Dr. Patel"', {}, ['Dr. Patel']],
    ['Patel they:good things', { they: 'good things' }, ['Patel']],
    ['Patel they:good where:St. Mary', { they: 'good', where: 'St. Mary' }, ['Patel']],
    ['who:Ostrow they: good', { who: 'Ostrow', they: 'good' }],
    ['who : Ostrow they = good', { who: 'Ostrow', they: 'good' }],
    ['who：Ostrow，they：good', { who: 'Ostrow', they: 'good' }],
    ['“Dr. O’Neill” they:“good things”', { they: 'good things' }, ["Dr. O'Neill"]],
    ['who:Ostrow\nthey:good\nwhere:Mercy', { who: 'Ostrow', they: 'good', where: 'Mercy' }],
    ['Patel\nKim they:good', { they: 'good' }, ['Patel\nKim']],
    ['Dr.\u00a0Patel \u00a0they:\u2009good', { they: 'good' }, ['Dr. Patel']],
    ['Patel they:good when:last Tue at Mercy', { they: 'good', when: 'last Tue' }, ['Patel', 'at Mercy']],
    ['Patel, they:good, when:yesterday.', { they: 'good', when: 'yesterday' }, ['Patel']],
    ['who:Kim who:Lee they:good', { who: 'Kim; Lee', they: 'good' }],
    ['about:team fit about:work ethic Kim', { about: 'team fit, work ethic' }, ['Kim']],
    ['Patel their role: nurse tone:good', { role: 'nurse', they: 'good' }, ['Patel']],
    ['Patel sentence:"a: who: b" they:good', { sentence: 'a: who: b', they: 'good' }, ['Patel']],
    ['Patel sentence:"no end they:good', { sentence: 'no end', they: 'good' }, ['Patel']],
    ['sentence:She said: ask me', { sentence: 'She said: ask me' }],
    ['Dr. Patel (ICU: nights)', {}, ['Dr. Patel (ICU: nights)']],
    ['Kim http://a.example', {}, ['Kim http://a.example']],
    ['Patel: calm under fire', {}, ['Patel: calm under fire']],
    ['Patel mood=3 they:good', { they: 'good' }, ['Patel'], ['mood=3']],
    ['Patel mood="very good" Kim', {}, ['Patel', 'Kim'], ['mood=very good']],
    ['Patel thay:good things', {}, ['Patel'], ['thay:good things']],
    ['Patel they:good they:meh', { they: 'good' }, ['Patel'], ['they:meh']],
    ['they:purple haze', { they: 'purple haze' }],
    ['Patel they:', {}, ['Patel']],
  ];
  test.each(cases)('%s', (text, options, bare = [], unplaced = []) =>
    expect(read(text)).toEqual({ options, bare, unplaced }),
  );

  test('an option may have other names', () =>
    expect(readWords('about:"a talk" by:"next Thursday"', optionSpecs(looseEnds.options), asking).options).toEqual({
      about: 'a talk',
      due: 'next Thursday',
    }));

  test('what is longer than all the fields of a form is not looked at', () =>
    expect(() => read('x'.repeat(20_001))).toThrow('20,001 characters, and I read 20,000 at most'));
});
