import type { Answers, Program, SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import type { Mended, Person } from '../../../src/domain/bucket/voices.ts';
import type { LogEntry } from '../../../src/domain/notebook.ts';
import type { Dimension, Role, Stance } from '../../../src/domain/vocabulary.ts';
import {
  applicantTypes,
  dimensions,
  incidentKinds,
  incidentStates,
  keysOf,
  markets,
  papers,
  roles,
  schools,
  stances,
} from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';

const firstDay = Temporal.PlainDate.from('2026-05-01');

/** The day so many days after 1 May 2026. */
export const dayAt = (days: number) => firstDay.add({ days });
/** The day of every check. */
export const TODAY = dayAt(100);

let nextId = 0;

type Facts = Partial<Omit<Person, 'id' | 'name' | 'role'>> & { worry?: Dimension; id?: string; day?: number };

/** One person and one entry about them, to be merged into a self-check. */
export function voice(role: Role, stance: Stance, more: Facts = {}): { people: Person[]; entries: LogEntry[] } {
  const { id = `person-${nextId++}`, worry, day = 0, ...facts } = more;
  return { people: [{ id, name: `Name of ${id}`, role, ...facts }], entries: [entry(id, stance, day, worry)] };
}

/** The time at which something was logged: only the order counts. */
const loggedAt = (order: number) => Temporal.Instant.fromEpochMilliseconds(order);
const nothingMore = { dimensions: [], sentence: null, place: null };

export function entry(contactId: string, stance: Stance, day: number, worry: Dimension | null = null): LogEntry {
  const id = `entry-${nextId++}`;
  return { ...nothingMore, id, contactId, day: dayAt(day), stance, worry, loggedAt: loggedAt(nextId) };
}

type Voices = { people?: Person[]; entries?: LogEntry[] };

/** Without more, an IMG overall who has answered nothing. */
export function selfCheck(voices: Voices[], more: Partial<Omit<SelfCheck, 'people' | 'entries'>> = {}): SelfCheck {
  return {
    people: voices.flatMap(({ people = [] }) => people),
    entries: voices.flatMap(({ entries = [] }) => entries),
    mended: [],
    answers: {},
    programs: more.program ? [more.program.name] : [],
    applicantType: 'img',
    today: TODAY,
    ...more,
  };
}

/** The check with these voices too. */
export const plus = (check: SelfCheck, ...more: Voices[]): SelfCheck => ({
  ...check,
  people: [...check.people, ...more.flatMap(({ people = [] }) => people)],
  entries: [...check.entries, ...more.flatMap(({ entries = [] }) => entries)],
});

// Generated cases: few people, places and days, so that what could collide does.

const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const anyPlace = fc.constantFrom('Home', 'Lakeside', ' lakeside', 'Lakeside Hospital', 'Hill', 'St. Mary');

const anyDay = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: -800, max: -300 }) },
  )
  .map(dayAt);
export const goodStance = fc.constantFrom<Stance>('at-once', 'good');
export const shortStance = fc.constantFrom<Stance>('little', 'warn');
export const someWorry = fc.constantFrom(...keysOf(dimensions));
export const noWorry = fc.constant(undefined);

export function person(id: fc.Arbitrary<string>): fc.Arbitrary<Person> {
  return fc
    .record({
      id,
      role: fc.constantFrom(...keysOf(roles)),
      place: maybe(anyPlace),
      knownAt: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(['Lakeside', 'Hill'])),
      trainedAt: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(['Lakeside', 'Hill'])),
      letter: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    })
    .map(({ place, ...rest }) => ({ ...rest, name: `Name of ${rest.id}`, ...(place && { place }) }));
}

