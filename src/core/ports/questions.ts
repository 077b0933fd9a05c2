/** Words that somebody looked for in the library. */
export interface Question {
  words: string;
  /** How often they were looked for, by whomever. */
  times: number;
  askedAt: Temporal.Instant;
}

/** What was looked for and not found, so that whoever writes the texts sees what is missing. Nobody's rows. */
export interface Questions {
  /** Counts these words once more. They name nobody: see `unfound.ts`. */
  count(words: string, now: Temporal.Instant): Promise<void>;
  /** Those asked most often first. */
  list(): Promise<Question[]>;
}
