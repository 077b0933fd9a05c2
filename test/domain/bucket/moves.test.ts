import { describe, expect, it } from 'vitest';
import { decideBucket, goodness } from '../../../src/domain/bucket/bucket.ts';
import type { Choice } from '../../../src/domain/bucket/moves/choices.ts';
import { choicesFor, smallestMoves } from '../../../src/domain/bucket/moves/index.ts';
import { afterMoves } from '../../../src/domain/bucket/moves/move.ts';
import { bucketOf as bucketBy } from '../../../src/domain/bucket/rules/index.ts';
import { knownFrom, type SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import type { Role } from '../../../src/domain/vocabulary.ts';
import { keysOf, roles, sayableRoles } from '../../../src/domain/vocabulary.ts';
import { isLong } from '../../support/long.ts';
import fc from '../../support/properties.ts';
import { expectReadable } from '../expectations.ts';
import { anySelfCheck, entry, plus, selfCheck, TODAY, voice } from './selfCheckCases.ts';

const tomorrow = TODAY.add({ days: 1 });
const howGood = (check: SelfCheck) => goodness(decideBucket(check).bucket);
const movesFor = (check: SelfCheck) => smallestMoves(check, tomorrow);
const many = { numRuns: isLong ? 10_000 : 150 };
const timeout = isLong ? 1_800_000 : 60_000;

/** Whether no step can help: the paper, or a story that was unsafe, is beyond what a person could do now. */
const isBeyond = ({ answers: { paper, incidents, incidentKind } }: SelfCheck) =>
  paper === 'weak' || (incidents === 'open' && incidentKind === 'unsafe');

describe('the suggested moves', { timeout }, () => {
  it('give the promised bucket when made, a better one, and no part of a set would do', () => {
    let helped = 0;
    fc.assert(
      fc.property(anySelfCheck, check => {
        const set = movesFor(check);
        if (!set) return;
        helped++;
        const { answers, steps, bucket } = set;
        expect(decideBucket(afterMoves(check, [...answers, ...steps])).bucket).toBe(bucket);
        expect(goodness(bucket)).toBeGreaterThan(howGood(check));
        for (const left of steps) {
          const fewer = steps.filter(move => move !== left);
          expect(howGood(afterMoves(check, [...answers, ...fewer]))).toBeLessThan(goodness(bucket));
        }
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        for (const { text } of [...answers, ...steps]) expectReadable(text.replaceAll('St. Mary', 'St Mary'));
      }),
      many,
    );
    expect(helped).toBeGreaterThan(50);
  });

  it('are offered with every result short of safe, unless the paper is weak or an unsafe story is open', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const { bucket } = decideBucket(check);
        if (bucket === null || bucket === 'safe') return;
        expect(movesFor(check) !== null || isBeyond(check)).toBe(true);
      }),
      many,
    );
  });

  it('are as few as can be, by trying every set of two', () => {
    fc.assert(
      fc.property(anySelfCheck, check => {
        const { bucket } = decideBucket(check);
        if (bucket === null || bucket === 'safe') return;
        const set = movesFor(check);
        const answered = afterMoves(check, set?.answers ?? []);
        const singles = choicesFor(answered, tomorrow).flatMap(choices =>
          choices.filter(({ moves }) => moves.length === 1),
        );
        const isBetter = (choices: readonly Choice[]) =>
          howGood(
            afterMoves(
              answered,
              choices.flatMap(({ moves }) => moves),
            ),
          ) > howGood(check);
        const size = set?.steps.length ?? Number.POSITIVE_INFINITY;
        if (size > 1) for (const one of singles) expect(isBetter([one])).toBe(false);
        if (size > 2)
          for (const [index, one] of singles.entries())
            for (const other of singles.slice(index + 1, index + 12))
              if (one.moves[0]?.personId !== other.moves[0]?.personId || one.moves[0]?.personId === null)
                expect(isBetter([one, other])).toBe(false);
      }),
      { numRuns: isLong ? 500 : 25 },
    );
  });

  const answered = { paper: 'solid', incidents: 'none' } as const;
  const known = (amount: number) => [
    ...Array.from({ length: amount }, (_, index) =>
      voice(index % 2 ? 'attending' : 'chief', 'at-once', { place: 'Home' }),
    ),
  ];
  const us = { applicantType: 'us-md', answers: answered } as const;

  it('close the one loose end that holds a safe applicant back', () => {
    const check = selfCheck([...known(4), voice('nurse', 'little', { worry: 'reliability', id: 'nurse' })], us);
    expect(movesFor(check)).toMatchObject({
      bucket: 'safe',
      steps: [{ text: 'Close the loose end with Name of nurse.' }],
    });
  });

  it('log what someone saw who is known and of whom nothing is logged, before anyone new', () => {
    const silent = { people: voice('dean', 'good', { id: 'dean' }).people };
    const check = selfCheck([voice('chief', 'at-once', { place: 'Home' }), silent], us);
    expect(movesFor(check)?.steps.map(({ kind, personId }) => [kind, personId])).toEqual([['log', 'dean']]);
  });

  it('name a place, or say that it is in the US, where nothing else is missing', () => {
    const img = { applicantType: 'img', answers: answered } as const;
    const nowhere = selfCheck([voice('attending', 'at-once'), voice('chief', 'at-once')], img);
    expect(movesFor(nowhere)?.steps.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Say where .* works now\.$/),
    ]);
    const unsaid = selfCheck([voice('attending', 'at-once', { place: 'Mercy' }), voice('chief', 'at-once')], img);
    const there = plus(unsaid, voice('chief', 'at-once', { place: 'Mercy' }));
    expect(
      movesFor({ ...there, people: there.people.slice(0, 1).concat(there.people.slice(2)) })?.steps.map(
        ({ text }) => text,
      ),
    ).toEqual(['Say whether Mercy is in the US.']);
  });

  it('send nobody to someone who mistreated them: what is open there goes to the dean or the ombuds', () => {
    const rough = voice('resident', 'warn', { id: 'rough', place: 'Home' });
    const check = plus(selfCheck([...known(2), rough], us), { entries: [entry('rough', 'treated-badly', 3)] });
    const [first] = movesFor(check)?.steps ?? [];
    expect(first).toMatchObject({ step: { does: 'read', piece: 'mistreated' } });
    expect(first?.text).toContain('ombuds');
  });

  it('go beyond five where it takes more', () => {
    const vague = Array.from({ length: 14 }, () => voice('resident', 'little', { place: 'Home' }));
    const set = movesFor(selfCheck(vague, us));
    expect(set?.bucket).toBe('safe');
    expect(set?.steps).toHaveLength(8);
  });

  it('take what is unanswered to be answered well, and never count it', () => {
    const check = selfCheck([voice('chief', 'at-once', { place: 'Home' })], { applicantType: 'us-md' });
    expect(movesFor(check)).toMatchObject({
      answers: [{ id: 'answer:incidents' }, { id: 'answer:paper' }],
      steps: [{ kind: 'new' }],
    });
  });

  it('are none with weak paper, or an unsafe story that is open', () => {
    expect(movesFor(selfCheck(known(4), { ...us, answers: { ...answered, paper: 'weak' } }))).toBeNull();
    const unsafe = { ...answered, incidents: 'open', incidentKind: 'unsafe' } as const;
    expect(movesFor(selfCheck(known(4), { ...us, answers: unsafe }))).toBeNull();
  });
});

