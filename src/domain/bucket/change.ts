import { hash } from '../time/hash.ts';
import type { Bucket } from '../vocabulary.ts';
import { buckets } from '../vocabulary.ts';
import { goodness, type Result } from './bucket.ts';

/** The table's edition: rows of another one have other numbers. */
const EDITION = 2;

/** What is kept of a result, to compare the next one with: no names, no words. */
export interface Checked {
  /** Missing in what the first edition kept. */
  edition?: number | undefined;
  bucket: Bucket | null;
  rules: string[];
  /** Differs where the entries or answers behind the result do. */
  fingerprint: string;
}

/** What to keep of a result. */
export function checked(result: Result): Checked {
  const grounds = [...result.rows, ...result.speaksForYou].flatMap(({ evidence }) => evidence);
  const texts = [...new Set([...grounds.map(({ id, text }) => `${id}: ${text}`), ...result.answered])].toSorted();
  return {
    edition: EDITION,
    bucket: result.bucket,
    rules: result.rows.map(({ rule }) => rule),
    fingerprint: hash(texts.join('\n')).toString(16),
  };
}

export interface Change {
  kind: 'first' | 'same' | 'up' | 'down' | 'reasons';
  sentence: string;
  /** Rules that hold now and did not, and those that did and no longer do. */
  came: string[];
  gone: string[];
}

/** What changed since the last check. `when` is how that check is named: "9:10" on the same day, else "Oct 4". */
export function changeSince(previous: (Checked & { when: string }) | null, current: Checked): Change {
  if (!previous) return { kind: 'first', sentence: 'This is your first check.', came: current.rules, gone: [] };
  const { when, edition } = previous;
  const before = edition === current.edition ? previous.rules : current.rules;
  const came = current.rules.filter(rule => !before.includes(rule));
  const gone = before.filter(rule => !current.rules.includes(rule));
  if (previous.bucket !== current.bucket) {
    const moved = goodness(current.bucket) - goodness(previous.bucket);
    const kind = moved > 0 || (moved === 0 && previous.bucket === null) ? 'up' : 'down';
    const sentence = `Since ${when}: ${kind} from ${wordFor(previous.bucket)} to ${wordFor(current.bucket)}.`;
    return { kind, sentence, came, gone };
  }
  if (came.length === 0 && gone.length === 0 && previous.fingerprint === current.fingerprint)
    return { kind: 'same', sentence: `Nothing has changed since ${when}. It will when you log something.`, came, gone };
  return { kind: 'reasons', sentence: `Since ${when}: the same bucket, ${reasons(came, gone)}.`, came, gone };
}

function wordFor(bucket: Bucket | null): string {
  return bucket === null ? 'nobody-knows-you' : buckets[bucket].label;
}

function reasons(came: string[], gone: string[]): string {
  if (gone.length > came.length) return 'with less that holds you back';
  if (came.length > gone.length) return 'with more that holds you back';
  return came.length > 0 ? 'for other reasons' : 'with something new behind it';
}
