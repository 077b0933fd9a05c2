import type { Bucket, Dimension } from '../vocabulary.ts';
import { dimensions, incidentKinds, keysOf, routes } from '../vocabulary.ts';
import { capital, count, list } from '../words/sentences.ts';
import type { Because } from './evidence.ts';
import { byIncidents, byPaper, bySchool, bySmoke, byVoices } from './evidence.ts';
import type { Known } from './selfCheck.ts';
import type { PersonVoice } from './voices.ts';
import { speaksAgainst, worksAt } from './voices.ts';

/** A row of the public table. */
export interface BucketRule {
  id: string;
  bucket: Bucket;
  /** The condition and the reason in short, for the page that explains the table. */
  condition: string;
  reason: string;
  /** What is this project's own, beside the account that the table is made from. */
  ours?: string;
  holds(known: Known): boolean;
  /** The sentence for a person in whose case it holds, and what stands behind it. */
  says(known: Known): string;
  because(known: Known): Because[];
}

/** Every row that holds is shown; the worst bucket among them is the result. */
export const bucketRules: readonly BucketRule[] = [
  {
    id: 'R1',
    bucket: 'too-risky',
    condition: 'An incident is still open',
    reason: 'one story like this ends most early offers',
    holds: known => known.incidents === 'open',
    says: ({ incidentKind }) =>
      `A story ${incidentKind ? incidentKinds[incidentKind].phrase : 'about you'} is still open. One story like this ends most early offers.`,
    because: known => [byIncidents(known)],
  },
  {
    id: 'R2',
    bucket: 'too-risky',
    condition: 'A person might warn someone, and nothing has been mended since',
    reason: 'somebody would warn them',
    holds: known => known.warning.length > 0,
    says: known => `${names(known.warning)} might warn someone, and nothing has been mended since.`,
    because: known => bySmoke(known.warning),
  },
  {
    id: 'R3',
    bucket: 'too-risky',
    condition: 'Two people have a worry on the same dimension, or three have one on any',
    reason: 'two small stories are a pattern',
    holds: ({ smoke }) => isPattern(smoke),
    says: ({ smoke }) => {
      const shared = sharedWorry(smoke);
      return shared
        ? `${names(withWorry(smoke, shared))} have the same worry: ${dimensions[shared].label}. Two small stories are a pattern.`
        : `${names(smoke)} each have a worry about you. Small stories add up to a pattern.`;
    },
    because: ({ smoke }) => bySmoke(smoke),
  },
  {
    id: 'R4',
    bucket: 'rank-only',
    condition: 'One or two people have a worry otherwise',
    reason: 'small smoke, no fire',
    holds: ({ smoke }) => !isPattern(smoke) && small(smoke).length > 0,
    says: ({ smoke }) => saySmoke(small(smoke)),
    because: ({ smoke }) => bySmoke(small(smoke)),
  },
  {
    id: 'R5',
    bucket: 'rank-only',
    condition: 'Your paper is weak',
    reason: 'good words rarely lift the paper, they protect it',
    holds: known => known.paper === 'weak',
    says: () => 'You called your scores and CV weak. Good words rarely lift the paper; they protect it.',
    because: known => [byPaper(known)],
  },
  {
    id: 'R6',
    bucket: 'rank-only',
    condition: 'Your paper is borderline or unknown, and fewer than two people would take you at once',
    reason: 'the borderline file is the one that gets checked',
    holds: ({ paper, atOnce }) => (paper === 'borderline' || paper === undefined) && atOnce.length < 2,
    says: ({ paper, atOnce }) =>
      `${paper ? 'Your paper is borderline' : "You haven't said how your scores and CV stand"}, and ${atOnce.length ? 'one person' : 'nobody'} would take you at once so far. The borderline file is the one that gets checked: two such voices carry it.`,
    because: known => [byPaper(known), ...byVoices(known.atOnce)],
  },
  {
    id: 'R7',
    bucket: 'rank-only',
    condition: 'Fewer than two people have good things to say, or all of them are on one route or at one place',
    reason: 'good on paper, not really known',
    ours: 'that one place is not enough',
    holds: ({ good, routes, placeCount }) => good.length < 2 || routes.length < 2 || placeCount < 2,
    says: sayNotKnown,
    because: known => byVoices(known.good),
  },
  {
    id: 'R8',
    bucket: 'rank-only',
    condition: 'For a program: nobody within its reach',
    reason: 'nobody they would call knows your name',
    holds: ({ program, voices }) => program !== undefined && voices.length === 0,
    says: ({ program }) => `Nobody that ${program?.name} would call knows your name yet.`,
    because: () => [],
  },
  {
    id: 'R9',
    bucket: 'rank-only',
    condition: 'For a program: your school is unknown or mixed there, and nobody there has good things to say',
    reason: 'they will judge by the last graduate they knew',
    holds: ({ program, good }) =>
      (program?.school === 'unknown' || program?.school === 'mixed') &&
      !good.some(({ person }) => worksAt(person, program.name)),
    says: ({ program }) =>
      `Your school ${program?.school === 'mixed' ? 'has a mixed history' : 'is unknown'} at ${program?.name}, and nobody there speaks for you yet. They will judge by the last graduate they knew.`,
    because: ({ program }) => (program ? [bySchool(program)] : []),
  },
  {
    id: 'R10',
    bucket: 'rank-only',
    condition: 'An incident is mended, and nobody would take you at once',
    reason: 'the old story needs a newer, louder one',
    holds: ({ incidents, atOnce }) => incidents === 'mended' && atOnce.length === 0,
    says: () =>
      'The old story is mended, and nobody would take you at once yet. The old story needs a newer, louder one.',
    because: known => [byIncidents(known)],
  },
];

