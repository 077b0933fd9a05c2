import { describe, expect, it } from 'vitest';
import { decideBucket, goodness } from '../../../src/domain/bucket/bucket.ts';
import { afterMoves, movesThatHelp, possibleMoves } from '../../../src/domain/bucket/bucketMoves.ts';
import { changeSince, checked } from '../../../src/domain/bucket/bucketWords.ts';
import { allVoices, knownFrom, type SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import { buckets, incidentStates, keysOf, papers } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import {
  anyMended,
  anyPersonId,
  anySelfCheck,
  dayAt,
  entryBy,
  goodStance,
  person,
  shortStance,
} from './selfCheckCases.ts';

const many = { numRuns: 3000 };
const bucketOf = (check: SelfCheck) => decideBucket(check).bucket;
const howGood = (check: SelfCheck) => goodness(bucketOf(check));

/** The case with one more entry of this stance, about somebody known or somebody new. */
function withEntry(stance: typeof goodStance) {
  const newcomer = fc.tuple(person(fc.constant('new')), entryBy(fc.constant('new'), stance));
  const known = entryBy(anyPersonId, stance);
  return fc.tuple(anySelfCheck, fc.oneof(newcomer, known)).map(([check, added]) => ({
    check,
    more: Array.isArray(added)
      ? { ...check, people: [...check.people, added[0]], entries: [...check.entries, added[1]] }
      : { ...check, entries: [...check.entries, added] },
  }));
}

describe('the generated cases', () => {
  it('fall into every bucket often, and sometimes into none', () => {
    const found = fc.sample(anySelfCheck, { numRuns: 2000, seed: 2027 }).map(bucketOf);
    const share = (bucket: string | null) => found.filter(one => one === bucket).length / found.length;
    for (const bucket of keysOf(buckets)) expect(share(bucket)).toBeGreaterThan(0.03);
    expect(share(null)).toBeGreaterThan(0);
  });
});

describe('the bucket', () => {
  it('is never lowered by a good voice', () => {
    fc.assert(
      fc.property(withEntry(goodStance), ({ check, more }) => {
        expect(howGood(more)).toBeGreaterThanOrEqual(howGood(check));
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

  it('is never raised by a warning or by a voice short of good', () => {
    fc.assert(
      fc.property(withEntry(shortStance), ({ check, more }) => {
        expect(howGood(more)).toBeLessThanOrEqual(howGood(check));
      }),
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
        expect(mended!).toBeLessThanOrEqual(howGood({ ...check, answers: unanswered }));
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
        expect({ ...again, treatedBadly: again.treatedBadly.toSorted() }).toEqual({
          ...result,
          treatedBadly: result.treatedBadly.toSorted(),
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

  it('takes no notice of having been treated badly, but says where', () => {
    fc.assert(
      fc.property(anySelfCheck, entryBy(anyPersonId, fc.constant('treated-badly')), (check, entry) => {
        const result = decideBucket(check);
        const counts = check.people.some(({ id }) => id === entry.contactId);
        expect(decideBucket({ ...check, entries: [...check.entries, entry] })).toEqual({
          ...result,
          treatedBadly: counts ? [...result.treatedBadly, entry.id] : result.treatedBadly,
        });
      }),
      many,
    );
  });

  it('with paper unanswered is never safe without two who would take them at once', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        if (check.answers.paper || knownFrom(check, allVoices(check)).atOnce.length >= 2) return;
        expect(bucketOf(check)).not.toBe('safe');
      }),
      many,
    );
  });

  it('is the worst of its rows, each with a readable sentence', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const { bucket, rows, speaksForYou } = decideBucket(check);
        if (bucket === null) return;
        expect(Math.min(...rows.map(row => goodness(row.bucket)))).toBe(goodness(bucket));
        expect(rows.some(({ rule }) => rule === 'R11')).toBe(bucket === 'safe');
        const grounds = [...rows, ...speaksForYou].flatMap(({ evidence }) => evidence);
        for (const text of [...rows, ...speaksForYou].map(({ sentence }) => sentence)) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/undefined|null|!|—|NaN| {2}|\( *\)/);
        }
        for (const { id, kind, text } of grounds) {
          expect(text).not.toMatch(/undefined|null/);
          if (kind === 'entry') expect(check.entries.some(known => known.id === id)).toBe(true);
        }
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
      { numRuns: 500 },
    );
  });
});

describe('the suggested moves', () => {
  it('give the promised bucket when made, a better one, and no part of a set would do', () => {
    let helped = 0;
    fc.assert(
      fc.property(anySelfCheck, check => {
        for (const { moves, bucket } of movesThatHelp(check, possibleMoves(check, dayAt(30))).slice(0, 10)) {
          helped++;
          expect(bucketOf(afterMoves(check, moves))).toBe(bucket);
          expect(goodness(bucket)).toBeGreaterThan(howGood(check));
          for (const left of moves) {
            const fewer = moves.filter(move => move !== left);
            expect(howGood(afterMoves(check, fewer))).toBeLessThanOrEqual(howGood(check));
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(helped).toBeGreaterThan(100);
  });
});
