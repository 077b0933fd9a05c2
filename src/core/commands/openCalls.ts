import { type Call, encodeCall } from './call.ts';
import { SEPARATOR } from './choices.ts';
import type { Command } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';

/** What is chosen from a list, counted, or an id: nobody's words. By the kind of option that it is for. */
const open: Partial<Record<OptionSpec['kind'], (value: string, spec: OptionSpec) => boolean>> = {
  choice: (value, { choices = [] }) => choices.some(choice => choice.value === value),
  choices: (value, { choices = [] }) =>
    value.split(SEPARATOR).every(each => choices.some(choice => choice.value === each)),
  boolean: value => ['yes', 'no', 'true', 'false'].includes(value),
  integer: value => /^-?\d{1,9}$/.test(value),
  channel: value => /^([A-Z0-9]{2,20}|\d{15,22})$/.test(value),
  date: value => /^\d{4}-\d\d-\d\d$/.test(value),
  dateTime: value => /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(value),
  time: value => /^\d\d:\d\d$/.test(value),
  zone: value => value === 'UTC' || ZONE.test(value),
  // A hidden text is the id of a row or of a piece, unless it says that it is screened like what people write.
  text: (value, { hidden = false, screened = false }) => hidden && !screened && /^[\w:-]{1,64}$/.test(value),
};
const ZONE =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)(\/[A-Za-z_+-]+\d*){1,2}$/;

/**
 * A call as a button's id where nothing in it was written by anybody; undefined for all others, whose calls wait in
 * the store, sealed.
 */
export function openToken(made: Call, command: Command | undefined): string | undefined {
  const isOpen = Object.entries(made.options).every(([name, value]) => isOpenValue(command, name, value));
  return isOpen ? encodeCall(made) : undefined;
}

/** Whether this value of an option was surely written by nobody. */
export function isOpenValue(command: Command | undefined, name: string, value: string): boolean {
  const spec = command && optionSpecs(command.options).find(each => each.name === name);
  return spec !== undefined && (value === '' || open[spec.kind]?.(value, spec) === true);
}