/** What holds where no other row does. */
export const safeRule: BucketRule = {
  id: 'R11',
  bucket: 'safe',
  condition: 'None of these',
  reason: 'several people on several routes, nothing to fear',
  holds: known => bucketRules.every(rule => !rule.holds(known)),
  says: ({ good, routes }) =>
    `${capital(count(good.length, 'person', 'people'))} on ${count(routes.length, 'route', 'routes')} would speak for you, and nothing you logged speaks against you.`,
  because: known => byVoices(known.good),
};

function sayNotKnown({ program, good, routes: reached, places, placeCount }: Known): string {
  const nobody = program ? `nobody within reach of ${program.name}` : 'nobody you logged';
  if (good.length === 0) return `${capital(nobody)} would say good things yet. Good on paper is not the same as known.`;
  if (good.length === 1)
    return `${names(good)} would say good things, and so far nobody else${program ? ` within reach of ${program.name}` : ''}. It takes two to be known.`;
  const gaps = [
    reached.length < 2 && { so: `travel on one route (${reached.map(id => routes[id].label)})`, missing: 'route' },
    placeCount === 1 && places.length === 1 && { so: `come from one place (${places[0]})`, missing: 'place' },
    places.length === 0 && { so: 'have no place named', missing: 'place' },
  ].filter(gap => gap !== false);
  const missing = gaps.map(gap => `${gap.so.startsWith('have') ? 'the name of a' : 'a second'} ${gap.missing}`);
  return `All your good voices ${list(gaps.map(gap => gap.so))}. What is missing is ${list(missing)}.`;
}

function saySmoke(smoke: readonly PersonVoice[]): string {
  const worries = smoke.map(({ person, smoke: entries }) => {
    const about = keysOf(dimensions).filter(dimension => entries.some(({ worry }) => worry === dimension));
    return `${person.name} on ${list(about.map(dimension => dimensions[dimension].label))}`;
  });
  return `${capital(count(smoke.length, 'person has', 'people have'))} a worry: ${list(worries)}. Small smoke, no fire.`;
}

/** Two people with one worry, or three with any. */
function isPattern(smoke: readonly PersonVoice[]): boolean {
  return smoke.length >= 3 || sharedWorry(smoke) !== undefined;
}

function sharedWorry(smoke: readonly PersonVoice[]): Dimension | undefined {
  return keysOf(dimensions).find(dimension => withWorry(smoke, dimension).length >= 2);
}

function withWorry(smoke: readonly PersonVoice[], dimension: Dimension): PersonVoice[] {
  return smoke.filter(voice => voice.smoke.some(entry => speaksAgainst(entry, dimension)));
}

/** Those whose worry is no warning: a warning has its own row. */
function small(smoke: readonly PersonVoice[]): PersonVoice[] {
  return smoke.filter(({ stance }) => stance !== 'warn');
}

function names(voices: readonly PersonVoice[]): string {
  return list(voices.map(({ person }) => person.name));
}
