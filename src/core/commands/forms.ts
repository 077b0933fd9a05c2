import { clip } from '../cards/clip.ts';
import { needsOf } from './actions.ts';
import type { Call, RawOptions } from './call.ts';
import { calledAction } from './calledAction.ts';
import { choiceReading, choicesReading, SEPARATOR } from './choices.ts';
import { type Command, type Form, formOf } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import { overflowing, withRoom } from './overflow.ts';
import { isNamed, sayUnplaced } from './unplaced.ts';

/** The form that a call opens by the command's declaration and the options alone; undefined where it runs instead. */
export function openedBy(made: Call, command: Command | undefined): Form | undefined {
  if (!command) return undefined;
  const call = overflowing(command, made);
  const wanted = formOf(command, call.options);
  if (!wanted) return undefined;
  const called = calledAction(command, call.options);
  // A form would carry along unseen what it takes nothing of.
  if (called && !called.isWhole && !call.form) return undefined;
  const needed = needsOf(called?.action).map(([name]) => name);
  const specs = optionSpecs(command.options).map(spec => ({
    ...spec,
    required: spec.required || needed.includes(spec.name),
  }));
  const { title, submit, opensIncomplete, opensWithout = [], opensWhere, requires = [] } = wanted;
  const opens = specs.some(
    ({ name, required }) =>
      ((opensIncomplete && required) || opensWithout.includes(name)) && !call.options[name]?.trim(),
  );
  if (!call.form && (isNamed(call) || (!opens && call.unplaced === undefined && !opensWhere?.(call.options))))
    return undefined;
  const fields = wanted.fields
    .flatMap(name => specs.find(spec => spec.name === name) ?? [])
    .map(spec => ({
      ...withRoom(spec, command, call.options),
      required: spec.required || requires.includes(spec.name),
    }));
  const by = command.actions?.by;
  const meant = by && called?.value !== undefined ? { ...call.options, [by]: called.value } : call.options;
  const others = Object.entries(meant).filter(([name]) => !fields.some(field => field.name === name));
  const rest: Call = { command: command.name, options: Object.fromEntries(others), ...(call.cared && { cared: true }) };
  const { values, unread } = chosenIn(call.options, fields);
  const note = [...(call.unplaced === undefined ? [] : [sayUnplaced(call, command)]), ...unread].join(' ');
  const { picked } = call;
  return {
    command: command.name,
    title,
    submit,
    fields,
    values,
    rest,
    ...(picked && { picked }),
    ...(note && { note }),
  };
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
