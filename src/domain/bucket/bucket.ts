import type { Bucket } from '../vocabulary.ts';
import { buckets, keysOf } from '../vocabulary.ts';
import { capital, count } from '../words/sentences.ts';
import type { Evidence } from './evidence.ts';
import { answeredSince, type ForYou, firmer, speaksForYou } from './resultLines.ts';
import { honestRule } from './rules/against.ts';
import { bucketOf, rowsFor } from './rules/index.ts';
import { allVoices, type Known, knownFrom, type SelfCheck } from './selfCheck.ts';

/** A row of the table that holds, in the words for this person. */
export interface BucketRow {
  rule: string;
  bucket: Bucket;
  sentence: string;
  /** What stands behind it, and behind no row before it. */
  evidence: Evidence[];
}

export interface Result {
  /** null where nothing is known: nobody logged who counts, nothing answered. */
  bucket: Bucket | null;
  /** The rows that hold, the worst first. */
  rows: BucketRow[];
  speaksForYou: ForYou[];
  /** What was answered since, one sentence each: "Dr. W's concern of 1 May has been answered since." */
  answered: string[];
  /** What would make the result firmer, one sentence each. */
  firmer: string[];
  /** Entries where the user was mistreated: no voice, but a way to the pieces on it. */
  mistreated: string[];
}

/** How good a bucket is, more is better. Nothing known ranks with "rank only": nobody is against the user yet. */
export function goodness(bucket: Bucket | null): number {
  return -keysOf(buckets).indexOf(bucket ?? 'rank-only');
}

/** Whether there is anything to decide from: somebody who would say something, or an answer. */
const isBlank = ({ answers }: SelfCheck, everybody: readonly unknown[]): boolean =>
  everybody.length === 0 && answers.paper === undefined && answers.incidents === undefined;

/**
 * Decides the bucket from what the user logged and answered, by the table alone: the same input always gives the same
 * result, whatever the order of people and entries.
 */
export function decideBucket(check: SelfCheck): Result {
  const everybody = allVoices(check);
  const counted = new Set(check.people.filter(person => !person.removed).map(person => person.id));
  const mistreated = check.entries
    .filter(entry => entry.stance === 'treated-badly' && counted.has(entry.contactId))
    .map(entry => entry.id);
  if (isBlank(check, everybody))
    return { bucket: null, rows: [], speaksForYou: [], answered: [], firmer: [], mistreated };
  const known = knownFrom(check, everybody);
  const seen = new Set<string>();
  const rows = rowsFor(known.facts)
    .toSorted(
      (one, other) =>
        goodness(one.bucket) - goodness(other.bucket) ||
        Number(other.rule === honestRule) - Number(one.rule === honestRule),
    )
    .map(({ rule, bucket, carried }) => ({
      rule: rule.id,
      bucket,
      sentence: `${rule.sentence(known)}${carried ? ` ${sayCover(known)}` : ''}`,
      evidence: rule.evidence(known).filter(({ id }) => !seen.has(id) && seen.add(id)),
    }));
  return {
    bucket: bucketOf(known.facts),
    rows,
    speaksForYou: speaksForYou(known),
    answered: answeredSince(known),
    firmer: firmer(known),
    mistreated,
  };
}

const sayCover = ({ facts }: Known): string =>
  `${capital(count(facts.cover, 'person', 'people'))} who would take you in a second carry it as far as the rank list.`;
