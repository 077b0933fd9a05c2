import type { LogEntry } from '../notebook.ts';
import type { Bucket, Role, Route, Stance } from '../vocabulary.ts';
import { keysOf, roles, routes } from '../vocabulary.ts';
import { decideBucket, goodness } from './bucket.ts';
import type { Answers, SelfCheck } from './selfCheck.ts';
import { allVoices, knownFrom } from './selfCheck.ts';
import type { Mended, Person, PersonVoice } from './voices.ts';
import { reaches, voicesOf } from './voices.ts';

/** How a move begins. */
export type Step =
  | { does: 'mend' | 'log' | 'ask'; person: Person }
  | { does: 'answer'; question: 'paper' }
  | { does: 'read'; piece: string }
  | { does: 'find'; route: Route };

/** Something the user could do: a sentence, and what would then be logged or answered if it goes well. */
export interface Move {
  id: string;
  text: string;
  step: Step;
  adds: { people?: Person[]; entries?: LogEntry[]; mended?: Mended[]; answers?: Answers };
}

/** Moves that together lead to a better bucket. */
export interface MoveSet {
  moves: Move[];
  bucket: Bucket;
}

/** With 18 moves, sets of up to three are 987 tries; what comes after them in the list is not tried. */
const MOST_MOVES = 18;

/** The self-check as it would be after the moves. */
export function afterMoves(check: SelfCheck, moves: readonly Move[]): SelfCheck {
  const added = moves.map(move => move.adds);
  return {
    ...check,
    people: [...check.people, ...added.flatMap(({ people = [] }) => people)],
    entries: [...check.entries, ...added.flatMap(({ entries = [] }) => entries)],
    mended: [...check.mended, ...added.flatMap(({ mended = [] }) => mended)],
    answers: Object.assign({}, check.answers, ...added.map(({ answers }) => answers)),
  };
}

/**
 * The smallest sets of moves (one, else two, else three) after which the table gives a better bucket, found by trying
 * them; the best bucket first, then in the order of the moves. None: no move of these helps this season.
 */
export function movesThatHelp(check: SelfCheck, moves: readonly Move[]): MoveSet[] {
  const voices = allVoices(check);
  const now = goodness(decideBucket(check, voices).bucket);
  const tried = moves.slice(0, MOST_MOVES);
  for (const size of [1, 2, 3]) {
    const helpful = setsOf(tried, size)
      .map(set => ({ moves: set, bucket: bucketAfter(check, set, voices) }))
      .filter((set): set is MoveSet => set.bucket !== null && goodness(set.bucket) > now);
    if (helpful.length > 0) return helpful.toSorted((one, other) => goodness(other.bucket) - goodness(one.bucket));
  }
  return [];
}

/** The bucket after the moves. Only the people they touch are heard again: a log may be long, and the tries are many. */
function bucketAfter(check: SelfCheck, moves: readonly Move[], before: readonly PersonVoice[]): Bucket | null {
  const added = moves.map(move => move.adds);
  const touched = new Set([
    ...added.flatMap(({ people = [] }) => people.map(({ id }) => id)),
    ...added.flatMap(({ entries = [], mended = [] }) => [...entries, ...mended].map(({ contactId }) => contactId)),
  ]);
  const after = afterMoves(check, moves);
  const heardAgain = voicesOf(
    after.people.filter(({ id }) => touched.has(id)),
    after.entries.filter(({ contactId }) => touched.has(contactId)),
    after.mended,
  );
  return decideBucket(after, [...before.filter(({ person }) => !touched.has(person.id)), ...heardAgain]).bucket;
}

function setsOf<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => setsOf(items.slice(index + 1), size - 1).map(rest => [item, ...rest]));
}

/**
 * What this user could do, what mends first. `day` is the day by which a move would have happened; words only count
 * as better on a later day than the worry, so give tomorrow or later.
 */
export function possibleMoves(check: SelfCheck, day: Temporal.PlainDate): Move[] {
  const { voices, worried, atOnce, routes: reached } = knownFrom(check, allVoices(check));
  const logged = (person: Person, stance: Stance): LogEntry => ({
    id: `move:${person.id}:${stance}`,
    contactId: person.id,
    day,
    loggedAt: day.toZonedDateTime('UTC').toInstant(),
    stance,
    worry: null,
    dimensions: [],
    sentence: null,
    place: null,
  });
  const heard = new Set(voices.map(({ person }) => person.id));
  const asks = check.people
    .filter(person => !person.removed && !heard.has(person.id))
    .filter(person => !check.program || reaches(person, check.program.name));
  const vague = voices.filter(voice => voice.stance === 'little' && voice.concerns.length === 0);
  const almost = atOnce.length < 2 ? voices.filter(({ stance }) => stance === 'good') : [];
  const isReached = (route: Route) => Number(reached.includes(route));
  return [
    ...worried
      .toSorted((one, other) => Number(other.stance === 'warn') - Number(one.stance === 'warn'))
      .slice(0, 5)
      .map(({ person }) => ({
        id: `mend:${person.id}`,
        text: `Close the loose end with ${person.name}.`,
        step: { does: 'mend' as const, person },
        adds: { mended: [{ contactId: person.id, day }] },
      })),
    ...(check.answers.incidents === 'open' ? [mendTheStory] : []),
    ...(check.answers.paper === undefined ? [answerPaper] : []),
    ...asks
      .toSorted((one, other) => isReached(roles[one.role].route) - isReached(roles[other.role].route))
      .slice(0, 3)
      .map(person => ({
        id: `ask:${person.id}`,
        text: `Log what ${person.name} saw. It helps if they would say good things.`,
        step: { does: 'log' as const, person },
        adds: { entries: [logged(person, 'good')] },
      })),
    ...vague.slice(0, 2).map(({ person }) => ({
      id: `again:${person.id}`,
      text: `Let ${person.name} see you at work again. It helps if they would then say good things.`,
      step: { does: 'log' as const, person },
      adds: { entries: [logged(person, 'good')] },
    })),
    ...almost.slice(0, 2).map(({ person }) => ({
      id: `stand-up:${person.id}`,
      text: `Ask ${person.name} whether they would stand up for you. It helps if they would take you at once.`,
      step: { does: 'ask' as const, person },
      adds: { entries: [logged(person, 'at-once')] },
    })),
    ...keysOf(routes)
      .toSorted((one, other) => isReached(one) - isReached(other))
      .map(newVoice),
  ];

  function newVoice(route: Route): Move {
    const place = check.program?.name ?? 'another place';
    const person: Person = { id: `new:${route}`, name: 'a new voice', role: roleOnRoute[route], place };
    return {
      id: `new-voice:${route}`,
      text: `Find a good voice at ${place} on this route: ${routes[route].label}.`,
      step: { does: 'find', route },
      adds: { people: [person], entries: [logged(person, 'good')] },
    };
  }
}

const roleOnRoute = {
  directors: 'attending',
  dean: 'clerkship-director',
  former: 'former-resident',
  residents: 'chief',
} as const satisfies Record<Route, Role>;

const mendTheStory: Move = {
  id: 'mend-the-story',
  text: 'Mend the story that is still open, and let it be seen.',
  step: { does: 'read', piece: 'can-a-bad-name-be-mended' },
  adds: { answers: { incidents: 'mended' } },
};

const answerPaper: Move = {
  id: 'answer-paper',
  text: 'Say how your scores and CV stand. It helps if they are solid.',
  step: { does: 'answer', question: 'paper' },
  adds: { answers: { paper: 'solid' } },
};
