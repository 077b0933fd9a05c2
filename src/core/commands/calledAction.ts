import { leftBy, type Meant, meantActions, namesGiven } from './actions.ts';
import type { RawOptions } from './call.ts';
import { readChoice } from './choices.ts';
import type { Command } from './command.ts';
import { optionSpecs } from './options.ts';

/**
 * The action that a call means, as far as its words alone tell; undefined where the command has none, or it is open which
 * is meant. `isWhole`: it takes all that was given.
 */
export function calledAction(
  { actions, options }: Pick<Command, 'actions' | 'options'>,
  given: RawOptions,
): (Meant & { isWhole: boolean }) | undefined {
  if (!actions) return undefined;
  const said = given[actions.by]?.trim() ?? '';
  const spec = optionSpecs(options).find(({ name }) => name === actions.by);
  const names = namesGiven(given);
  const [only, ...others] = meantActions(actions, said ? (readChoice(spec ?? {}, said) ?? said) : undefined, names);
  if (!only || others.length > 0) return undefined;
  return { ...only, isWhole: leftBy(only.action, actions.by, names).length === 0 };
}
