import { clip } from '../cards/clip.ts';
import { calledAction, needsOf } from './actions.ts';
import type { Call, RawOptions } from './call.ts';
import { choiceReading, choicesReading, SEPARATOR } from './choices.ts';
import { type Command, type Form, formOf } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import { isNamed, sayUnplaced } from './unplaced.ts';

/** The form that a call opens by the command's declaration and the options alone; undefined where it runs instead. */
export function openedBy(call: Call, command: Command | undefined): Form | undefined {
  const wanted = command && formOf(command, call.options);
  if (!wanted) return undefined;
  const needed = needsOf(calledAction(command.actions, call.options)).map(([name]) => name);
  const specs = optionSpecs(command.options).map(spec => ({
    ...spec,
    required: spec.required || needed.includes(spec.name),
  }));
  const { title, submit, opensIncomplete, opensWithout = [], requires = [] } = wanted;
  const opens = specs.some(
    ({ name, required }) =>
      ((opensIncomplete && required) || opensWithout.includes(name)) && !call.options[name]?.trim(),
  );
  if (!call.form && (isNamed(call) || (!opens && call.unplaced === undefined))) return undefined;
  const fields = wanted.fields
    .flatMap(name => specs.find(spec => spec.name === name) ?? [])
    .map(spec => ({ ...spec, required: spec.required || requires.includes(spec.name) }));
  const others = Object.entries(call.options).filter(([name]) => !fields.some(field => field.name === name));
  const rest: Call = { command: command.name, options: Object.fromEntries(others) };
  const { values, unread } = chosenIn(call.options, fields);
  const note = [...(call.unplaced === undefined ? [] : [sayUnplaced(call, command)]), ...unread].join(' ');
  return { command: command.name, title, submit, fields, values, rest, ...(note && { note }) };
}

/** What a menu shows is one of its choices: what was typed for one is read, and said where it cannot be. */
function chosenIn(given: RawOptions, fields: readonly OptionSpec[]): { values: RawOptions; unread: string[] } {
  const values: RawOptions = { ...given };
  const unread: string[] = [];
  for (const spec of fields) {
    const words = given[spec.name];
    if (!words?.trim() || (spec.kind !== 'choice' && spec.kind !== 'choices')) continue;
    const reading = spec.kind === 'choice' ? choiceReading(spec, words) : choicesReading(spec, words);
    if (reading.outcome === 'understood') values[spec.name] = [reading.value].flat().join(SEPARATOR);
    else {
      delete values[spec.name];
      const isOpen = reading.outcome === 'asked';
      const why = isOpen ? 'may be several things: choose at' : 'is none of those at';
      unread.push(`"${clip(words)}" ${why} "${spec.label}".`);
    }
  }
  return { values, unread };
}
