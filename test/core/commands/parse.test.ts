import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../src/commands/index.ts';
import { card } from '../../../src/core/cards/card.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { type OptionSpec, option, optionSpecs } from '../../../src/core/commands/options.ts';
import { parseOptions } from '../../../src/core/commands/parse.ts';
import { UserError } from '../../../src/core/ports/errors.ts';

const reading = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'UTC' };
const words = { label: 'Note', description: 'Note' };
const note = defineCommand({
  ...{ name: 'note', description: 'Keeps a note', audience: 'everyone', examples: [] },
  options: z.strictObject({ name: option.text(words).optional(), note: option.longText(words).optional() }),
  run: async () => card('Kept'),
});
const read = (given: string) => parseOptions(note, { note: given }, reading).note;

/** All that Unicode calls control characters. */
const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter(one =>
  /\p{Cc}/u.test(one),
);
/** What turns the direction of the text around it; the marks of bold words; halves of pairs. */
const others = [
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\ue000',
  '\ue001',
];
/** Blanks that divide words and lines. */
const KEPT = ['\t', '\n', '\r'];

describe('what a person cannot see', () => {
  test.each([...controls, ...others].map(one => [one.codePointAt(0)?.toString(16).padStart(4, '0') ?? '', one]))(
    'U+%s is not in what is read, but for tabs and line breaks',
    (_, one) => {
      expect(read(`Dr.${one}Patel`)).toBe(KEPT.includes(one) ? `Dr.${one}Patel` : 'Dr.Patel');
      expect(read(one)).toBeUndefined();
    },
  );

  test('is in no option of any command', () => {
    const all = controls.filter(one => !KEPT.includes(one)).join('') + others.join('');
    for (const command of commands)
      for (const { name, kind, required } of optionSpecs(command.options)) {
        let read = '';
        try {
          read = JSON.stringify(parseOptions(command, { [name]: `a${all}b` }, reading));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          read = error.message + JSON.stringify(error.fields);
        }
        expect(
          all.split('').filter(one => JSON.parse(JSON.stringify(read)).includes(one)),
          `${command.name} ${name} ${kind} ${required}`,
        ).toEqual([]);
      }
  });
});

test('a text of blanks and control characters is none, and a long run of them costs nothing', () => {
  expect(read(' \u0000 \u001b\n')).toBeUndefined();
  expect(read(`${'\u0000'.repeat(100)}short`)).toBe('short');
});

/** Something that each kind of option takes. */
const taken = (spec: OptionSpec): string =>
  ({
    integer: String(spec.min),
    boolean: 'yes',
    choice: spec.choices?.[0]?.value ?? '',
    choices: spec.choices?.[0]?.value ?? '',
    date: '2026-10-01',
    dateTime: 'Tue 3 Nov 2026 9am',
    zone: 'America/Chicago',
  })[spec.kind as string] ?? 'Words';

test('of all that is given to a command with actions, nothing is left aside in silence', () => {
  for (const command of commands) {
    if (!command.actions) continue;
    const { by } = command.actions;
    const specs = optionSpecs(command.options);
    const values = specs.find(({ name }) => name === by)?.choices?.map(({ value }) => value) ?? [];
    const others = specs.filter(({ name }) => name !== by);
    for (const value of [undefined, ...values])
      for (const one of others)
        for (const other of others) {
          const given = { [one.name]: taken(one), [other.name]: taken(other), ...(value && { [by]: value }) };
          let read: object = {};
          try {
            read = parseOptions(command, given, reading);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            continue;
          }
          expect(Object.keys(read), `${command.name} ${JSON.stringify(given)}`).toEqual(
            expect.arrayContaining(Object.keys(given)),
          );
        }
  }
});
