import { offerRule, type Verdict } from '../programs/offerRules.ts';
import type { ApplicantType, Bucket, Market } from '../vocabulary.ts';
import { buckets } from '../vocabulary.ts';
import { uncapital } from '../words/sentences.ts';

/** `early`: an offer before the Match is possible. `list`: the rank list decides. `either`: it depends on the program. */
export type Column = 'early' | 'list' | 'either';

export interface Outcome {
  column: Column;
  /** What the bucket may lead to, one sentence for each outcome. */
  sentences: string[];
}

const early: Record<Bucket, string> = {
  safe: 'You could be offered early.',
  'rank-only': 'Liked, but no early offer.',
  'too-risky': 'Usually passed over.',
};

const onTheList: Record<Bucket, string[]> = {
  safe: ['Spoken for with confidence on the list.'],
  'rank-only': ['Ranked, with the position open.'],
  'too-risky': ['Some are ranked low.', 'Others are not ranked.'],
};

/** Who could get an early offer from whom. US seniors go through a match wherever any program of an institution does. */
export function columnFor(applicantType: ApplicantType, market: Market): Column {
  return columns[offerRule(applicantType, market).verdict];
}

const columns: Record<Verdict, Column> = { may: 'early', 'find-out': 'either', 'write-first': 'list' };

/** The words for what a bucket may lead to, for this applicant at this kind of program; `unknown` for all programs. */
export function outcome(bucket: Bucket, applicantType: ApplicantType, market: Market): Outcome {
  const column = columnFor(applicantType, market);
  if (column === 'early') return { column, sentences: [early[bucket]] };
  if (column === 'list') return { column, sentences: onTheList[bucket] };
  return {
    column,
    sentences: [
      `Outside the Match: ${uncapital(early[bucket])}`,
      `In the Match: ${uncapital(onTheList[bucket].join(' '))}`,
    ],
  };
}

/** The title of a result's card. It never names the bucket: that is said below it, as `directorsWord`. */
export function titleOf(bucket: Bucket | null, program?: string): string {
  if (bucket === null) return 'No one can say anything about you yet';
  return program ? `${program}: ${uncapital(buckets[bucket].title)}` : buckets[bucket].title;
}

/** "Directors' word: rank only." */
export const directorsWord = (bucket: Bucket): string => `Directors' word: ${buckets[bucket].label}.`;

/** Said where nothing is known. */
export const howToBegin = 'Start by naming up to three people who saw you work, and what each would say about you.';

/** Said where a bucket other than the best has no move that leads to a better one. */
export const noMoveHelps =
  'No step I can see leads to a better bucket this season. Your place on the lists can still move, and so can what comes after. Start with one person who saw you at your best.';

/** Said with every result. */
export const mirror = 'Your own mirror, not a forecast. No program sees it.';
