import { type Choice, choiceKey, readOneOf } from '../../domain/words/choice.ts';
import { type Reading, refused, understood } from '../../domain/words/reading.ts';
import { capital } from '../../domain/words/sentences.ts';

export type { Choice };

/** An option that offers choices, as far as these are concerned. */
interface Asked {
  choices?: readonly Choice[];
  /** A reader of its own, where the list does not say all. */
  reads?: (text: string) => Reading<string>;
}

interface Entry {
  label: string;
  said?: readonly string[];
}

/** A vocabulary as the choices of a form, a select or a row of buttons: each label stands alone there, so it begins large. */
export const choicesOf = <V extends string>(list: Record<V, Entry>): { value: V; label: string }[] =>
  Object.entries<Entry>(list).map(([value, { label }]) => ({ value: value as V, label: capital(label) }));

/** The same with how else people say each, for reading their words. */
export const spokenOf = <V extends string>(list: Record<V, Entry>): Choice[] =>
  choicesOf(list).map(choice => ({ ...choice, said: list[choice.value].said ?? [] }));

/** How several choices are written: `reliability,team-fit`. */
export const SEPARATOR = ',';

/** The choices that begin as what was typed, by their labels and values before the other words for them. */
export function choicesLike({ choices = [] }: Asked, text: string): Choice[] {
  const wanted = choiceKey(text);
  const begins = (words: readonly string[]) => words.some(word => choiceKey(word).startsWith(wanted));
  const named = choices.filter(({ value, label }) => begins([value, label]));
  return [...named, ...choices.filter(choice => !named.includes(choice) && begins(choice.said ?? []))];
}

/** A choice in anybody's words: by its value, its label, a synonym, its beginning, or a slip away from these. */
export const choiceReading = ({ choices = [], reads }: Asked, text: string): Reading<string> =>
  reads ? reads(text) : readOneOf(choices, text);

/** The same where only one fair reading counts. */
export function readChoice(spec: Asked, text: string): string | undefined {
  const reading = choiceReading(spec, text);
  return reading.outcome === 'understood' ? reading.value : undefined;
}

/** Several choices, with commas or "and", each once in the order of the list; the first that is open is asked about. */
export function choicesReading(spec: Asked, text: string): Reading<string[]> {
  const whole = choiceReading(spec, text);
  if (whole.outcome === 'understood') return understood([whole.value]);
  const pieces = text.split(/\s*(?:[,;\n&+/]|\band\b)\s*/i).filter(piece => piece.trim() !== '');
  const read = new Set<string>();
  for (const [index, piece] of pieces.entries()) {
    const one = choiceReading(spec, piece);
    if (one.outcome === 'understood') read.add(one.value);
    else if (one.outcome === 'refused' || pieces.length === 1) return one;
    else {
      const around = (words: string) => [...pieces.slice(0, index), words, ...pieces.slice(index + 1)];
      const answers = one.answers.map(({ label, words }) => ({ label, words: around(words).join(`${SEPARATOR} `) }));
      return { ...one, answers };
    }
  }
  if (read.size === 0) return refused(`"${text}" names none.`);
  return understood((spec.choices ?? []).flatMap(({ value }) => (read.has(value) ? [value] : [])));
}

/** The same where only one fair reading counts. */
export function readChoices(spec: Asked, text: string): string[] | undefined {
  const reading = choicesReading(spec, text);
  return reading.outcome === 'understood' ? reading.value : undefined;
}

/** The choices that are among what is given for a field, as far as they can be read. */
export const chosenOf = ({ choices = [] }: Asked, given = ''): Choice[] => {
  const said = given.split(SEPARATOR).map(choiceKey);
  return choices.filter(({ value, label }) => [value, label].some(word => said.includes(choiceKey(word))));
};

/** What completes the last of several choices that are being typed; each text is the whole option then. */
export function completeChoices({ choices = [] }: Asked, text: string) {
  const pieces = text.split(SEPARATOR);
  const last = pieces.pop()?.trim().toLowerCase() ?? '';
  const before = chosenOf({ choices }, pieces.join(SEPARATOR));
  return choices
    .filter(choice => !before.includes(choice))
    .filter(({ value, label }) => [value, label].some(word => word.toLowerCase().startsWith(last)))
    .map(choice => {
      const whole = [...before, choice];
      const joined = (words: string[]) => words.join(`${SEPARATOR} `);
      return { label: joined(whole.map(({ label }) => label)), value: joined(whole.map(({ value }) => value)) };
    });
}
