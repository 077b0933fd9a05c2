import { clip } from '../cards/clip.ts';
import { UserError } from '../ports/errors.ts';
import type { RawOptions } from './call.ts';
import type { OptionSpec } from './options.ts';

/** Far more than all the fields of a form take: what is longer is not looked at. */
const LONGEST_TYPED = 20_000;

/** `key=value`, `key:value`, and either with a quoted value; a key is what stands right before the sign. */
const PAIR = /(?<![^\s])([a-z][a-z-]*)([=:])(?:"([^"]*)"|([^\s"/][^\s]*))/gi;

/**
 * Reads the words typed after a command: named options first, the rest is the first option's value.
 * `Dr. Patel they:good when="last Tue"` -> `{ who: 'Dr. Patel', they: 'good', when: 'last Tue' }`.
 * @throws UserError on a name with `=` that is no option; with `:` it may just be prose, and stays.
 */
export function readWords(text: string, specs: OptionSpec[]): RawOptions {
  if (text.length > LONGEST_TYPED)
    throw new UserError(
      `That is ${text.length.toLocaleString('en-US')} characters, and I read ${LONGEST_TYPED.toLocaleString('en-US')} at most. The form has room for a long note.`,
    );
  const given: RawOptions = {};
  const rest = text
    .replace(PAIR, (whole, name: string, sign: string, quoted?: string, bare?: string) => {
      const known = specs.some(spec => spec.name === name.toLowerCase());
      if (!known && sign === ':') return whole;
      if (!known) throw unknownOption(name, specs);
      given[name.toLowerCase()] = quoted ?? bare ?? '';
      return '';
    })
    .replace(/\s+/g, ' ')
    .trim();
  const first = specs.find(spec => !spec.hidden);
  if (!rest) return given;
  if (!first || given[first.name] !== undefined)
    throw new UserError(`I couldn’t place "${clip(rest)}". ${offer(specs)}`);
  return { [first.name]: rest.replace(/^"(.*)"$/, '$1'), ...given };
}

export const unknownOption = (name: string, specs: OptionSpec[]): UserError =>
  new UserError(`There is no option "${clip(name)}" here. ${offer(specs)}`);

function offer(specs: OptionSpec[]): string {
  const names = specs.filter(spec => !spec.hidden).map(spec => spec.name);
  return names.length === 0 ? 'This command takes no options.' : `The options are: ${names.join(', ')}.`;
}
