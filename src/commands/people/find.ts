import { clip } from '../../core/cards/clip.ts';
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

/** The one whose name was typed, whole or in part. @throws UserError naming those it could be, or that there is none */
export async function findPerson(typed: string, { notebook, typed: command }: Context): Promise<Contact> {
  return findNamed(
    typed,
    await notebook.people.all(),
    `Nobody in your notebook is called "${clip(typed)}". ${command('log')} adds them.`,
  );
}

/** Those that a typed name may stand for: the one with the very name, else all that hold it. */
export function alike<Item extends { name: string }>(typed: string, items: readonly Item[]): Item[] {
  const exact = items.find(({ name }) => sameName(name, typed));
  return exact ? [exact] : items.filter(({ name }) => normalizeName(name).includes(normalizeName(typed)));
}

function findNamed<Item extends { name: string }>(typed: string, items: readonly Item[], none: string): Item {
  const found = alike(typed, items);
  const [only, ...others] = found;
  if (!only) throw new UserError(none);
  if (others.length > 0)
    throw new UserError(
      `That could be ${found
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', ')}. Type a little more of the name.`,
    );
  return only;
}
