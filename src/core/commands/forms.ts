import { calledAction, needsOf } from './actions.ts';
import type { Call } from './call.ts';
import { type Command, type Form, formOf } from './command.ts';
import { optionSpecs } from './options.ts';

/** The form that a call opens by the command's declaration and the options alone; undefined where it runs instead. */
export function openedBy(call: Call, command: Command | undefined): Form | undefined {
  const wanted = command && formOf(command, call.options);
  if (!wanted) return undefined;
  const needed = needsOf(calledAction(command.actions, call.options)).map(([name]) => name);
  const specs = optionSpecs(command.options).map(spec => ({
    ...spec,
    required: spec.required || needed.includes(spec.name),
  }));
  const { title, submit, opensIncomplete, opensWithout = [], opensWhere, requires = [] } = wanted;
  const opens = specs.some(
    ({ name, required }) =>
      ((opensIncomplete && required) || opensWithout.includes(name)) && !call.options[name]?.trim(),
  );
  if (!call.form && !opens && !opensWhere?.(call.options)) return undefined;
  const fields = wanted.fields
    .flatMap(name => specs.find(spec => spec.name === name) ?? [])
    .map(spec => ({ ...spec, required: spec.required || requires.includes(spec.name) }));
  const others = Object.entries(call.options).filter(([name]) => !fields.some(field => field.name === name));
  const rest: Call = { command: command.name, options: Object.fromEntries(others) };
  return { command: command.name, title, submit, fields, values: call.options, rest };
}
