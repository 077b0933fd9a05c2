import type { Person } from '../bucket/voices.ts';
import { isGood } from '../bucket/voices.ts';
import type { Defender, LogEntry, LooseEnd, ProgramFacts } from '../notebook.ts';
import type { LooseEndKind } from '../vocabulary.ts';
import { roles } from '../vocabulary.ts';
import { DEFENDERS_TARGET } from './cadence.ts';

/** An entry that was just logged, and what is known around it. */
export interface JustLogged {
  entry: Pick<LogEntry, 'stance' | 'worry'>;
  contact: Person;
  /** The other entries about this contact. */
  history: readonly Pick<LogEntry, 'stance'>[];
  defenders: readonly Pick<Defender, 'contactId'>[];
  looseEnds: readonly Pick<LooseEnd, 'id' | 'contactId' | 'kind' | 'closedOn'>[];
  programs: readonly Pick<ProgramFacts, 'id' | 'name' | 'thankYou'>[];
}

/** What a button would do, with the ids it needs. */
export type FollowUpAction =
  | { does: 'read'; piece: string }
  | { does: 'open-loose-end'; contactId: string; kind: LooseEndKind }
  | { does: 'close-loose-end'; looseEndId: string }
  | { does: 'make-defender'; contactId: string }
  | { does: 'name-place'; contactId: string }
  | { does: 'add-program'; name: string }
  | { does: 'draft-thanks'; contactId: string };

export interface FollowRule {
  id: string;
  label: string;
  applies(facts: FollowFacts): boolean;
  reason(facts: FollowFacts): string;
  doing(facts: FollowFacts): FollowUpAction;
}

/** What the rules look at. */
export interface FollowFacts extends JustLogged {
  /** By this entry, or before it by somebody who now has a worry: nothing there is the user's to mend. */
  mistreated: boolean;
  good: boolean;
  /** A warning, or "not much" with a worry named. */
  concerns: boolean;
  openEnd: JustLogged['looseEnds'][number] | undefined;
  program: JustLogged['programs'][number] | undefined;
  name: string;
  id: string;
}

/** In the order of what matters most to the person: care, then mending, then support, then the map. */
export const followRules: readonly FollowRule[] = [
  {
    id: 'mistreated',
    label: 'Where to turn',
    applies: ({ mistreated }) => mistreated,
    reason: () => 'You were mistreated. You owe nobody an apology, and there are people to tell.',
    doing: () => ({ does: 'read', piece: 'mistreated' }),
  },
  {
    id: 'hard-week',
    label: 'If the week is hard',
    applies: ({ mistreated }) => mistreated,
    reason: () => 'A day like this can weigh on everything else. Support is there for that too.',
    doing: () => ({ does: 'read', piece: 'a-hard-week' }),
  },
  {
    id: 'close-loose-end',
    label: 'Close the loose end',
    applies: ({ good, openEnd }) => good && openEnd !== undefined,
    reason: ({ name }) => `${name} has good words now, and a loose end with them is still open in your list.`,
    doing: ({ openEnd }) => ({ does: 'close-loose-end', looseEndId: openEnd!.id }),
  },
  {
    id: 'open-loose-end',
    label: 'Open a loose end',
    applies: ({ concerns, openEnd }) => concerns && openEnd === undefined,
    reason: ({ name, history }) =>
      history.some(isGood)
        ? `${name} had good words before. Fixed early, a hard moment stays small.`
        : `${name} may have a story to tell. What you do next is part of it.`,
    doing: ({ id, entry }) => ({
      does: 'open-loose-end',
      contactId: id,
      kind: entry.stance === 'warn' ? 'apology' : 'growth',
    }),
  },
  {
    id: 'mend-it',
    label: 'How to make it right',
    applies: ({ concerns, openEnd }) => concerns && openEnd !== undefined,
    reason: ({ name }) => `Something with ${name} is open already. A short, honest word is the way to close it.`,
    doing: ({ openEnd }) => ({
      does: 'read',
      piece: openEnd!.kind === 'apology' ? 'how-to-apologize' : 'close-loose-ends',
    }),
  },
  {
    id: 'weighs-on-you',
    label: 'If it weighs on you',
    applies: ({ entry }) => entry.stance === 'warn',
    reason: () => 'Writing that down is hard, and it says nothing about your worth. You can also talk to someone.',
    doing: () => ({ does: 'read', piece: 'a-hard-week' }),
  },
  {
    id: 'make-defender',
    label: 'Make them a defender',
    applies: ({ entry, defenders, id }) =>
      entry.stance === 'at-once' &&
      defenders.length < DEFENDERS_TARGET &&
      !defenders.some(({ contactId }) => contactId === id),
    reason: ({ name, defenders }) =>
      `${name} would take you in a second, and you have ${defenders.length} of ${DEFENDERS_TARGET} defenders.`,
    doing: ({ id }) => ({ does: 'make-defender', contactId: id }),
  },
  {
    id: 'name-place',
    label: 'Say where they work',
    applies: ({ good, concerns, contact }) =>
      (good || concerns) && !contact.place?.trim() && roles[contact.role].reach === 'workplace',
    reason: ({ name }) => `Without a place, nobody can tell which program would hear ${name}.`,
    doing: ({ id }) => ({ does: 'name-place', contactId: id }),
  },
  {
    id: 'ask-support',
    label: 'Ask for honest support',
    applies: ({ entry, history }) => entry.stance === 'good' && history.filter(isGood).length >= 2,
    reason: ({ name }) => `${name} has had good words more than twice. They may be ready to stand up for you.`,
    doing: () => ({ does: 'read', piece: 'ask-for-honest-support' }),
  },
  {
    id: 'add-program',
    label: 'Add the program',
    applies: ({ good, contact, history, program }) =>
      good &&
      history.length === 0 &&
      program === undefined &&
      Boolean(contact.place?.trim()) &&
      roles[contact.role].reach === 'workplace',
    reason: ({ name, contact }) =>
      `You have not added ${contact.place?.trim()} to your programs. If you apply there, it would hear ${name}.`,
    doing: ({ contact }) => ({ does: 'add-program', name: contact.place!.trim() }),
  },
  {
    id: 'thank-you',
    label: 'Draft a thank-you',
    applies: ({ good, history, openEnd, program }) =>
      good && history.length === 0 && openEnd === undefined && program?.thankYou === 'welcome',
    reason: ({ name, program }) => `${program?.name} welcomes thank-you notes, and ${name} saw you for the first time.`,
    doing: ({ id }) => ({ does: 'draft-thanks', contactId: id }),
  },
];
