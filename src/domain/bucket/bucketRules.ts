import type { Bucket, Dimension } from '../vocabulary.ts';
import { dimensions, incidentKinds, keysOf, routes } from '../vocabulary.ts';
import { capital, count, list } from '../words/sentences.ts';
import type { Evidence } from './evidence.ts';
import { byConcerns, byIncidents, byPaper, bySchool, byVoices } from './evidence.ts';
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
  applies(known: Known): boolean;
  /** The sentence for a person in whose case it holds, and what stands behind it. */
  explain(known: Known): string;
  evidence(known: Known): Evidence[];
}

/** Every row that holds is shown; the worst bucket among them is the result. */
export const bucketRules: readonly BucketRule[] = [
  {
    id: 'R1',
    bucket: 'too-risky',
    condition: 'An incident is still open',
    reason: 'one story like this ends most early offers',
    applies: known => known.incidents === 'open',
    explain: ({ incidentKind }) =>
      `A story ${incidentKind ? incidentKinds[incidentKind].phrase : 'about you'} is still open. One story like this ends most early offers.`,
    evidence: known => [byIncidents(known)],
  },
  {
    id: 'R2',
    bucket: 'too-risky',
    condition: 'A person might warn someone, and nothing has been mended since',
    reason: 'somebody would warn them',
    applies: known => known.warning.length > 0,
    explain: known => `${names(known.warning)} might warn someone, and nothing has been mended since.`,
    evidence: known => byConcerns(known.warning),
  },
  {
    id: 'R3',
    bucket: 'too-risky',
    condition: 'Two people have a worry on the same dimension, or three have one on any',
    reason: 'two small stories are a pattern',
    applies: ({ worried }) => isPattern(worried),
    explain: ({ worried }) => {
      const shared = sharedWorry(worried);
      return shared
        ? `${names(withWorry(worried, shared))} have the same worry: ${dimensions[shared].label}. Two small stories are a pattern.`
        : `${names(worried)} each have a worry about you. Small stories add up to a pattern.`;
    },
    evidence: ({ worried }) => byConcerns(worried),
  },
  {
    id: 'R4',
    bucket: 'rank-only',
    condition: 'One or two people have a worry otherwise',
    reason: 'small smoke, no fire',
    applies: ({ worried }) => !isPattern(worried) && small(worried).length > 0,
    explain: ({ worried }) => sayConcerns(small(worried)),
    evidence: ({ worried }) => byConcerns(small(worried)),
  },
  {
    id: 'R5',
    bucket: 'rank-only',
    condition: 'Your paper is weak',
    reason: 'good words rarely lift the paper, they protect it',
    applies: known => known.paper === 'weak',
    explain: () => 'You called your scores and CV weak. Good words rarely lift the paper; they protect it.',
    evidence: known => [byPaper(known)],
  },
  {
    id: 'R6',
    bucket: 'rank-only',
    condition: 'Your paper is borderline or unknown, and fewer than two people would take you at once',
    reason: 'the borderline file is the one that gets checked',
    applies: ({ paper, atOnce }) => (paper === 'borderline' || paper === undefined) && atOnce.length < 2,
    explain: ({ paper, atOnce }) =>
      `${paper ? 'Your paper is borderline' : "You haven't said how your scores and CV stand"}, and ${atOnce.length ? 'one person' : 'nobody'} would take you at once so far. The borderline file is the one that gets checked: two such voices carry it.`,
    evidence: known => [byPaper(known), ...byVoices(known.atOnce)],
  },
  {
    id: 'R7',
    bucket: 'rank-only',
    condition: 'Fewer than two people have good things to say, or all of them are on one route or at one place',
    reason: 'good on paper, not really known',
    ours: 'that one place is not enough',
    applies: ({ good, routes, placeCount }) => good.length < 2 || routes.length < 2 || placeCount < 2,
    explain: sayNotKnown,
    evidence: known => byVoices(known.good),
  },
  {
    id: 'R8',
    bucket: 'rank-only',
    condition: 'For a program: nobody within its reach',
    reason: 'nobody they would call knows your name',
    applies: ({ program, voices }) => program !== undefined && voices.length === 0,
    explain: ({ program }) => `Nobody that ${program?.name} would call knows your name yet.`,
    evidence: () => [],
  },
  {
    id: 'R9',
    bucket: 'rank-only',
    condition: 'For a program: your school is unknown or mixed there, and nobody there has good things to say',
    reason: 'they will judge by the last graduate they knew',
    applies: ({ program, good }) =>
      (program?.school === 'unknown' || program?.school === 'mixed') &&
      !good.some(({ person }) => worksAt(person, program.name)),
    explain: ({ program }) =>
      `Your school ${program?.school === 'mixed' ? 'has a mixed history' : 'is unknown'} at ${program?.name}, and nobody there speaks for you yet. They will judge by the last graduate they knew.`,
    evidence: ({ program }) => (program ? [bySchool(program)] : []),
  },
  {
    id: 'R10',
    bucket: 'rank-only',
    condition: 'An incident is mended, and nobody would take you at once',
    reason: 'the old story needs a newer, louder one',
    applies: ({ incidents, atOnce }) => incidents === 'mended' && atOnce.length === 0,
    explain: () =>
      'The old story is mended, and nobody would take you at once yet. The old story needs a newer, louder one.',
    evidence: known => [byIncidents(known)],
  },
];

/** What holds where no other row does. */
export const safeRule: BucketRule = {
  id: 'R11',
  bucket: 'safe',
  condition: 'None of these',
  reason: 'several people on several routes, nothing to fear',
  applies: known => bucketRules.every(rule => !rule.applies(known)),
  explain: ({ good, routes }) =>
    `${capital(count(good.length, 'person', 'people'))} on ${count(routes.length, 'route', 'routes')} would speak for you, and nothing you logged speaks against you.`,
  evidence: known => byVoices(known.good),
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

function sayConcerns(concerns: readonly PersonVoice[]): string {
  const worries = concerns.map(({ person, concerns: entries }) => {
    const about = keysOf(dimensions).filter(dimension => entries.some(({ worry }) => worry === dimension));
    return `${person.name} on ${list(about.map(dimension => dimensions[dimension].label))}`;
  });
  return `${capital(count(concerns.length, 'person has', 'people have'))} a worry: ${list(worries)}. Small smoke, no fire.`;
}

/** Two people with one worry, or three with any. */
function isPattern(concerns: readonly PersonVoice[]): boolean {
  return concerns.length >= 3 || sharedWorry(concerns) !== undefined;
}

function sharedWorry(concerns: readonly PersonVoice[]): Dimension | undefined {
  return keysOf(dimensions).find(dimension => withWorry(concerns, dimension).length >= 2);
}

function withWorry(concerns: readonly PersonVoice[], dimension: Dimension): PersonVoice[] {
  return concerns.filter(voice => voice.concerns.some(entry => speaksAgainst(entry, dimension)));
}

/** Those whose worry is no warning: a warning has its own row. */
function small(concerns: readonly PersonVoice[]): PersonVoice[] {
  return concerns.filter(({ stance }) => stance !== 'warn');
}

function names(voices: readonly PersonVoice[]): string {
  return list(voices.map(({ person }) => person.name));
}
