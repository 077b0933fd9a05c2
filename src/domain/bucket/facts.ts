import type { Dimension, Route } from '../vocabulary.ts';
import { dimensions, keysOf, roles, routes } from '../vocabulary.ts';
import type { Answers, SelfCheck } from './selfCheck.ts';
import type { PersonVoice } from './voices.ts';
import { isGood, speaksAgainst } from './voices.ts';
import { isHeard, isNoticed, isOf, isOfTheWard, reaches, type Scene, worksAt, worksInUs } from './where.ts';

/**
 * All that the table looks at, as numbers: how many people each holds for, and 1 or 0 for what was answered. 1 says that
 * more of it can only help, -1 that it can only harm: the search for moves leaves out what cannot lead anywhere by that.
 */
const directions = {
  good: 1,
  strong: 1,
  /** Strong, there or both, and not of the ward. */
  'strong, not of the ward': 1,
  there: 1,
  'there, not of the ward': 1,
  'there, strong': 1,
  'there or in the US': 1,
  fresh: 1,
  /** Strong, with no worry of their own: those who can carry a row. */
  cover: 1,
  ...perRoute('good on'),
  ...perRoute('cover on'),
  little: -1,
  /** An unanswered "wouldn't say much" of somebody in whom it is noticed. */
  noticed: -1,
  concerned: -1,
  'concerned, works there': -1,
  smoke: -1,
  /** Smoke of people without a concern. */
  'small smoke': -1,
  ...perDimension(),
  unanswered: -1,
  'paper weak': -1,
  'paper borderline': -1,
  'incident open': -1,
  'incident mended': -1,
  'incident unsafe': -1,
  'incident loud': -1,
  img: -1,
  program: -1,
  'school mixed': -1,
  'school unknown': -1,
} as const;

export type Fact = keyof typeof directions;
export type Facts = Record<Fact, number>;
export const factNames = keysOf(directions);
/** Whether more of it helps. */
export const helps = (fact: Fact): boolean => directions[fact] > 0;

function perRoute<Prefix extends string>(prefix: Prefix) {
  return Object.fromEntries(keysOf(routes).map(route => [`${prefix} ${route}`, 1])) as Record<`${Prefix} ${Route}`, 1>;
}
function perDimension() {
  return Object.fromEntries(keysOf(dimensions).map(one => [`smoke on ${one}`, -1])) as Record<
    `smoke on ${Dimension}`,
    -1
  >;
}

/** The facts of each route and of each dimension, by name: to put a name together takes longer than all that is done with it. */
export const onRoutes = {
  good: keysOf(routes).map(route => `good on ${route}` as const),
  cover: keysOf(routes).map(route => `cover on ${route}` as const),
};
export const onDimensions = keysOf(dimensions).map(dimension => ({
  dimension,
  fact: `smoke on ${dimension}` as const,
}));

const nothing = (): Facts => Object.fromEntries(factNames.map(name => [name, 0])) as Facts;

/** Words are old after so long. */
const FRESH = { months: 18 };
export const isFresh = ({ newestGood }: PersonVoice, today: Temporal.PlainDate): boolean =>
  newestGood !== null && Temporal.PlainDate.compare(newestGood.add(FRESH), today) > 0;

/** Somebody whom a director would ask or hear, with good words. */
export const isGoodVoice = (voice: PersonVoice): boolean => isGood(voice) && isHeard(voice.person);

/** What one person adds to the facts; nothing where the program cannot hear them. */
export function personFacts(voice: PersonVoice, scene: Scene, today: Temporal.PlainDate): Partial<Facts> {
  const { person, stance, smoke, vague } = voice;
  if (!reaches(person, scene)) return {};
  const { program, places } = scene;
  const concerned = smoke.some(entry => entry.stance === 'warn');
  const against = {
    little: Number(stance === 'little'),
    noticed: Number(vague !== null && isNoticed(person)),
    concerned: Number(concerned),
    'concerned, works there': Number(concerned && program !== undefined && worksAt(person, program, places)),
    smoke: Number(smoke.length > 0),
    'small smoke': Number(smoke.length > 0 && !concerned),
    ...Object.fromEntries(
      onDimensions
        .filter(({ dimension }) => smoke.some(entry => speaksAgainst(entry, dimension)))
        .map(({ fact }) => [fact, 1]),
    ),
  };
  const { route } = roles[person.role];
  if (!isGoodVoice(voice) || route === null) return against;
  const there = program !== undefined && isOf(person, program, places);
  const strong = stance === 'at-once';
  const cover = Number(strong && smoke.length === 0);
  const beyondTheWard = !isOfTheWard(person);
  return {
    ...against,
    good: 1,
    strong: Number(strong),
    'strong, not of the ward': Number(strong && beyondTheWard),
    there: Number(there),
    'there, not of the ward': Number(there && beyondTheWard),
    'there, strong': Number(there && strong),
    'there or in the US': Number(there || worksInUs(person, scene) === true),
    fresh: Number(isFresh(voice, today)),
    cover,
    [`good on ${route}`]: 1,
    [`cover on ${route}`]: cover,
  };
}

/** What the answers add. A story whose kind was not said counts as unsafe until it is. */
export function answerFacts({ answers, program, applicantType }: SelfCheck): Partial<Facts> {
  const { paper, incidents, incidentKind: kind } = answers;
  const told = incidents === 'open' || incidents === 'mended';
  const unsafe = told && (kind === undefined || kind === 'unsafe');
  return {
    unanswered: unansweredIn(answers).length,
    'paper weak': Number(paper === 'weak'),
    'paper borderline': Number(paper === 'borderline'),
    'incident open': Number(incidents === 'open'),
    'incident mended': Number(incidents === 'mended'),
    'incident unsafe': Number(unsafe),
    'incident loud': Number(unsafe || (told && kind === 'outburst')),
    img: Number(applicantType === 'img'),
    program: Number(program !== undefined),
    'school mixed': Number(program?.school === 'mixed'),
    'school unknown': Number(program !== undefined && (program.school ?? 'unknown') === 'unknown'),
  };
}

/** What an honest check needs, and has not been answered. */
export const unansweredIn = ({ incidents, paper }: Answers): ('incidents' | 'paper')[] => [
  ...(incidents === undefined ? (['incidents'] as const) : []),
  ...(paper === undefined ? (['paper'] as const) : []),
];

/** The sum of what each adds. */
export function sumOf(parts: readonly Partial<Facts>[]): Facts {
  const sum = nothing();
  for (const part of parts) for (const [name, amount] of Object.entries(part)) sum[name as Fact] += amount;
  return sum;
}
