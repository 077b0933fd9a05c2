import type { IncidentKind, Role, Route } from '../../vocabulary.ts';
import { keysOf, routes } from '../../vocabulary.ts';
import { unansweredIn } from '../facts.ts';
import type { SelfCheck } from '../selfCheck.ts';
import type { Person } from '../voices.ts';
import type { Move } from './move.ts';
import { entryOf, IN_A_SECOND } from './personMoves.ts';

/** What is to be answered, each as the answer that helps most. */
export function answersToGive({ answers }: SelfCheck): Move[] {
  const { incidents, incidentKind } = answers;
  const missing: ('incidents' | 'kind' | 'paper')[] = unansweredIn(answers);
  if ((incidents === 'open' || incidents === 'mended') && incidentKind === undefined) missing.unshift('kind');
  return missing.map(question => ({
    id: `answer:${question}`,
    kind: 'answer',
    personId: null,
    step: { does: 'answer', question },
    ...best[question],
  }));
}

const best = {
  incidents: {
    text: 'Say whether there is a story that people tell about you.',
    makes: { answers: { incidents: 'none' } },
  },
  kind: { text: 'Say what kind of story it is.', makes: { answers: { incidentKind: 'complaint' } } },
  paper: { text: 'Say how your scores and CV stand.', makes: { answers: { paper: 'solid' } } },
} as const satisfies Record<string, Pick<Move, 'text' | 'makes'>>;

const UNMENDED: readonly (IncidentKind | undefined)[] = ['unsafe', undefined];

/** Making right what is still open. Where it was unsafe that is advice, and no step. */
export const storyToMend = ({ answers: { incidents, incidentKind } }: SelfCheck): Move | undefined =>
  incidents === 'open' && !UNMENDED.includes(incidentKind) ? mendTheStory : undefined;

const mendTheStory: Move = {
  id: 'mend-the-story',
  kind: 'mend-the-story',
  text: 'Make right the story that is still open, and let someone see it.',
  step: { does: 'read', piece: 'can-a-bad-name-be-mended' },
  personId: null,
  makes: { answers: { incidents: 'mended' } },
};

/** Who to look for on a route: one of the program's own, and one elsewhere. */
const newVoices: Record<Route, { role: Role; there(program: string): string; elsewhere: string }> = {
  directors: { role: 'attending', there: at => `an attending at ${at}`, elsewhere: 'an attending' },
  dean: {
    role: 'sub-i-director',
    there: at => `a sub-I or clerkship director at ${at}`,
    elsewhere: 'a sub-I or clerkship director',
  },
  former: {
    role: 'former-resident',
    there: at => `someone who trained at ${at}`,
    elsewhere: 'a former resident or faculty member',
  },
  residents: { role: 'chief', there: at => `a chief resident at ${at}`, elsewhere: 'a chief resident' },
};

/** Where those work who are yet to be met. */
const ELSEWHERE = 'Another hospital in the US';

/**
 * On each route somebody new who would take the user in a second; there first, and elsewhere with a letter.
 * @param round from 1: who comes in a later one comes after all of the first
 */
export function newVoiceMoves({ program, applicantType }: SelfCheck, day: Temporal.PlainDate, round: number): Move[] {
  const elsewhere = (letter: boolean) =>
    keysOf(routes).map(route => {
      const { elsewhere: who } = newVoices[route];
      const where = applicantType === 'img' ? 'at a hospital in the US' : 'at another hospital';
      const words = letter ? `Get a letter from ${who} elsewhere` : `Work with ${who} ${where}`;
      return newVoice(letter ? 'new-letter' : 'new', route, words, { place: ELSEWHERE, letter });
    });
  if (!program) return elsewhere(false);
  const there = keysOf(routes).map(route =>
    newVoice('new', route, `Work with ${newVoices[route].there(program.name)}`, { trainedAt: [program.name] }),
  );
  return [...there, ...elsewhere(true)];

  function newVoice(
    kind: 'new' | 'new-letter',
    route: Route,
    words: string,
    facts: Omit<Person, 'id' | 'name' | 'role'>,
  ): Move {
    const id = `${kind}:${route}:${round}`;
    const newcomer: Person = { id, name: 'a new voice', role: newVoices[route].role, ...facts };
    return {
      id,
      kind: round > 1 ? 'one-more' : kind,
      text: `${words}.`,
      provided: IN_A_SECOND,
      step: { does: 'find', route },
      personId: null,
      makes: {
        newcomer,
        entry: entryOf({ person: newcomer, day }, 'at-once'),
        ...(facts.place && { inUs: facts.place }),
      },
    };
  }
}
