import { capital } from '../../domain/words/sentences.ts';

export interface Choice {
  value: string;
  label: string;
}

/** An option that offers choices, as far as these are concerned. */
interface Asked {
  choices?: readonly Choice[];
}

/** A vocabulary as the choices of a form, a select or a row of buttons: each label stands alone there, so it begins large. */
export const choicesOf = <V extends string>(list: Record<V, { label: string }>): { value: V; label: string }[] =>
  Object.entries<{ label: string }>(list).map(([value, { label }]) => ({ value: value as V, label: capital(label) }));

/** How several choices are written: `reliability,team-fit`. */
export const SEPARATOR = ',';

const isSaid = (wanted: string) => {
  const said = wanted.trim().toLowerCase();
  return ({ value, label }: Choice) => [value, label].some(word => word.toLowerCase() === said);
};

/** The choices that begin as what was typed. */
export const choicesLike = ({ choices = [] }: Asked, text: string): Choice[] =>
  choices.filter(({ value, label }) =>
    [value, label].some(word => word.toLowerCase().startsWith(text.trim().toLowerCase())),
  );

/** A choice by its value, its label, or the only one that begins so. */
export function readChoice({ choices = [] }: Asked, text: string): string | undefined {
  const exact = choices.find(isSaid(text));
  if (exact) return exact.value;
  const wanted = text.trim().toLowerCase();
  const starts = choices.filter(({ value, label }) =>
    [value, label].some(word => word.toLowerCase().startsWith(wanted)),
  );
  return starts.length === 1 ? starts[0]?.value : undefined;
}

/** Several choices, with commas, each once in the order of the list; undefined where one of them is none. */
export function readChoices(spec: Asked, text: string): string[] | undefined {
  const pieces = text.split(SEPARATOR).filter(piece => piece.trim() !== '');
  const read = pieces.map(piece => readChoice(spec, piece));
  if (read.length === 0 || read.includes(undefined)) return undefined;
  return (spec.choices ?? []).flatMap(({ value }) => (read.includes(value) ? [value] : []));
}

/** The choices that are among what is given for a field, as far as they can be read. */
export const chosenOf = ({ choices = [] }: Asked, given = ''): Choice[] =>
  choices.filter(choice => given.split(SEPARATOR).some(piece => isSaid(piece)(choice)));

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
