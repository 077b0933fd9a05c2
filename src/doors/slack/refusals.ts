import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';

/** What Slack said no to: one line and a count for each kind, with a reference that the person may be shown. */
export interface Refusals {
  /** @returns its reference; that of the error where it was noted already */
  note(call: string, kind: string, error?: unknown): string;
  /** How often each kind was met since the start, by `call kind`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Without letters and digits that are taken for each other. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 6;

/** By the error, for the card that says so. */
const references = new WeakMap<Error, string>();
export const referenceOf = (error: unknown): string | undefined =>
  error instanceof Error ? references.get(error) : undefined;

/** @param heard told of each kind, such as that a token is taken no more */
export function createRefusals(log: Logger, heard: (kind: string, call: string) => void = () => {}): Refusals {
  const counts = new Map<string, number>();
  return {
    counts,
    note(call, kind, error) {
      const noted = referenceOf(error);
      if (noted) return noted;
      const key = `${call} ${kind}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const reference = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      if (error instanceof Error) references.set(error, reference);
      heard(kind, call);
      log.warn({ call, kind, count, reference }, 'Slack refused');
      return reference;
    },
  };
}
