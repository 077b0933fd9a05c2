import type { Call, RawOptions } from './call.ts';
import { calledAction } from './calledAction.ts';
import type { Command } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';

type Taking = Pick<Command, 'options' | 'actions'>;

/** What is too long for this option is taken for another, unless it is given to an action that takes no such thing. */
const overflowOf = ({ overflow }: OptionSpec, command: Taking, given: RawOptions): OptionSpec['overflow'] =>
  overflow?.unless?.includes(calledAction(command, given)?.value ?? '') ? undefined : overflow;

/** What was given, with each text that is too long for its option under the one that takes it. */
export function withOverflow(command: Taking, given: RawOptions): RawOptions {
  const specs = optionSpecs(command.options);
  return Object.entries(given).reduce<RawOptions>((placed, [name, text]) => {
    const spec = specs.find(candidate => candidate.name === name);
    if (!spec || text.trim().length <= (spec.max ?? Number.POSITIVE_INFINITY)) return placed;
    const overflow = overflowOf(spec, command, given);
    if (!overflow || placed[overflow.into] !== undefined) return placed;
    const { [name]: _, ...others } = placed;
    return { ...others, ...overflow.with, [overflow.into]: text };
  }, given);
}

/** The same call with what it overflows into. */
export const overflowing = (command: Taking, made: Call): Call => ({
  ...made,
  options: withOverflow(command, made.options),
});

/** A field as long as what its overflow takes, so that a door lets that be pasted. */
export function withRoom(spec: OptionSpec, command: Taking, given: RawOptions): OptionSpec {
  const overflow = overflowOf(spec, command, given);
  const into = optionSpecs(command.options).find(({ name }) => name === overflow?.into);
  return into?.max === undefined ? spec : { ...spec, max: into.max };
}
