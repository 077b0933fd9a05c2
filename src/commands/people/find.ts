import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { normalizeName } from '../../domain/people/names.ts';

/** Said where something was open on a screen and has been removed since. @throws UserError always */
export function gone(sentence: string): never {
  throw new UserError(sentence);
}

/** Whether two names are the same but for case, spaces, accents and "Dr.". */
export const sameName = (one: string, other: string): boolean => normalizeName(one) === normalizeName(other);

/**
 * The one whose name was typed, whole or in part, for an option of this name.
 * @throws UserError with those it could be to tap, or with what to do where there is none
 */
export async function findPerson(typed: string, { notebook }: Context, option = 'name'): Promise<Contact> {
  return findNamed(typed, await notebook.people.all(), option, noPerson(typed));
}

const noPerson = (typed: string): UserError =>
  new UserError(`No one in your notebook is called "${clip(typed)}" yet.`, {}, undefined, {
    offers: [
      { label: buttonLabel(`Add ${typed}`), call: formCall('people', { do: 'save', name: typed }) },
      { label: 'Log them', call: formCall('log', { who: typed }) },
      { label: 'Show all', call: call('people') },
    ],
  });

/** Those that a typed name may stand for: the one with the very name, else all that hold it. */
export function alike<Item extends { name: string }>(typed: string, items: readonly Item[]): Item[] {
  const exact = items.find(({ name }) => sameName(name, typed));
  return exact ? [exact] : items.filter(({ name }) => normalizeName(name).includes(normalizeName(typed)));
}

function findNamed<Item extends { name: string }>(
  typed: string,
  items: readonly Item[],
  option: string,
  none: UserError,
): Item {
  const found = alike(typed, items);
  const [only, ...others] = found;
  if (!only) throw none;
  if (others.length > 0) throw ambiguous(found, option);
  return only;
}

/** So many are shown to tap; more of the name says who else. */
const SHOWN = 4;

/** Says whom a name may stand for: one tap each. */
export function ambiguous(found: readonly { name: string }[], option: string): UserError {
  const shown = found.slice(0, SHOWN).map(({ name }) => name);
  const more = found.length > SHOWN ? ` or ${found.length - SHOWN} more` : '';
  return new UserError(
    `That could be ${shown.join(', ')}${more}. Tap one, or type a little more of the name.`,
    {},
    { option, answers: shown.map(name => ({ label: buttonLabel(name), words: name })) },
  );
}
