import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../src/commands/index.ts';
import { card } from '../../../src/core/cards/card.ts';
import { choicesOf, chosenOf, completeChoices, readChoices } from '../../../src/core/commands/choices.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { parseOptions } from '../../../src/core/commands/parse.ts';
import { applicantTypes } from '../../../src/domain/vocabulary.ts';

const list = {
  reliability: { label: 'reliability' },
  'team-fit': { label: 'team fit' },
  ethic: { label: 'work ethic' },
};
const command = defineCommand({
  name: 'log',
  description: 'Log',
  audience: 'everyone',
  options: z.strictObject({
    about: option.choices({ label: 'About', description: 'What it is about' }, list).optional(),
  }),
  examples: [],
  run: async () => card('Logged', { answer: 'Logged.' }),
});
const [spec] = optionSpecs(command.options);
if (!spec) throw new Error('no option');
const parse = (about: string) =>
  parseOptions(command, { about }, { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'UTC' }).about;

describe('an option that takes several choices', () => {
  test('reads labels, values and beginnings, with commas, each once in the order of the list', () => {
    expect(parse('Team fit, reliability')).toEqual(['reliability', 'team-fit']);
    expect(parse('team-fit,rel')).toEqual(['reliability', 'team-fit']);
    expect(parse('work ethic, , WORK ETHIC,')).toEqual(['ethic']);
  });

  test('is left out where it is empty', () => expect(parse('  ')).toBeUndefined());

  test.each(['kindness', 'reliability, kindness', ', ,'])('says what is expected instead of "%s"', text =>
    expect(() => parse(text)).toThrow('"About" is one or more, with commas, of: Reliability; Team fit; Work ethic.'),
  );

  test('gives a form the choices that it can read, and forgets the rest', () =>
    expect(chosenOf(spec, 'team-fit,kindness').map(({ value }) => value)).toEqual(['team-fit']));

  test('completes the one that is being typed, after those that are there', () => {
    expect(completeChoices(spec, 're')).toEqual([{ label: 'Reliability', value: 'reliability' }]);
    const next = completeChoices(spec, 'team fit, ').map(({ value }) => value);
    expect(next).toEqual(['team-fit, reliability', 'team-fit, ethic']);
    expect(next.map(text => readChoices(spec, text))).toEqual([
      ['reliability', 'team-fit'],
      ['team-fit', 'ethic'],
    ]);
  });
});

test('where a vocabulary is chosen from, its labels begin with a capital letter, and keep what they stand for', () => {
  expect(choicesOf(applicantTypes)).toContainEqual({ value: 'graduate', label: 'Earlier US graduate' });
  expect(choicesOf(applicantTypes)).toContainEqual({ value: 'img', label: 'IMG' });
  expect(applicantTypes.graduate.label).toBe('earlier US graduate');
});

test('in every form, menu and list of choices a label begins with a capital letter', () => {
  const labels = commands.flatMap(({ options }) => optionSpecs(options).flatMap(({ choices = [] }) => choices));
  expect(labels.length).toBeGreaterThan(50);
  expect(labels.filter(({ label }) => label !== label.charAt(0).toUpperCase() + label.slice(1))).toEqual([]);
});
