import type { LogEntry } from '../../notebook.ts';
import type { Bucket, Route } from '../../vocabulary.ts';
import type { Answers, SelfCheck } from '../selfCheck.ts';
import type { Mended, Person } from '../voices.ts';

/** How a move begins. */
export type Step =
  | { does: 'close' | 'log' | 'ask' | 'say-role' | 'edit' | 'letter'; person: Person }
  | { does: 'say-in-us'; place: string }
  | { does: 'answer'; question: 'incidents' | 'kind' | 'paper' }
  | { does: 'read'; piece: string }
  | { does: 'find'; route: Route };

/** What would be known after a move, if it goes well. */
export interface Change {
  /** Somebody new. */
  newcomer?: Person;
  /** What would be said of somebody known. */
  told?: Partial<Person>;
  entry?: LogEntry;
  closed?: Mended;
  answers?: Answers;
  inUs?: string;
}

/** The kinds of moves, in the order in which they are suggested where several would help as much. */
const moveKinds = [
  'answer',
  'close',
  'mend-the-story',
  'say-role',
  'name-place',
  'say-in-us',
  'letter',
  'see-again',
  'log',
  'stand-up',
  'again',
  'new',
  'new-letter',
  'one-more',
] as const;
export type MoveKind = (typeof moveKinds)[number];

/** Something the user could do. */
export interface Move {
  id: string;
  kind: MoveKind;
  /** One sentence. */
  text: string;
  /** What it turns on, which is not in the user's hands: "they would take you in a second". */
  provided?: string;
  step: Step;
  /** Whom it is about, where it is somebody known. */
  personId: string | null;
  makes: Change;
}

/** The smallest set of moves that was found. */
export interface MoveSet {
  /** What is to be answered first, never counted as a step: an honest check needs it. */
  answers: Move[];
  steps: Move[];
  /** The bucket after the steps; where something is to be answered first, if the answers are good: no promise then. */
  bucket: Bucket;
}

/** The self-check as it would be after the moves. */
export function afterMoves(check: SelfCheck, moves: readonly Move[]): SelfCheck {
  const made = moves.map(({ makes }) => makes);
  const told = Map.groupBy(moves, ({ personId }) => personId);
  const inUs = made.flatMap(({ inUs: place }) => (place === undefined ? [] : [{ place, inUs: true }]));
  return {
    ...check,
    people: [
      ...check.people.map(person => tell(person, told.get(person.id))),
      ...made.flatMap(({ newcomer }) => newcomer ?? []),
    ],
    entries: [...check.entries, ...made.flatMap(({ entry }) => entry ?? [])],
    mended: [...check.mended, ...made.flatMap(({ closed }) => closed ?? [])],
    answers: Object.assign({}, check.answers, ...made.map(({ answers }) => answers), {
      inUs: [...(check.answers.inUs ?? []), ...inUs],
    }),
  };
}

/** Somebody as they would be told of after these moves. */
export const tell = (person: Person, moves: readonly Move[] = []): Person =>
  Object.assign({}, person, ...moves.map(({ makes }) => makes.told));

export const byKind = (one: Move, other: Move): number => moveKinds.indexOf(one.kind) - moveKinds.indexOf(other.kind);