export function entryBy(
  contactId: fc.Arbitrary<string>,
  stance: fc.Arbitrary<Stance>,
  worry: fc.Arbitrary<Dimension | undefined> = fc.oneof({ weight: 4, arbitrary: noWorry }, someWorry),
): fc.Arbitrary<LogEntry> {
  return fc
    .record({ contactId, stance, day: anyDay, order: fc.nat(3), worry, id: fc.uuid() })
    .map(({ order, worry: about, ...rest }) => ({
      ...nothingMore,
      ...rest,
      worry: about ?? null,
      loggedAt: loggedAt(order),
    }));
}

export const anyPersonId = fc.constantFrom(...ids);
export const anyMended: fc.Arbitrary<Mended> = fc.record({ contactId: anyPersonId, day: anyDay });

const anyProgram: fc.Arbitrary<Program> = fc
  .record({
    name: fc.constantFrom('Lakeside', 'Hill'),
    market: fc.constantFrom(...keysOf(markets)),
    school: maybe(fc.constantFrom(...keysOf(schools))),
  })
  .map(({ school, ...rest }) => ({ ...rest, ...(school && { school }) }));

/** Mostly answered, and mostly well, so that a safe result is not rare. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    paper: fc.oneof({ weight: 6, arbitrary: fc.constant('solid' as const) }, maybe(fc.constantFrom(...keysOf(papers)))),
    incidents: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      maybe(fc.constantFrom(...keysOf(incidentStates))),
    ),
    incidentKind: maybe(fc.constantFrom(...keysOf(incidentKinds))),
    ownSchool: maybe(fc.constant('Home')),
    alike: maybe(fc.boolean().map(same => [{ one: 'Lakeside Hospital', other: 'Lakeside', same }])),
    inUs: maybe(fc.boolean().map(inUs => [{ place: 'St Mary', inUs }])),
  })
  .map(answers => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)));

const anyOf = (weights: Partial<Record<Stance, number>>) =>
  fc.oneof(...keysOf(stances).map(stance => ({ weight: weights[stance] ?? 0, arbitrary: fc.constant(stance) })));

/** So many people and entries, with so many worries among ten. */
const notebookOf = (least: number, stance: fc.Arbitrary<Stance>, worries: number): fc.Arbitrary<SelfCheck> =>
  fc
    .record({
      people: fc
        .tuple(...ids.map(id => person(fc.constant(id))))
        .chain(people => fc.subarray(people, { minLength: least })),
      entries: fc.array(
        entryBy(
          fc.constantFrom(...ids, 'nobody'),
          stance,
          fc.oneof({ weight: 10 - worries, arbitrary: noWorry }, { weight: worries, arbitrary: someWorry }),
        ),
        { minLength: 2 * least, maxLength: 14, size: 'max' },
      ),
      mended: fc.array(anyMended, { maxLength: 3 }),
      answers: anyAnswers,
      program: maybe(anyProgram),
      programs: fc.subarray(['Lakeside', 'Hill']),
      applicantType: fc.constantFrom(...keysOf(applicantTypes)),
      today: fc.constant(TODAY),
    })
    .map(({ program, ...rest }) => ({ ...rest, ...(program && { program }) }));

/** Few who are known and many, with nothing to fear and with a good deal, so that every row of the table comes up. */
export const anySelfCheck: fc.Arbitrary<SelfCheck> = fc.oneof(
  { weight: 12, arbitrary: notebookOf(0, anyOf({ 'at-once': 5, good: 5, little: 1, warn: 1, 'treated-badly': 1 }), 1) },
  { weight: 16, arbitrary: notebookOf(5, anyOf({ 'at-once': 6, good: 5 }), 0) },
  { weight: 16, arbitrary: notebookOf(6, anyOf({ 'at-once': 9, good: 2, little: 1, warn: 1 }), 1) },
  { weight: 4, arbitrary: notebookOf(6, anyOf({ 'at-once': 4, little: 3, warn: 3 }), 5) },
  {
    weight: 1,
    arbitrary: notebookOf(0, fc.constant('good'), 0).map(check => ({ ...check, entries: [], answers: {} })),
  },
);
