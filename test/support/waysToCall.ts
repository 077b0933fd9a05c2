import type { RawOptions } from '../../src/core/commands/call.ts';
import type { Command } from '../../src/core/commands/command.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';

/** Every way to call a command: bare, each of its closed choices, and with somebody else's ids wherever one may stand. */
export function waysToCall(command: Command, foreign: string[] = []): RawOptions[] {
  const specs = optionSpecs(command.options);
  const choices = specs.flatMap(({ name, choices = [] }) => choices.map(({ value }) => ({ [name]: value })));
  const idOptions = specs.filter(({ hidden, kind }) => hidden && kind === 'text').map(({ name }) => name);
  const withIds = idOptions.flatMap(name => foreign.map(id => ({ [name]: id })));
  const doings = choices.filter(choice => ['do', 'act'].some(name => name in choice));
  const both = doings.flatMap(doing => idOptions.flatMap(name => foreign.map(id => ({ ...doing, [name]: id }))));
  return [{}, ...choices, ...withIds, ...both];
}
