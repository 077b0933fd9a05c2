import { ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../src/commands/index.ts';
import type { RawOptions } from '../../../src/core/commands/call.ts';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { toApplicationCommand } from '../../../src/doors/discord/applicationCommands.ts';
import { toModal } from '../../../src/doors/discord/modal.ts';
import { readModal } from '../../standins/discord/modals.ts';

const fields = optionSpecs(
  z.strictObject({
    about: option
      .choices(
        { label: 'About', description: 'What it is about' },
        { fit: { label: 'team fit' }, sense: { label: 'clinical sense' } },
      )
      .optional(),
  }),
);
const modal = (values: RawOptions) =>
  toModal({ command: 'log', title: 'Log', submit: 'Log', fields, values, rest: { command: 'log', options: {} } }, 't');

test('several choices are boxes to tick, with what is known already', () => {
  const read = readModal(modal({ about: 'fit,sense' }));
  expect(read.components).toMatchObject([
    {
      component: {
        type: ComponentType.CheckboxGroup,
        required: false,
        options: [
          { value: 'fit', default: true },
          { value: 'sense', default: true },
        ],
      },
    },
  ]);
  expect(JSON.stringify(modal({}))).not.toContain('default');
});

describe('one of a few choices', () => {
  const of = (count: number, required: boolean, values: RawOptions = {}) => {
    const choices = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`c${index}`, { label: `${index}` }]),
    );
    const one = option.choice({ label: 'Which', description: 'Which it is' }, choices);
    const fields = optionSpecs(z.strictObject({ which: required ? one : one.optional() }));
    const form = { command: 'log', title: 'Log', submit: 'Log', fields, values, rest: { command: 'log', options: {} } };
    const [row] = readModal(toModal(form, 't')).components;
    return row && 'component' in row ? row.component : undefined;
  };

  test('is a radio button where one is chosen in any case', () => {
    expect(of(5, true)?.type).toBe(ComponentType.RadioGroup);
    expect(of(2, false, { which: 'c1' })).toMatchObject({
      type: ComponentType.RadioGroup,
      options: [{ value: 'c0' }, { value: 'c1', default: true }],
    });
  });

  test('is a menu where it may stay empty, or where there are many', () => {
    expect(of(3, false)?.type).toBe(ComponentType.StringSelect);
    expect(of(6, true)?.type).toBe(ComponentType.StringSelect);
  });
});

test('several choices are typed as text that completes', () => {
  const log = commands.find(({ name }) => name === 'log');
  const about = log && toApplicationCommand(log).options?.find(({ name }) => name === 'about');
  expect(about).toMatchObject({ type: 3, autocomplete: true });
});
