import { isSlip, nearest } from '../../domain/words/distance.ts';
import { clip } from '../cards/clip.ts';
import { buttonLabel } from '../cards/limits.ts';
import { type Offer, UserError } from '../ports/errors.ts';
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';

/** So many guesses are offered. */
export const GUESSES = 2;

/** A word that stands as an option's name, with what it was given. */
const NAMED = /^([a-z][a-z-]*) ?[=:] ?(.*)$/is;

const shown = (specs: readonly OptionSpec[]) => specs.filter(({ hidden }) => !hidden);

/** A name that is no option's, with the two that are nearest to it. */
export function unknownOption(name: string, specs: readonly OptionSpec[], value = '', made?: Call): UserError {
  const guesses = nearest(name, shown(specs), spec => [spec.name, ...(spec.also ?? [])]).slice(0, GUESSES);
  const free = guesses.filter(spec => made?.options[spec.name] === undefined);
  const offers: Offer[] = made
    ? free.map(spec => ({
        label: `${spec.name}:`,
        call: { ...placedAs(made), options: { ...made.options, [spec.name]: value } },
      }))
    : [];
  const guess = guesses.length > 0 ? `Did you mean ${guesses.map(spec => spec.name).join(' or ')}? ` : '';
  return new UserError(`There is no option "${clip(name)}" here. ${guess}${theOptions(specs)}`, {}, undefined, {
    offers,
  });
}

/** The option that stands in words which nothing could take, and the value that it was given. */
function namedIn({ unplaced = '' }: Call, specs: readonly OptionSpec[]) {
  const [, name, value = ''] = NAMED.exec(unplaced) ?? [];
  const known = specs.find(spec => name && [spec.name, ...(spec.also ?? [])].includes(name.toLowerCase()));
  return { name, value, known };
}

/** Whether the words were meant for an option by name: then the option is asked about before any form opens. */
export const isNamed = ({ unplaced = '' }: Call): boolean => NAMED.test(unplaced);

/** Words that no option could take, as the form says them. */
export function sayUnplaced(made: Call, { options }: Command): string {
  const { name, value, known } = namedIn(made, optionSpecs(options));
  if (known) return `"${known.name}" was given twice: "${clip(made.options[known.name] ?? '')}" and "${clip(value)}".`;
  if (name) return `There is no option "${clip(name)}" here, for "${clip(value)}".`;
  return `I couldn’t place "${clip(made.unplaced ?? '', MOST_SHOWN)}".`;
}
const MOST_SHOWN = 200;

/** What words that no option could take are answered with, and what may have been meant. */
export function unplacedError(made: Call, command: Command): UserError {
  const specs = optionSpecs(command.options);
  const { name, value, known } = namedIn(made, specs);
  const said = sayUnplaced(made, command);
  if (known) {
    const offers = [made.options[known.name] ?? '', value].map(words => ({
      label: buttonLabel(words),
      call: { ...placedAs(made), options: { ...made.options, [known.name]: words } },
    }));
    return new UserError(`${said} Which is it?`, {}, undefined, { offers });
  }
  return name ? unknownOption(name, specs, value, made) : new UserError(`${said} ${theOptions(specs)}`);
}

/** The call without the words that nothing could take. */
const placedAs = ({ unplaced: _, ...made }: Call): Call => made;

/** The option whose name is a slip away from this one. */
export const nearOption = (name: string, specs: readonly OptionSpec[]): OptionSpec | undefined =>
  shown(specs).find(spec => spec.name.length > 2 && isSlip(name.toLowerCase(), spec.name));

function theOptions(specs: readonly OptionSpec[]): string {
  const names = shown(specs).map(({ name }) => name);
  return names.length === 0 ? 'This command takes no options.' : `The options are: ${names.join(', ')}.`;
}
