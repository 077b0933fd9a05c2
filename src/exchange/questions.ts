import { z } from 'zod';

/** Something in a file that may mean two things, or that is not known: asked once, however many rows it is in. */
export interface Question {
  /** What its answer is kept under: the same file asks the same. */
  key: string;
  ask: string;
  /** One tap each; where there are many, of a menu. */
  answers: readonly { value: string; label: string }[];
  /** Whether its rows stay out until it is answered. */
  waits: boolean;
}

/** What was answered, by the question's key. */
export type Answers = Readonly<Record<string, string>>;

const shape = z.record(z.string(), z.string());

export const answersToText = (answers: Answers): string =>
  Object.keys(answers).length === 0 ? '' : JSON.stringify(answers);
/** @throws ZodError on what {@link answersToText} did not write */
export const answersFromText = (text: string | undefined): Answers => (!text ? {} : shape.parse(JSON.parse(text)));
