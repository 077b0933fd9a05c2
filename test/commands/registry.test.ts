import type { APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord.js';
import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Command } from '../../src/core/commands/command.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import { toApplicationCommand } from '../../src/doors/discord/applicationCommands.ts';

/** What Discord would not take, or a person could not use. */
function problems(command: Command, options: APIApplicationCommandOption[]): string[] {
  const specs = optionSpecs(command.options);
  const nested = [ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup];
  const actions = Object.values(command.actions?.of ?? {}).flatMap(action => action ?? []);
  const forms = [command.form, ...actions.map(({ form }) => form)].filter(form => form !== undefined);
  const values = specs.find(({ name }) => name === command.actions?.by)?.choices?.map(({ value }) => value) ?? [];
  const subcommands = options.filter(({ type }) => nested.includes(type));
  return [
    subcommands.length > 0 && forms.length > 0 && 'a form of its own beside subcommands',
    subcommands.length > 0 && subcommands.length < options.length && 'options beside subcommands',
    options.length > 25 && 'more than 25 options',
    !/^[a-z]{2,20}(-[a-z]+)*$/.test(command.name) && 'a name that is not lower case',
    command.description.length > 100 && 'a description over 100 characters',
    forms.some(({ fields }) => fields.length > 5) && 'a form with more than five fields',
    forms.some(({ title }) => title.length > 24) && 'a form whose title Slack cuts',
    forms.some(({ submit }) => submit.length > 24) && 'a form whose button Slack cuts',
    forms
      .flatMap(({ fields, opensWithout = [], requires = [] }) => [...fields, ...opensWithout, ...requires])
      .some(field => !specs.some(({ name }) => name === field)) && 'a form with a field that is no option',
    Object.keys(command.actions?.of ?? {}).some(value => !values.includes(value)) && 'an action that nothing means',
    specs.some(({ label }) => label.length > 45) && 'a label over 45 characters',
    specs.some(({ description }) => description.length > 100) && 'an option’s description over 100 characters',
    specs.some(({ choices }) => (choices?.length ?? 0) > 25) && 'more than 25 choices',
  ].filter(problem => typeof problem === 'string');
}

describe('every command', () => {
  for (const command of commands)
    test(`/${command.name} is one that both platforms take`, () =>
      expect(problems(command, toApplicationCommand(command).options ?? [])).toEqual([]));

  test('has a name of its own', () => expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length));
});

test('a command with a form of its own and subcommands is refused', () => {
  const withForm = commands.find(({ form }) => form) as Command;
  const sub: APIApplicationCommandOption = {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'add',
    description: 'Add',
  };
  const plain: APIApplicationCommandBasicOption = {
    type: ApplicationCommandOptionType.String,
    name: 'who',
    description: 'Who',
  };
  expect(problems(withForm, [sub])).toEqual(['a form of its own beside subcommands']);
  const { form: _, ...formless } = withForm;
  expect(problems(formless, [sub, plain])).toEqual(['options beside subcommands']);
});
