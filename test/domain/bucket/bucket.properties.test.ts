import { describe, expect, it } from 'vitest';
import { decideBucket, goodness } from '../../../src/domain/bucket/bucket.ts';
import { changeSince, checked } from '../../../src/domain/bucket/change.ts';
import { type Facts, factNames, helps } from '../../../src/domain/bucket/facts.ts';
import { bucketOf as bucketBy } from '../../../src/domain/bucket/rules/index.ts';
import { allVoices, knownFrom, type SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import type { Person } from '../../../src/domain/bucket/voices.ts';
import type { LogEntry } from '../../../src/domain/notebook.ts';
import { buckets, incidentStates, keysOf, papers, schools } from '../../../src/domain/vocabulary.ts';
import { isLong } from '../../support/long.ts';
import fc from '../../support/properties.ts';
import {
  anyMended,
  anyPersonId,
  anySelfCheck,
  entryBy,
  goodStance,
  noWorry,
  person,
  plus,
  shortStance,
  someWorry,
} from './selfCheckCases.ts';

const many = { numRuns: isLong ? 10_000 : 400 };
const timeout = isLong ? 1_800_000 : 60_000;
const bucketOf = (check: SelfCheck) => decideBucket(check).bucket;
const howGood = (check: SelfCheck) => goodness(bucketOf(check));

/** The case with one more entry, about somebody known or somebody new. */
function withEntry(entryOf: (contactId: fc.Arbitrary<string>) => fc.Arbitrary<LogEntry>) {
  const newcomer = fc
    .tuple(person(fc.constant('new')), entryOf(fc.constant('new')))
    .map(([one, entry]) => ({ people: [one], entries: [entry] }));
  const known = entryOf(anyPersonId).map(entry => ({ entries: [entry] }));
  return fc
    .tuple(anySelfCheck, fc.oneof(newcomer, known))
    .map(([check, added]) => ({ check, more: plus(check, added), entry: added.entries[0]! }));
}

const changed = (check: SelfCheck, id: string, facts: Partial<Person>): SelfCheck => ({
  ...check,
  people: check.people.map(one => (one.id === id ? { ...one, ...facts } : one)),
});

describe('the generated cases', () => {
  it('fall into every bucket often, and sometimes into none', () => {
    const found = fc.sample(anySelfCheck, { numRuns: 2000, seed: 2027 }).map(bucketOf);
    const share = (bucket: string | null) => found.filter(one => one === bucket).length / found.length;
    for (const bucket of keysOf(buckets)) expect(share(bucket)).toBeGreaterThan(0.03);
    expect(share(null)).toBeGreaterThan(0);
  });
});

describe('the bucket', { timeout }, () => {
  it('is never lowered by a good voice without a worry', () => {
    fc.assert(
      fc.property(
        withEntry(id => entryBy(id, goodStance, noWorry)),
        ({ check, more }) => {
          expect(howGood(more)).toBeGreaterThanOrEqual(howGood(check));
        },
      ),
      many,
    );
  });

  it('is never lowered by the letter or a place of a good voice without a worry', () => {
    const told = fc.oneof(
      fc.constant({ letter: true }),
      fc.constantFrom('Lakeside', 'Home', 'Hill').map(place => ({ place })),
      fc.constant({ trainedAt: ['Lakeside', 'Hill'] }),
      fc.constant({ knownAt: ['Lakeside', 'Hill'] }),
    );
    fc.assert(
      fc.property(anySelfCheck, told, (check, facts) => {
        for (const { person: one, stance, smoke } of allVoices(check)) {
          const isWithoutWorry = (stance === 'good' || stance === 'at-once') && smoke.length === 0;
          if (!isWithoutWorry || ('place' in facts && one.place)) continue;
          expect(howGood(changed(check, one.id, facts))).toBeGreaterThanOrEqual(howGood(check));
        }
      }),
      many,
    );
  });

  it('is never lowered by closing a loose end', () => {
    fc.assert(
      fc.property(anySelfCheck, anyMended, (check, closed) => {
        expect(howGood({ ...check, mended: [...check.mended, closed] })).toBeGreaterThanOrEqual(howGood(check));
      }),
      many,
    );
  });

  it('is never lowered by better paper, nor by answering that it is solid', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const { paper: _, ...unanswered } = check.answers;
        const [solid, borderline, weak] = keysOf(papers).map(paper =>
          howGood({ ...check, answers: { ...unanswered, paper } }),
        );
        expect(solid!).toBeGreaterThanOrEqual(borderline!);
        expect(borderline!).toBeGreaterThanOrEqual(weak!);
        expect(solid!).toBeGreaterThanOrEqual(howGood({ ...check, answers: unanswered }));
      }),
      many,
    );
  });

  it('is never raised by a concern or by words short of good', () => {
    fc.assert(
      fc.property(
        withEntry(id => entryBy(id, shortStance)),
        ({ check, more }) => {
          expect(howGood(more)).toBeLessThanOrEqual(howGood(check));
        },
      ),
      many,
    );
  });

  it('is never raised by a worry that nothing answers, even with good words', () => {
    fc.assert(
      fc.property(
        withEntry(id => entryBy(id, goodStance, someWorry)),
        ({ check, more, entry }) => {
          if (!allVoices(more).some(({ smoke }) => smoke.includes(entry))) return;
          expect(howGood(more)).toBeLessThanOrEqual(howGood(check));
        },
      ),
      many,
    );
  });

  it('is never raised by an incident', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const { incidents: _, ...unanswered } = check.answers;
        const [none, mended, open] = keysOf(incidentStates).map(incidents =>
          howGood({ ...check, answers: { ...unanswered, incidents } }),
        );
        expect(mended!).toBeLessThanOrEqual(none!);
        expect(open!).toBeLessThanOrEqual(mended!);
        expect(none!).toBeGreaterThanOrEqual(howGood({ ...check, answers: unanswered }));
      }),
      many,
    );
  });

  it('is never lowered by a school that is known better', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        if (!check.program) return;
        const { program } = check;
        const [known, unknown, mixed] = keysOf(schools).map(school =>
          howGood({ ...check, program: { ...program, school } }),
        );
        expect(known!).toBeGreaterThanOrEqual(Math.max(unknown!, mixed!));
      }),
      many,
    );
  });

  it('does not depend on the order of entries, nor of closed loose ends; only the order of names follows the people', () => {
    const shuffled = anySelfCheck.chain(check =>
      fc.record({
        check: fc.constant(check),
        entries: fc.shuffledSubarray([...check.entries], { minLength: check.entries.length }),
        mended: fc.shuffledSubarray([...check.mended], { minLength: check.mended.length }),
        people: fc.shuffledSubarray([...check.people], { minLength: check.people.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ check, entries, mended, people }) => {
        const result = decideBucket(check);
        const again = decideBucket({ ...check, entries, mended });
        expect({ ...again, mistreated: again.mistreated.toSorted() }).toEqual({
          ...result,
          mistreated: result.mistreated.toSorted(),
        });
        const otherPeople = decideBucket({ ...check, people });
        expect(otherPeople.rows.map(row => row.rule)).toEqual(result.rows.map(row => row.rule));
        expect(checked(otherPeople)).toEqual(checked(result));
      }),
      many,
    );
  });

  it('takes no notice of people whom the user removed', () => {
    fc.assert(
      fc.property(anySelfCheck, fc.subarray(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']), (check, removed) => {
        const marked = check.people.map(one => ({ ...one, removed: removed.includes(one.id) }));
        const without = check.people.filter(one => !removed.includes(one.id));
        expect(decideBucket({ ...check, people: marked })).toEqual(decideBucket({ ...check, people: without }));
      }),
      many,
    );
  });

  it('takes no notice of having been mistreated, but says where', () => {
    fc.assert(
      fc.property(anySelfCheck, entryBy(anyPersonId, fc.constant('treated-badly')), (check, entry) => {
        const result = decideBucket(check);
        const counts = check.people.some(({ id }) => id === entry.contactId);
        expect(decideBucket(plus(check, { entries: [entry] }))).toEqual({
          ...result,
          mistreated: counts ? [...result.mistreated, entry.id] : result.mistreated,
        });
      }),
      many,
    );
  });

  it('takes no notice of how a place is spelled, after the one question', () => {
    const spellings: Record<string, string[]> = {
      Lakeside: ['LAKESIDE', 'Lakeside Medical Center'],
      ' lakeside': ['Lákeside'],
      'St. Mary': ['Saint Mary', 'st-mary'],
      Hill: ['hill.', 'Hill Univ'],
    };
    fc.assert(
      fc.property(anySelfCheck, fc.nat(1), (check, which) => {
        const spelled = (place: string) => spellings[place]?.at(which) ?? spellings[place]?.[0] ?? place;
        const otherwise: SelfCheck = {
          ...check,
          people: check.people.map(one => ({
            ...one,
            ...(one.place && { place: spelled(one.place) }),
            trainedAt: one.trainedAt?.map(spelled) ?? [],
            knownAt: one.knownAt?.map(spelled) ?? [],
          })),
          answers: {
            ...check.answers,
            alike: [
              ...(check.answers.alike ?? []),
              { one: 'Lakeside', other: 'Lakeside Medical Center', same: true },
              { one: 'Hill University', other: 'Hill', same: true },
            ],
          },
        };
        const rules = (one: SelfCheck) => decideBucket(one).rows.map(({ rule }) => rule);
        expect(rules(otherwise)).toEqual(rules(check));
      }),
      many,
    );
  });

  it('is the worst of its rows, each with a readable sentence and grounds that stand behind no other', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const { bucket, rows, speaksForYou, answered, firmer } = decideBucket(check);
        if (bucket === null) return;
        expect(Math.min(...rows.map(row => goodness(row.bucket)))).toBe(goodness(bucket));
        expect(rows.some(({ rule }) => rule === 'R15')).toBe(bucket === 'safe');
        for (const text of [
          ...rows.map(one => one.sentence),
          ...speaksForYou.map(one => one.sentence),
          ...answered,
          ...firmer,
        ]) {
          expect(text).toMatch(/^[A-Z0-9].*\.$/);
          expect(text).not.toMatch(/undefined|null|!|—|NaN| {2}|\( *\)|\bR\d/);
        }
        const ids = rows.flatMap(({ evidence }) => evidence.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, kind, text } of [...rows, ...speaksForYou].flatMap(({ evidence }) => evidence)) {
          expect(text).not.toMatch(/undefined|null/);
          if (kind === 'entry') expect(check.entries.some(known => known.id === id)).toBe(true);
        }
      }),
      many,
    );
  });

  it('says one fact once: who is not known has no row about routes, the US or age beside it', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const rules = decideBucket(check).rows.map(({ rule }) => rule);
        const silenced = (by: string, ...others: string[]) =>
          expect(rules.includes(by) && others.some(one => rules.includes(one))).toBe(false);
        silenced('R10', 'R7', 'R8', 'R9', 'R13');
        if (bucketOf(check) !== null && knownFrom(check).good.length < 2) silenced('R7', 'R8', 'R9', 'R13');
      }),
      many,
    );
  });

  it('compared with itself has not changed', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const now = checked(decideBucket(check));
        expect(changeSince({ ...now, when: '9:10' }, now).kind).toBe('same');
      }),
      many,
    );
  });
});

describe('the table', { timeout }, () => {
  it('never gives a worse bucket for more of what helps, or less of what harms: the search for moves trusts in that', () => {
    fc.assert(
      fc.property(anySelfCheck, anySelfCheck, (one, other) => {
        const [a, b] = [knownFrom(one).facts, knownFrom(other).facts];
        const better = Object.fromEntries(
          factNames.map(name => [name, helps(name) ? Math.max(a[name], b[name]) : Math.min(a[name], b[name])]),
        ) as Facts;
        expect(goodness(bucketBy(better))).toBeGreaterThanOrEqual(goodness(bucketBy(a)));
      }),
      many,
    );
  });
});
