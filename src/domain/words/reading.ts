/** One of the fair readings of somebody's words. */
export interface FairReading {
  /** What a button says: short, absolute. */
  label: string;
  /** Words that mean this one alone: the same reader understands them. */
  words: string;
}

/** What a reader made of all of somebody's words: nothing is read as less than was said. */
export type Reading<T> =
  | { outcome: 'understood'; value: T }
  /** Two or more fair readings: the question, and one tap for each. */
  | { outcome: 'asked'; question: string; answers: readonly FairReading[] }
  /** One or two sentences: which words were not understood, and what may be written instead. */
  | { outcome: 'refused'; because: string };

export const understood = <T>(value: T): Reading<T> => ({ outcome: 'understood', value });
export const asked = (question: string, ...answers: FairReading[]): Reading<never> => ({
  outcome: 'asked',
  question,
  answers,
});
export const refused = (because: string): Reading<never> => ({ outcome: 'refused', because });
