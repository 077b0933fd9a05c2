import { asked, type FairReading, type Reading, refused, understood } from '../../words/reading.ts';

/** The fair readings of something: one, several with the question between them, or none with the reason. */
export type Fair<T> = { values: readonly [T, ...T[]]; question: string } | { because: string };

export const one = <T>(value: T): Fair<T> => ({ values: [value], question: '' });
export const several = <T>(question: string, first: T, ...others: T[]): Fair<T> => ({
  values: [first, ...others],
  question,
});
export const none = (because: string): Fair<never> => ({ because });

export const isNone = <T>(fair: Fair<T>): fair is { because: string } => 'because' in fair;

/** Each fair reading with each that follows from it. */
export function andThen<T, U>(fair: Fair<T>, next: (value: T) => Fair<U>): Fair<U> {
  if (isNone(fair)) return fair;
  const found = fair.values.map(next);
  const [first, ...rest] = found.flatMap(each => (isNone(each) ? [] : each.values));
  if (first === undefined) return found.find(isNone) ?? none('');
  const question = [fair.question, ...found.map(each => (isNone(each) ? '' : each.question))].find(Boolean) ?? '';
  return { values: [first, ...rest], question };
}

/** As many taps as a question has at most. */
const MOST_ANSWERS = 4;

/** The one that is meant, or the question with a tap for each. */
export function readingOf<T>(fair: Fair<T>, answer: (value: T) => FairReading): Reading<T> {
  if (isNone(fair)) return refused(fair.because);
  const [first] = fair.values;
  if (fair.values.length === 1 && !fair.question) return understood(first);
  return asked(fair.question, ...fair.values.slice(0, MOST_ANSWERS).map(answer));
}
