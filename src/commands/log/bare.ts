import type { RawOptions } from '../../core/commands/call.ts';
import { choiceReading, spokenOf } from '../../core/commands/choices.ts';
import type { Asking } from '../../core/commands/parse.ts';
import type { Bare } from '../../core/commands/typed.ts';
import { SENTENCE_WORDS } from '../../domain/people/lexicon.ts';
import { type Met, readMet } from '../../domain/people/met.ts';
import { readRole } from '../../domain/people/roles.ts';
import { roles, stances } from '../../domain/vocabulary.ts';
import { choiceKey } from '../../domain/words/choice.ts';

/**
 * What is in the words after `/log`: who it was, their role, where and when; the rest is what they said. Whatever had
 * to be guessed is shown in the form before it is saved.
 */
export function readBare(words: readonly string[], given: RawOptions, asking: Asking): Bare {
  const text = [...(given.who ? [given.who] : []), ...words].join(', ');
  if (text === '') return { options: given };
  const met = readMet(text, asking);
  const options: RawOptions = { ...given };
  delete options.who;
  const left: string[] = [];
  /** Puts a value to an option that has none; what another value was given for is left. */
  const put = (name: string, value: string | undefined, isSame: (before: string) => boolean): void => {
    const before = options[name];
    if (value === undefined) return;
    if (before === undefined) options[name] = value;
    else if (!isSame(before)) left.push(value);
  };
  if (met.who) options.who = met.who;
  put('when', met.day, before => choiceKey(before) === choiceKey(met.day ?? ''));
  put('where', met.place, before => choiceKey(before) === choiceKey(met.place ?? ''));
  const [only, ...others] = met.people;
  if (only?.role && others.length === 0) {
    const { role } = only;
    const isSame = (before: string) => {
      const read = readRole(before);
      return read.outcome === 'understood' && read.value === role;
    };
    if (options.role !== undefined && !isSame(options.role)) left.push(roles[role].label);
    options.role ??= role;
  }
  const stance = given.they === undefined ? stanceIn(met) : undefined;
  if (stance) options.they = stance;
  else put('sentence', met.words, before => before === met.words);
  const isGuess = met.words !== undefined;
  if (!met.who && !met.words && !met.day && !met.place) left.push(text);
  return { options, ...(left.length > 0 && { rest: left.join('; ') }), ...(isGuess && { isGuess }) };
}

const choices = spokenOf(stances);

/** What they would say, where the words are one of its answers: a sentence is for the person to judge. */
function stanceIn({ words }: Met): string | undefined {
  if (!words) return undefined;
  const reading = choiceReading({ choices }, words);
  if (reading.outcome !== 'understood') return undefined;
  const isName = choices.some(({ value, label }) => [value, label].some(one => choiceKey(one) === choiceKey(words)));
  const isSentence = choiceKey(words)
    .split(' ')
    .some(word => SENTENCE_WORDS.has(word));
  return isName || !isSentence ? reading.value : undefined;
}
