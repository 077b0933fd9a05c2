import { isSlip } from './distance.ts';
import { asked, type Reading, refused, understood } from './reading.ts';

/** One of a closed list: what is stored, what a person reads, and how else people say it. */
export interface Choice {
  value: string;
  label: string;
  said?: readonly string[];
}

/** What stays the same of a choice however it is written: small letters and figures, single blanks, "not" in full. */
export const choiceKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/n['’]t\b/g, ' not')
    .replace(/[\p{M}'’.]/gu, '')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim();

/** Before a choice these say no more of it: "they would", "my", "she said". */
const BEFORE = new Set(
  `a an the my our this they she he it i we would will could theyd shed hed theyll is was were are be say says said
  tell told think thinks`.split(/\s+/),
);

function bare(key: string): string {
  const words = key.split(' ');
  const start = words.findIndex(word => !BEFORE.has(word));
  return words.slice(Math.max(0, start)).join(' ');
}

/** The keys of all that a choice is called. */
const keysOf = ({ value, label, said = [] }: Choice): string[] => [value, label, ...said].map(choiceKey);

/** A beginning of fewer letters may be a word of its own. */
const SHORTEST_BEGINNING = 3;

const oneOf = <T extends Choice>(choices: readonly T[], is: (choice: T) => boolean) => choices.filter(is);

/**
 * The choice that words mean: by its value, its label, a synonym, the only one that begins so, or the only one that is
 * a slip away. What may mean several is asked about.
 */
export function readOneOf(choices: readonly Choice[], text: string): Reading<string> {
  // Buttons say a value as it is stored: that is never a question.
  const stored = choices.find(({ value }) => value === text.trim());
  if (stored) return understood(stored.value);
  const key = choiceKey(text);
  if (key === '') return refused(`"${text}" has no words.`);
  const wanted = bare(key);
  const ways: ((choice: Choice) => boolean)[] = [
    choice => keysOf(choice).includes(key),
    choice => keysOf(choice).some(each => bare(each) === wanted),
    choice =>
      key.length >= SHORTEST_BEGINNING &&
      [choice.value, choice.label].some(
        word => choiceKey(word).startsWith(key) || bare(choiceKey(word)).startsWith(wanted),
      ),
    choice => keysOf(choice).some(each => isSlip(key, each)),
  ];
  for (const way of ways) {
    const [found, ...others] = oneOf(choices, way);
    if (found && others.length === 0) return understood(found.value);
    if (found && others.length < MOST) return which(text, [found, ...others]);
  }
  return refused(`"${text}" is none of: ${choices.map(({ label }) => label).join('; ')}.`);
}

/** More than these is no question, it is the list. */
const MOST = 4;

export const which = (text: string, choices: readonly Choice[]): Reading<never> =>
  asked(
    `"${text}" may mean more than one thing. Which is it?`,
    ...choices.map(({ label, value }) => ({ label, words: value })),
  );
