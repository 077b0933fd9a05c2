import { type Role, roles } from '../vocabulary.ts';
import { choiceKey, readOneOf, which } from '../words/choice.ts';
import { type Reading, refused } from '../words/reading.ts';
import { UNITS } from './lexicon.ts';

const choices = Object.entries(roles).map(([value, { label, said }]) => ({ value, label, said }));

/** Every phrase for a role, as `choiceKey` writes it, with the roles that it may stand for. */
const phrases = new Map<string, Role[]>();
for (const { value, label, said } of choices)
  for (const key of new Set([value, label, ...said].map(choiceKey)))
    phrases.set(key, [...(phrases.get(key) ?? []), value as Role]);

export const LONGEST_ROLE = Math.max(...[...phrases.keys()].map(key => key.split(' ').length));

/** The roles that these words stand for, word for word. */
export const rolesSaid = (key: string): readonly Role[] => phrases.get(key) ?? [];

/**
 * The role that words mean: "PD", "charge nurse", "R3", "ICU attending". Where somebody works and in which field says no
 * more of the role; alone it leaves open which.
 */
export function readRole(text: string): Reading<Role> {
  const whole = readOneOf(choices, text) as Reading<Role>;
  if (whole.outcome !== 'refused') return whole;
  const words = choiceKey(text).split(' ');
  const start = words.findIndex(word => !isUnit(word));
  if (start < 0)
    return which(
      text,
      choices.filter(({ value }) => ['attending', 'resident', 'fellow'].includes(value)),
    );
  const rest = words.slice(start).join(' ');
  return start > 0 && rolesSaid(rest).length > 0 ? (readOneOf(choices, rest) as Reading<Role>) : refused(whole.because);
}

/** Where in a hospital somebody works, or in which field: "MICU", "4W", "rads". */
export const isUnit = (word: string): boolean => UNITS.has(word) || /^(?=.*\d)[a-z0-9]{2,4}$/.test(word);
