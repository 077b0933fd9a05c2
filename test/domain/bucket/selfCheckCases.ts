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

let nextId = 0;

/** One person and one entry about them, to be merged into a self-check. */
export function voice(
  role: Role,
  stance: Stance,
  more: { place?: string; worry?: Dimension; knownAt?: string[]; id?: string; day?: number } = {},
): { people: Person[]; entries: LogEntry[] } {
  const id = more.id ?? `person-${nextId++}`;
  const { place, knownAt, worry, day = 0 } = more;
  return {
    people: [{ id, name: `Name of ${id}`, role, ...(place && { place }), ...(knownAt && { knownAt }) }],
    entries: [entry(id, stance, day, worry)],
  };
}

/** The time at which something was logged: only the order counts. */
const loggedAt = (order: number) => Temporal.Instant.fromEpochMilliseconds(order);
const nothingMore = { dimensions: [], sentence: null, place: null };

export function entry(contactId: string, stance: Stance, day: number, worry: Dimension | null = null): LogEntry {
  const id = `entry-${nextId++}`;
  return { ...nothingMore, id, contactId, day: dayAt(day), stance, worry, loggedAt: loggedAt(nextId) };
}

export function selfCheck(
  voices: { people?: Person[]; entries?: LogEntry[] }[],
  more: { answers?: Answers; program?: Program; mended?: Mended[]; applicantType?: SelfCheck['applicantType'] } = {},
): SelfCheck {
  return {
    people: voices.flatMap(({ people = [] }) => people),
    entries: voices.flatMap(({ entries = [] }) => entries),
    mended: more.mended ?? [],
    answers: more.answers ?? {},
    applicantType: more.applicantType ?? 'img',
    ...(more.program && { program: more.program }),
  };
}

// Generated cases: few people, places and days, so that what could collide does.

const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const anyPlace = fc.constantFrom('Home', 'Lakeside', ' lakeside', 'Hill');

const anyDay = fc.integer({ min: 0, max: 6 }).map(dayAt);
export const goodStance = fc.constantFrom<Stance>('at-once', 'good');
export const shortStance = fc.constantFrom<Stance>('little', 'warn');
export const anyWorry = maybe(fc.constantFrom(...keysOf(dimensions)));

export function person(id: fc.Arbitrary<string>): fc.Arbitrary<Person> {
  return fc
    .record({
      id,
      role: fc.constantFrom(...keysOf(roles)),
      place: maybe(anyPlace),
      knownAt: fc.subarray(['Lakeside', 'Hill']),
    })
    .map(({ place, ...rest }) => ({ ...rest, name: `Name of ${rest.id}`, ...(place && { place }) }));
}

export function entryBy(contactId: fc.Arbitrary<string>, stance: fc.Arbitrary<Stance>): fc.Arbitrary<LogEntry> {
  return fc
    .record({ contactId, stance, day: anyDay, order: fc.nat(3), worry: anyWorry, id: fc.uuid() })
    .map(({ order, worry, ...rest }) => ({ ...nothingMore, ...rest, worry: worry ?? null, loggedAt: loggedAt(order) }));
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

const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    paper: maybe(fc.constantFrom(...keysOf(papers))),
    incidents: maybe(fc.constantFrom(...keysOf(incidentStates))),
    incidentKind: maybe(fc.constantFrom(...keysOf(incidentKinds))),
  })
  .map(answers => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)));

/** Mostly good words, so that all three buckets come up. */
const mixedStance = fc.oneof(
  { weight: 8, arbitrary: goodStance },
  { weight: 1, arbitrary: fc.constantFrom(...keysOf(stances)) },
);

export const anySelfCheck: fc.Arbitrary<SelfCheck> = fc
  .record({
    people: fc.tuple(...ids.map(id => person(fc.constant(id)))).chain(people => fc.subarray(people)),
    entries: fc.array(entryBy(fc.constantFrom(...ids, 'nobody'), mixedStance), { maxLength: 14, size: 'max' }),
    mended: fc.array(anyMended, { maxLength: 3 }),
    answers: anyAnswers,
    program: maybe(anyProgram),
    applicantType: fc.constantFrom(...keysOf(applicantTypes)),
  })
  .map(({ program, ...rest }) => ({ ...rest, ...(program && { program }) }));
