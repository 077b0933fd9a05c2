import { type Role, sayableRoles } from '../vocabulary.ts';
import { choiceKey, readOneOf, which } from '../words/choice.ts';
import { type Reading, refused, understood } from '../words/reading.ts';
import { UNITS } from './lexicon.ts';

const choices = Object.entries(sayableRoles).map(([value, { label, said }]) => ({ value, label, said }));

/** Every phrase for a role, as `choiceKey` writes it, with the roles that it may stand for. */
const phrases = new Map<string, Role[]>();
for (const { value, label, said } of choices)
  for (const key of new Set([value, label, ...said].map(choiceKey)))
    phrases.set(key, [...(phrases.get(key) ?? []), value as Role]);

export const LONGEST_ROLE = Math.max(...[...phrases.keys()].map(key => key.split(' ').length));

/** The roles that these words stand for, word for word. */
export const rolesSaid = (key: string): readonly Role[] => phrases.get(key) ?? [];

/** Beside a role these say no more of it. */
const BESIDE = new Set(['of', 'the', 'at', 'in', 'for', 'my', 'our', 'program', 'team', 'on']);

/**
 * The role that words mean: "PD", "charge nurse", "R3", "ICU attending", "PGY-3 resident". Where somebody works and in
 * which field says no more of the role; alone it leaves open which.
 */
export function readRole(text: string): Reading<Role> {
  const whole = readOneOf(choices, text) as Reading<Role>;
  if (whole.outcome !== 'refused') return whole;
  const words = choiceKey(text).split(' ');
  if (words.every(isUnit))
    return which(
      text,
      choices.filter(({ value }) => ['attending', 'resident', 'fellow'].includes(value)),
    );
  const found = rolesAmong(words);
  // A rank and what it is a rank of: the rank says more.
  const said = found && (found.length > 1 ? found.filter(role => role !== 'resident') : found);
  const [role, ...others] = said ?? [];
  if (!role) return refused(whole.because);
  return others.length === 0
    ? understood(role)
    : which(
        text,
        choices.filter(({ value }) => others.concat(role).some(one => one === value)),
      );
}

/** The roles that are named among words which else say no more; undefined where one of them says something else. */
function rolesAmong(words: readonly string[]): Role[] | undefined {
  const found = new Set<Role>();
  for (let at = 0; at < words.length; ) {
    const length = lengthAt(words, at);
    if (length === 0 && !isUnit(words[at] ?? '') && !BESIDE.has(words[at] ?? '')) return undefined;
    for (const role of rolesSaid(words.slice(at, at + length).join(' '))) found.add(role);
    at += Math.max(1, length);
  }
  return [...found];
}

/** How many words from here on name a role, at most. */
function lengthAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_ROLE, words.length - at); length > 0; length--)
    if (rolesSaid(words.slice(at, at + length).join(' ')).length > 0) return length;
  return 0;
}

/** Where in a hospital somebody works, or in which field: "MICU", "4W", "rads". */
export const isUnit = (word: string): boolean => UNITS.has(word) || /^(?=.*\d)[a-z0-9]{2,4}$/.test(word);
