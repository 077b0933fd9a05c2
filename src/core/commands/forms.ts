import { needsOf } from './actions.ts';
import type { Call } from './call.ts';
import { calledAction } from './calledAction.ts';
import { type Command, type Form, formOf } from './command.ts';
import { optionSpecs } from './options.ts';

/** The form that a call opens by the command's declaration and the options alone; undefined where it runs instead. */
export function openedBy(call: Call, command: Command | undefined): Form | undefined {
  const wanted = command && formOf(command, call.options);
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
  if (!call.form && !opens && !opensWhere?.(call.options)) return undefined;
  const fields = wanted.fields
    .flatMap(name => specs.find(spec => spec.name === name) ?? [])
    .map(spec => ({ ...spec, required: spec.required || requires.includes(spec.name) }));
  const by = command.actions?.by;
  const meant = by && called?.value !== undefined ? { ...call.options, [by]: called.value } : call.options;
  const others = Object.entries(meant).filter(([name]) => !fields.some(field => field.name === name));
  const rest: Call = { command: command.name, options: Object.fromEntries(others), ...(call.cared && { cared: true }) };
  return { command: command.name, title, submit, fields, values: call.options, rest };
}
