import { hash } from '../time/hash.ts';
import type { ApplicantType, Bucket, Market } from '../vocabulary.ts';
import { applicantTypes, buckets } from '../vocabulary.ts';
import type { Result } from './bucket.ts';
import { goodness } from './bucket.ts';

/** `early`: an offer before the Match is possible. `list`: the rank list decides. `either`: it depends on the program. */
export type Column = 'early' | 'list' | 'either';

export interface Outcome {
  column: Column;
  /** What the bucket may lead to, one sentence for each outcome. */
  sentences: string[];
}

const early: Record<Bucket, string> = {
  safe: 'People in this bucket could be offered a place early.',
  'rank-only': 'People in this bucket are liked and get no early offer.',
  'too-risky': 'People in this bucket are usually passed over.',
};

const onTheList: Record<Bucket, string[]> = {
  safe: ['People in this bucket are spoken for with confidence when the list is made.'],
  'rank-only': ['People in this bucket are ranked, with the position open.'],
  'too-risky': ['Some people in this bucket are ranked low on the list.', 'Others are not ranked.'],
};

/** Who could get an early offer from whom. US seniors go through a match wherever any program of an institution does. */
export function columnFor(applicantType: ApplicantType, market: Market): Column {
  if (!applicantTypes[applicantType].independent || market === 'inside') return 'list';
  return market === 'outside' ? 'early' : 'either';
}

/** The words for what a bucket may lead to, for this applicant at this kind of program; `unknown` for all programs. */
export function outcome(bucket: Bucket, applicantType: ApplicantType, market: Market): Outcome {
  const column = columnFor(applicantType, market);
  if (column === 'early') return { column, sentences: [early[bucket]] };
  if (column === 'list') return { column, sentences: onTheList[bucket] };
  return {
    column,
    sentences: [
      `At a program outside the Match: ${uncapital(early[bucket])}`,
      `In the Match: ${uncapital(onTheList[bucket].join(' '))}`,
    ],
  };
}

/** The title of a result's card. It never names the bucket: that is said below it, as `directorsWord`. */
export function titleOf(bucket: Bucket | null): string {
  return bucket === null ? 'Nobody can say anything about you yet' : buckets[bucket].title;
}

/** "Directors' word for this bucket: rank only." */
export function directorsWord(bucket: Bucket): string {
  return `Directors' word for this bucket: ${buckets[bucket].label}.`;
}

/** Said where nothing is known. */
export const howToBegin =
  'Here is how to begin: name up to three people who saw you work, and what each would say about you.';

/** Said where a bucket other than the best has no move that leads to a better one. */
export const noMoveHelps =
  'No step I can see leads to a better bucket this season, so an early offer is unlikely now. Your place on the lists can still move, and so can what comes after. Start with one person who saw you at your best.';

/** Said with every result. */
export const mirror = "This is your own mirror. No program sees it, and it can't tell what they will do.";

/** What is kept of a result, to compare the next one with: no names, no words. */
export interface Checked {
  bucket: Bucket | null;
  rules: string[];
  /** Differs where the entries or answers behind the result do. */
  fingerprint: string;
}

/** What to keep of a result. */
export function checked(result: Result): Checked {
  const grounds = [...result.rows, ...result.speaksForYou].flatMap(({ evidence }) => evidence);
  const texts = [...new Set(grounds.map(({ id, text }) => `${id}: ${text}`))].sort();
  return {
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

/** What changed since the last check. `when` is how that check is named: "9:10" on the same day, else "4 Oct". */
export function changeSince(previous: (Checked & { when: string }) | null, current: Checked): Change {
  if (!previous) return { kind: 'first', sentence: 'This is your first check.', came: current.rules, gone: [] };
  const came = current.rules.filter(rule => !previous.rules.includes(rule));
  const gone = previous.rules.filter(rule => !current.rules.includes(rule));
  const { when } = previous;
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

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
