import { bold } from '../core/cards/bold.ts';
import { buttons, type Card, card } from '../core/cards/card.ts';
import { call, rawCall } from '../core/commands/call.ts';
import { type Context, formOf } from '../core/commands/command.ts';
import { type OptionKind, type OptionSpec, optionSpecs } from '../core/commands/options.ts';
import { UserError } from '../core/ports/errors.ts';

/** How one command is used, from its declaration: its options in words, and examples to type. */
export function usage(name: string, { commands, typed }: Context): Card {
  const command = commands.find(each => each.name === name);
  if (!command) throw new UserError(`${typed('backchannel')} help lists the commands that there are.`);
  const specs = optionSpecs(command.options).filter(({ hidden }) => !hidden);
  return card(`How to use ${typed(name)}`, {
    answer: `${command.description}.`,
    blocks: [
      ...(specs.length > 0
        ? [{ type: 'list', items: specs.map((spec, at) => sayOption(spec, at === 0)) } as const]
        : []),
      { type: 'text', text: bold('For example') },
      { type: 'copy', text: command.examples.map(example => `${typed(name)} ${example}`.trim()).join('\n') },
      ...(specs.length > 1 ? [{ type: 'text', text: GRAMMAR } as const] : []),
      ...buttons(
        formOf(command, {})
          ? { label: 'Open the form', call: { ...rawCall(name), form: true } }
          : { label: 'Show it', call: rawCall(name) },
        { label: 'All commands', call: call('backchannel', { help: 'commands' }) },
        { label: 'Home', call: call('backchannel') },
      ),
    ],
  });
}

const GRAMMAR =
  'Every option is yours to leave out or to type in your own words. A value runs to the next option’s name; quotes keep a name inside it.';

/** "**they:** what they would say about you (Good things; Not much)". */
function sayOption({ name, description, choices = [], kind, min, max }: OptionSpec, isFirst: boolean): string {
  const listed = choices.map(({ label }) => label).join('; ');
  const values: Partial<Record<OptionKind, string>> = { boolean: 'yes or no', integer: `${min} to ${max}` };
  const range = listed || values[kind];
  return `${bold(`${name}:`)} ${description}${range ? ` (${range})` : ''}${isFirst ? '. First, so its name may be left out' : ''}.`;
}
