import type { Bucket } from '../../vocabulary.ts';
import { buckets, keysOf } from '../../vocabulary.ts';
import { goodness } from '../bucket.ts';
import { answerFacts, type Facts } from '../facts.ts';
import { bucketOf } from '../rules/index.ts';
import { allVoices, knownFrom, type SelfCheck, sceneOf } from '../selfCheck.ts';
import { type Choice, choicesWith, deltaOf } from './choices.ts';
import { afterMoves, type MoveSet } from './move.ts';
import { answersToGive, newVoiceMoves, storyToMend } from './otherMoves.ts';
import { searchAmong } from './search.ts';

/** Sets of up to so many moves are searched for the smallest; where none of them helps, any set is looked for. */
const MOST = 5;

/**
 * The smallest set of moves that leads to a better bucket, found by trying; of equal ones that to the best bucket, then
 * the first in the order of the kinds. null: no step of these helps this season. What is unanswered is taken to be
 * answered well, and is no step. `day`: by when a move would have happened; good words only answer what is older.
 */
export function smallestMoves(check: SelfCheck, day: Temporal.PlainDate): MoveSet | null {
  const voices = allVoices(check);
  const now = goodness(bucketOf(knownFrom(check, voices).facts));
  const answers = answersToGive(check);
  const answered = afterMoves(check, answers);
  const search = searchAmong(choicesFor(answered, day, voices), knownFrom(answered, voices).facts);
  const better = keysOf(buckets).filter(bucket => goodness(bucket) > now);
  for (let size = 0; size <= MOST; size++)
    for (const bucket of better) {
      const steps = search.smallest(size, isAtLeast(bucket));
      if (steps) return { answers, steps, bucket };
    }
  for (const bucket of better.toReversed()) {
    const steps = search.any(isAtLeast(bucket));
    if (steps) return { answers, steps, bucket };
  }
  return null;
}

const isAtLeast =
  (bucket: Bucket) =>
  (facts: Facts): boolean =>
    goodness(bucketOf(facts)) >= goodness(bucket);

/** What there is to choose with each person, with the story that is open, and with people yet to be met. */
export function choicesFor(check: SelfCheck, day: Temporal.PlainDate, voices = allVoices(check)): Choice[][] {
  const scene = sceneOf(check);
  const voiceOf = new Map(voices.map(voice => [voice.person.id, voice]));
  const entriesOf = Map.groupBy(check.entries, ({ contactId }) => contactId);
  const mendedWith = Map.groupBy(check.mended, ({ contactId }) => contactId);
  const story = storyToMend(check);
  const told = story && afterMoves(check, [story]);
  // Good voices must outnumber those who wouldn't say much.
  const rounds = 3 + voices.filter(({ stance }) => stance === 'little').length;
  return [
    ...check.people
      .filter(({ removed }) => !removed)
      .map(person => {
        const entries = entriesOf.get(person.id) ?? [];
        const mistreated = entries.some(({ stance }) => stance === 'treated-badly');
        const about = { person, voice: voiceOf.get(person.id), mistreated, check, scene, day };
        return choicesWith(about, { entries, mended: mendedWith.get(person.id) ?? [] });
      }),
    ...(story && told ? [[{ moves: [story], delta: deltaOf(answerFacts(check), answerFacts(told)) }]] : []),
    ...newVoices(check, day, rounds),
  ];
}

/** So many people on each route who are yet to be met; one adds what the other does. */
function newVoices(check: SelfCheck, day: Temporal.PlainDate, rounds: number): Choice[][] {
  const nobody = { ...check, people: [], entries: [], mended: [] };
  const before = knownFrom(nobody).facts;
  const deltas = newVoiceMoves(check, day, 1).map(move => deltaOf(before, knownFrom(afterMoves(nobody, [move])).facts));
  return Array.from({ length: rounds }, (_, round) =>
    newVoiceMoves(check, day, round + 1).map((move, index) => [{ moves: [move], delta: deltas[index] ?? [] }]),
  ).flat();
}
