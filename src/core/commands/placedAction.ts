import { list } from '../../domain/words/sentences.ts';
import { type Answer, UnplacedOptions } from '../ports/errors.ts';
import { type Actions, fittingActions, leftBy, type Meant, meantActions, partActions } from './actions.ts';
import type { OptionSpec } from './options.ts';

/**
 * The one action that is meant and takes all that was given.
 * @param value what `by` says @param given the names of what was given
 * @throws UnplacedOptions where several could be meant, or something goes with none: with a tap for each action that
 * takes it, so that nothing is left aside in silence
 */
export function placedAction(
  actions: Actions,
  specs: readonly OptionSpec[],
  value: string | undefined,
  given: readonly string[],
): Meant {
  const { by } = actions;
  const choices = specs.find(({ name }) => name === by)?.choices ?? [];
  const labelOf = (one: string) => choices.find(choice => choice.value === one)?.label ?? one;
  const refuse = (words: string, meant: readonly Meant[], leaves: (one: Meant) => string[] = () => []): never => {
    const answers = meant.map((one): Answer => {
      const words = one.value ?? '';
      return { label: labelOf(words), words, without: leaves(one) };
    });
    throw new UnplacedOptions(words, { option: by, answers });
  };

  const meant = meantActions(actions, value, given);
  const [only, ...others] = meant;
  if (others.length > 0) {
    const kinds = meant.map(one => labelOf(one.value ?? '').toLowerCase());
    return refuse(`Which is it: ${list(kinds, kinds.length).replace(' and ', ' or ')}?`, meant);
  }
  if (!only) {
    const telling = leftBy(actions.otherwise, by, given);
    const words = `${quoted(telling)} don’t go together. They are kept here: tap one, then the other.`;
    return refuse(words, partActions(actions, given), one => leftBy(one.action, by, given));
  }
  const left = leftBy(only.action, by, given);
  if (left.length === 0) return only;
  const where = value === undefined ? 'here' : `with "${labelOf(value)}"`;
  const fitting = fittingActions(actions, given);
  const ask = fitting.length > 0 ? ' Is it for one of these?' : '';
  return refuse(`I can’t use ${quoted(left)} ${where}, and nothing was saved.${ask}`, fitting);
}

const quoted = (names: readonly string[]): string =>
  list(
    names.map(name => `"${name}"`),
    names.length,
  );
