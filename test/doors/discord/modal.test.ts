import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
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

test('several choices are a menu that takes as many, with what is known already', () => {
  const read = readModal(modal({ about: 'fit,sense' }));
  expect(read.components).toMatchObject([
    {
      component: {
        type: ComponentType.StringSelect,
        max_values: 2,
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

test('several choices are typed as text that completes', () => {
  const log = commands.find(({ name }) => name === 'log');
  const about = log && toApplicationCommand(log).options?.find(({ name }) => name === 'about');
  expect(about).toMatchObject({ type: 3, autocomplete: true });
});