/** 500 entries about 60 people of every role and at many places, none of them at the program. */
function crowd(stances: readonly ('at-once' | 'good' | 'little' | 'warn')[], more: Partial<SelfCheck>): SelfCheck {
  const places = ['Home', 'Mercy', 'Hill', 'Abroad', 'St. Mary', undefined];
  const people = Array.from({ length: 60 }, (_, index) => {
    const role: Role = keysOf(roles)[index % keysOf(roles).length]!;
    const place = places[index % places.length];
    return voice(role, stances[index % stances.length]!, {
      id: `p${index}`,
      ...(place && { place }),
      day: index % 4 === 0 ? -700 : index % 30,
      ...(index % 7 === 0 && { worry: 'team-fit' as const }),
      trainedAt: index % 9 === 0 ? ['Hill'] : [],
    });
  });
  const entries = Array.from({ length: 440 }, (_, index) => {
    const day = (index % 60) % 4 === 0 ? -700 : index % 30;
    return entry(`p${index % 60}`, stances[(index % 60) % stances.length]!, day);
  });
  return selfCheck([...people, { entries }], { program: { name: 'Lakeside', market: 'outside' }, ...more });
}

describe('the search', () => {
  const answered = { paper: 'borderline', incidents: 'none' } as const;
  it.each<[string, SelfCheck]>([
    ['good words only', crowd(['good'], { answers: answered })],
    ['mixed words', crowd(['good', 'little', 'at-once', 'good', 'good'], { answers: answered })],
    ['concerns everywhere', crowd(['good', 'warn', 'little'], { answers: answered })],
    ['weak paper', crowd(['good', 'at-once'], { answers: { ...answered, paper: 'weak' } })],
    ['nothing answered', crowd(['good', 'little'], { answers: {} })],
    [
      'an open story, overall',
      crowd(['good', 'little'], { answers: { ...answered, incidents: 'open', incidentKind: 'complaint' } }),
    ],
    ['a mended story', crowd(['little', 'little', 'good'], { answers: { ...answered, incidents: 'mended' } })],
  ])('of 500 entries about 60 people takes under 50 ms: %s', (_, check) => {
    // What it takes itself: a machine that is busy with others takes longer, and that is none of it.
    const times = Array.from({ length: 10 }, () => {
      const before = process.cpuUsage();
      movesFor(check);
      return process.cpuUsage(before).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it('offers every role that can be said', () => {
    expect(keysOf(sayableRoles)).not.toContain('other');
    expect(bucketBy(knownFrom(selfCheck([])).facts)).toBe('rank-only');
  });
});
