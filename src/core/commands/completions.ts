import { normalizeName } from '../../domain/people/names.ts';
import { suggestZones } from '../../domain/time/zoneSuggestions.ts';
import { choiceKey } from '../../domain/words/choice.ts';
import { limits } from '../cards/limits.ts';
import type { Notebook } from '../ports/notebook.ts';
import type { Choice } from './choices.ts';
import type { Command } from './command.ts';
import { type CompletedKind, isCompleted, type OptionSpec } from './options.ts';

/** Somebody who types more than this is not looking for a name. */
const LONGEST_TYPED = 300;

/** Whether words typed for this option are completed: a door asks, to say so where commands are listed. */
export function isCompletedAsTyped(
  { suggest }: Pick<Command, 'suggest'>,
  { kind, suggests, choices }: OptionSpec,
): boolean {
  if (kind === 'choices') return true;
  // More than a platform lists.
  if (kind === 'choice') return (choices?.length ?? 0) > limits.completions;
  return suggests === true && (isCompleted(kind) || suggest !== undefined);
}

interface Asking {
  notebook: Notebook;
}
const namesOf = (items: readonly { name: string }[]): string[] => items.map(({ name }) => name);

/** So many of the last entries say who and where comes first. */
const RECENT = 20;
const recent = ({ notebook }: Asking) => notebook.history({ limit: RECENT });

/** What is known of a kind, to be offered while it is typed: what was named last comes first. */
type NamedKind = Exclude<CompletedKind, 'zone' | 'date' | 'dateTime'>;

const known: Record<NamedKind, (asking: Asking) => Promise<string[]>> = {
  async person(asking) {
    const [entries, people] = await Promise.all([recent(asking), asking.notebook.people.all()]);
    return namesOf([...entries.map(({ contact }) => contact), ...people]);
  },
  program: async ({ notebook }) => namesOf(await notebook.programs.all()).reverse(),
  async place(asking) {
    const { notebook } = asking;
    const [entries, programs, people] = await Promise.all([
      recent(asking),
      notebook.programs.all(),
      notebook.people.all(),
    ]);
    return [
      ...entries.flatMap(({ place, contact }) => place ?? contact.place ?? []),
      ...namesOf(programs).reverse(),
      ...people.flatMap(({ place }) => place ?? []),
    ];
  },
};

/**
 * What completes the words typed for an option of this kind, at most 25: those that begin so before those that hold it,
 * without regard to case and accents, with its title or without. Of several people, with commas, the last is completed.
 */
export async function complete(kind: NamedKind | 'zone', text: string, asking: Asking): Promise<Choice[]> {
  if (kind === 'zone') return suggestZones(text, limits.completions);
  if (text.length > LONGEST_TYPED) return [];
  const all = [...new Set(await known[kind](asking))];
  const [, before = '', last = text] = (kind === 'person' && /^(.*,\s*)([^,]*)$/s.exec(text)) || [];
  const wanted = normalizeName(last);
  const named = new Set(before.split(',').map(normalizeName));
  // A title is typed as well: "Dr" begins everybody called Dr.
  const typed = choiceKey(last);
  const begins = (name: string) => normalizeName(name).startsWith(wanted) || choiceKey(name).startsWith(typed);
  const rank = (name: string) => Number(!begins(name));
  return all
    .filter(name => (normalizeName(name).includes(wanted) || begins(name)) && !named.has(normalizeName(name)))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, limits.completions)
    .map(name => ({ label: before + name, value: before + name }));
}
