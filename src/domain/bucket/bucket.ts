import type { Bucket } from '../vocabulary.ts';
import { buckets, keysOf, routes } from '../vocabulary.ts';
import { count, list } from '../words/sentences.ts';
import { bucketRules, safeRule } from './bucketRules.ts';
import type { Evidence } from './evidence.ts';
import { byIncidents, byPaper, byVoices } from './evidence.ts';
import type { Known, SelfCheck } from './selfCheck.ts';
import { allVoices, knownFrom } from './selfCheck.ts';
import type { PersonVoice } from './voices.ts';

/** A row of the table that holds, in the words for this person. */
interface BucketRow {
  rule: string;
  bucket: Bucket;
  sentence: string;
  evidence: Evidence[];
}

/** Something in the user's favor. */
interface ForYou {
  sentence: string;
  evidence: Evidence[];
}

export interface Result {
  /** null where nothing is known: nobody logged who counts, nothing answered. */
  bucket: Bucket | null;
  /** The rows that hold, the worst first. */
  rows: BucketRow[];
  speaksForYou: ForYou[];
  /** What would make the result firmer, one sentence each. */
  firmer: string[];
  /** Entries where the user was treated badly: no voice, but a way to the pieces on mistreatment. */
  treatedBadly: string[];
}

/**
 * Decides the bucket from what the user logged and answered, by the table alone: the same input always gives the same
 * result, whatever the order of people and entries. `voices` are the check's own, where they are at hand already.
 */
export function decideBucket(check: SelfCheck, voices = allVoices(check)): Result {
  const known = knownFrom(check, voices);
  const counted = new Set(check.people.filter(person => !person.removed).map(person => person.id));
  const treatedBadly = check.entries
    .filter(entry => entry.stance === 'treated-badly' && counted.has(entry.contactId))
    .map(entry => entry.id);
  const { paper, incidents } = check.answers;
  if (voices.length === 0 && paper === undefined && incidents === undefined)
    return { bucket: null, rows: [], speaksForYou: [], firmer: [], treatedBadly };
  const holding = bucketRules.filter(rule => rule.applies(known));
  const rows = (holding.length > 0 ? holding : [safeRule])
    .map(rule => ({
      rule: rule.id,
      bucket: rule.bucket,
      sentence: rule.explain(known),
      evidence: rule.evidence(known),
    }))
    .toSorted((one, other) => goodness(one.bucket) - goodness(other.bucket));
  return { bucket: rows[0]!.bucket, rows, speaksForYou: speaksForYou(known), firmer: firmer(known), treatedBadly };
}

/** How good a bucket is, more is better. Nothing known ranks with "rank only": nobody is against the user yet. */
export function goodness(bucket: Bucket | null): number {
  return -keysOf(buckets).indexOf(bucket ?? 'rank-only');
}

function speaksForYou(known: Known): ForYou[] {
  const { good, atOnce, routes: reached } = known;
  const others = good.filter(voice => !atOnce.includes(voice));
  const lines: (ForYou | false)[] = [
    atOnce.length > 0 && { sentence: `${names(atOnce)} would take you at once.`, evidence: byVoices(atOnce) },
    others.length > 0 && { sentence: `${names(others)} would say good things.`, evidence: byVoices(others) },
    reached.length > 1 && {
      sentence: `Your name travels on ${count(reached.length, 'route', 'routes')}: ${list(reached.map(id => routes[id].label))}.`,
      evidence: [],
    },
    known.paper === 'solid' && { sentence: 'Your scores and CV are solid.', evidence: [byPaper(known)] },
    known.incidents === 'none' && { sentence: 'There is no incident to explain.', evidence: [byIncidents(known)] },
  ];
  return lines.filter(line => line !== false);
}

function firmer(known: Known): string[] {
  const missingRoutes = keysOf(routes).filter(route => !known.routes.includes(route));
  const lines = [
    known.atOnce.length === 0 && 'A person who would take you at once.',
    known.atOnce.length === 1 && 'A second person who would take you at once.',
    known.routes.length < 3 && `A voice on another route: ${routes[missingRoutes[0]!].label}.`,
    known.placeCount < 2 && 'A voice from another place.',
    known.paper === undefined && 'Your answer about scores and CV.',
    known.incidents === undefined && 'Your answer about incidents.',
  ];
  return lines.filter(line => line !== false);
}

function names(voices: readonly PersonVoice[]): string {
  return list(voices.map(({ person }) => person.name));
}
