import { ApplicationCommandOptionType as Option } from 'discord.js';
import type { TypedCommand, ValueOption } from './commands.ts';
import { attach, isFile, nothingResolved, type Resolved, resolve, type Scene, type Value } from './values.ts';

const SCALAR: Partial<Record<Option, 'string' | 'number' | 'boolean'>> = {
  [Option.String]: 'string',
  [Option.Integer]: 'number',
  [Option.Number]: 'number',
  [Option.Boolean]: 'boolean',
};

const isNumeric = (it: ValueOption): it is Extract<ValueOption, { type: Option.Integer | Option.Number }> =>
  it.type === Option.Integer || it.type === Option.Number;

/** The value of an option as Discord's client would send it; throws on what the client would not let through. */
function optionValue(option: ValueOption, given: Value, scene: Scene, into: Resolved): string | number | boolean {
  const refuse = (why: string): never => {
    throw new Error(`The option ${option.name} ${why}`);
  };
  if (option.type === Option.Attachment) return isFile(given) ? attach(given, scene, into) : refuse('takes a file');
  if (!SCALAR[option.type]) return typeof given === 'string' ? resolve(given, scene, into) : refuse('takes an id');
  if (typeof given === 'object' || typeof given !== SCALAR[option.type])
    return refuse(`takes a ${SCALAR[option.type]}`);
  if ('choices' in option && option.choices?.length) {
    const choice = option.choices.find(it => it.value === given || it.name === given);
    return choice ? choice.value : refuse(`has no choice ${given}`);
  }
  if (option.type === Option.Integer && !Number.isInteger(given)) return refuse('takes a whole number');
  if (isNumeric(option) && (given < (option.min_value ?? given) || given > (option.max_value ?? given)))
    return refuse(`is out of range: ${given}`);
  const length = String(given).length;
  if (option.type === Option.String && (length > (option.max_length ?? 6000) || length < (option.min_length ?? 0)))
    return refuse(`has a wrong length: ${length}`);
  return given;
}

interface SentOption {
  name: string;
  type: Option;
  value?: string | number | boolean;
  focused?: true;
  options?: SentOption[];
}

type AnyOption = NonNullable<TypedCommand['options']>[number];
const isNested = (it: AnyOption): it is Exclude<AnyOption, ValueOption> =>
  it.type === Option.Subcommand || it.type === Option.SubcommandGroup;

/** A command as sent: `path` names the subcommands, `focused` the option that is being typed. */
export function fillCommand(
  command: TypedCommand,
  path: string[],
  given: Record<string, Value>,
  scene: Scene,
  focused?: string,
): { id: string; name: string; type: 1; options: SentOption[]; resolved: Resolved } {
  const resolved = nothingResolved();
  const fill = (options: AnyOption[], [next, ...rest]: string[]): SentOption[] => {
    const nested = options.find(it => isNested(it) && it.name === next);
    if (nested && isNested(nested))
      return [{ name: nested.name, type: nested.type, options: fill(nested.options ?? [], rest) }];
    if (next || options.some(isNested)) throw new Error(`/${command.name} cannot be sent as ${next ?? 'it is'}`);
    const unknown = Object.keys(given).find(name => !options.some(it => it.name === name));
    if (unknown) throw new Error(`/${command.name} has no option ${unknown}`);
    return options.flatMap((option): SentOption[] => {
      const value = given[option.name];
      if (isNested(option)) return [];
      if (option.name === focused && !('autocomplete' in option && option.autocomplete))
        throw new Error(`/${command.name} does not complete ${focused}: it was not registered with autocomplete`);
      if (option.name === focused)
        return [{ name: option.name, type: option.type, value: String(value ?? ''), focused: true }];
      if (value !== undefined)
        return [{ name: option.name, type: option.type, value: optionValue(option, value, scene, resolved) }];
      if (option.required && !focused) throw new Error(`/${command.name} needs ${option.name}`);
      return [];
    });
  };
  const options = fill(command.options ?? [], path);
  if (focused && !isFocused(options, focused)) throw new Error(`/${command.name} has no option ${focused} to type in`);
  return { id: command.id, name: command.name, type: 1, options, resolved };
}

/** Whether one option, however deep, is the one that is being typed. */
const isFocused = (options: SentOption[], name: string): boolean =>
  options.some(option => (option.name === name && option.focused) || isFocused(option.options ?? [], name));

/** The kind of the option that is being typed. */
export const focusedKind = (options: SentOption[]): Option | undefined =>
  options
    .map(option => (option.focused ? option.type : focusedKind(option.options ?? [])))
    .find(kind => kind !== undefined);
