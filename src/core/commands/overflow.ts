import type { Call, RawOptions } from './call.ts';
import type { Command } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';

/** What was given, with each text that is too long for its option under the one that takes it. */
export function withOverflow(command: Pick<Command, 'options'>, given: RawOptions): RawOptions {
  const specs = optionSpecs(command.options);
  return Object.entries(given).reduce<RawOptions>((placed, [name, text]) => {
    const { overflow, max = Number.POSITIVE_INFINITY } = specs.find(spec => spec.name === name) ?? {};
    if (!overflow || text.trim().length <= max || placed[overflow.into] !== undefined) return placed;
    const { [name]: _, ...others } = placed;
    return { ...others, ...overflow.with, [overflow.into]: text };
  }, given);
}

/** The same call with what it overflows into. */
export const overflowing = (command: Pick<Command, 'options'>, made: Call): Call => ({
  ...made,
  options: withOverflow(command, made.options),
});

/** A field as long as what its overflow takes, so that a door lets that be pasted. */
export function withRoom(spec: OptionSpec, specs: readonly OptionSpec[]): OptionSpec {
  const into = specs.find(({ name }) => name === spec.overflow?.into);
  return into?.max === undefined ? spec : { ...spec, max: into.max };
}
