import { describe, expect, it } from 'vitest';
import { auditOf, auditStates } from '../../../src/domain/audit/audit.ts';
import { auditQuestions } from '../../../src/domain/audit/auditQuestions.ts';
import type { AuditAnswer, LogEntry } from '../../../src/domain/notebook.ts';
import type { Dimension, OwnAnswer } from '../../../src/domain/vocabulary.ts';
import { auditAnswers, dimensions, keysOf } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import {
  anyMended,
  anyPersonId,
  anySelfCheck,
  dayAt,
  entry,
  entryBy,
  goodStance,
  noWorry,
  someWorry,
} from '../bucket/selfCheckCases.ts';
import { expectPieces, expectReadable } from '../expectations.ts';

const people = ['ana', 'lee'].map(id => ({ id, name: `Name of ${id}`, role: 'nurse' as const }));
const saw = (one: LogEntry, ...seen: Dimension[]): LogEntry => ({ ...one, dimensions: seen });
const answer = (dimension: Dimension, own: OwnAnswer, day = 0): AuditAnswer => ({
  id: 'answer',
  dimension,
  answer: own,
  day: dayAt(day),
});
const allAlways = keysOf(dimensions).map(dimension => answer(dimension, 'always'));
const lineOf = (audit: ReturnType<typeof auditOf>, dimension: Dimension) =>
  audit.lines.find(line => line.dimension === dimension)!;

describe('the questions', () => {
  it.each(keysOf(dimensions))('on %s are two, with one practice for this week and a piece', dimension => {
    const { questions, practice, advice } = auditQuestions[dimension];
    for (const text of [...questions, practice]) expectReadable(text);
    expect(questions.every(question => question.endsWith('?'))).toBe(true);
    expectPieces([advice]);
  });

  it('on reliability are about closing loops', () => {
    expect(auditQuestions.reliability.theme).toBe('closing loops');
  });
});

describe('the audit', () => {
  it('of an empty notebook says that what is unknown counts as weak', () => {
    const { answer, lines } = auditOf([], [], []);
    expect(answer).toBe(
      'Look at reliability first. You have not answered, and nobody in your log speaks of it. What is unknown counts as weak.',
    );
    expect(lines.map(({ state }) => state)).toEqual(Array(5).fill('unknown'));
  });

  it('sets an own answer against a worry in the log, and the worry wins', () => {
    const audit = auditOf(allAlways, people, [entry('ana', 'little', 2, 'team-fit')]);
    expect(audit.weakest).toMatchObject({ dimension: 'team-fit', state: 'worry', own: 'always', for: [] });
    expect(audit.weakest.against.map(({ text }) => text)).toEqual([
      "Name of ana, wouldn't say much, Sun, May 3, 2026 (still open)",
    ]);
    expect(audit.answer).toBe('Look at team fit first. One person has a worry about it that is still open.');
  });

  it('counts a worry that came with good words', () => {
    expect(auditOf(allAlways, people, [entry('ana', 'good', 2, 'work-ethic')]).weakest.dimension).toBe('work-ethic');
  });

  it('puts two people with one worry before one', () => {
    const both = [entry('ana', 'little', 2, 'professionalism'), entry('lee', 'little', 2, 'professionalism')];
    const audit = auditOf([], people, [entry('ana', 'little', 1, 'reliability'), ...both]);
    expect(audit.weakest).toMatchObject({ dimension: 'professionalism', state: 'several-worries', openWorries: 2 });
  });

  it('takes a worry as answered by a closed loose end, or by good words on a later day', () => {
    const worry = entry('ana', 'little', 2, 'reliability');
    const stateOf = (audit: ReturnType<typeof auditOf>) => lineOf(audit, 'reliability').state;
    expect(stateOf(auditOf(allAlways, people, [worry], [{ contactId: 'ana', day: dayAt(3) }]))).toBe('not-seen');
    expect(stateOf(auditOf(allAlways, people, [worry, entry('ana', 'good', 3)]))).toBe('not-seen');
    expect(stateOf(auditOf(allAlways, people, [worry, entry('ana', 'good', 2)]))).toBe('worry');
    const mixedDay = [entry('ana', 'good', 3), entry('ana', 'warn', 3, 'team-fit')];
    expect(stateOf(auditOf(allAlways, people, [worry, ...mixedDay]))).toBe('worry');
    expect(stateOf(auditOf(allAlways, people, [worry, entry('lee', 'good', 3)]))).toBe('worry');
    expect(stateOf(auditOf(allAlways, people, [worry], [{ contactId: 'ana', day: dayAt(1) }]))).toBe('worry');
  });

  it('says what only the user says, and what somebody saw', () => {
    const audit = auditOf(allAlways, people, [saw(entry('ana', 'good', 1), 'reliability')]);
    expect(lineOf(audit, 'reliability')).toMatchObject({ state: 'always', for: [{ kind: 'entry' }] });
    expect(audit.weakest).toMatchObject({ dimension: 'clinical-sense', state: 'not-seen' });
  });

  it('goes by the newest own answer', () => {
    const answers = [answer('reliability', 'mostly', 5), answer('reliability', 'not-yet', 1)];
    expect(lineOf(auditOf(answers, people, []), 'reliability').own).toBe('mostly');
  });

  it('finds nothing weak where all is answered and seen', () => {
    const seen = saw(entry('ana', 'at-once', 1), ...keysOf(dimensions));
    expect(auditOf(allAlways, people, [seen]).answer).toMatch(/^Nothing stands out\./);
  });

  it('takes no notice of having been treated badly, nor of people who were removed', () => {
    const [ana] = people;
    const rough = saw(entry('ana', 'treated-badly', 1, 'team-fit'), 'reliability');
    expect(auditOf([], people, [rough])).toEqual(auditOf([], people, []));
    const worry = entry('ana', 'warn', 1, 'team-fit');
    expect(auditOf([], [{ ...ana!, removed: true }], [worry])).toEqual(auditOf([], [], []));
  });
});

describe('every audit', () => {
  const anyDimension = fc.constantFrom(...keysOf(dimensions));
  const anySeen = fc.subarray([...keysOf(dimensions)]);
  const anyLogged = fc.tuple(
    entryBy(anyPersonId, fc.constantFrom('at-once', 'good', 'little', 'warn', 'treated-badly')),
    anySeen,
  );
  const anyCase = fc.record({
    people: anySelfCheck.map(check => check.people),
    answers: fc.array(
      fc.tuple(anyDimension, fc.constantFrom(...keysOf(auditAnswers))).map(([one, own]) => answer(one, own)),
      { maxLength: 6 },
    ),
    entries: fc.array(
      anyLogged.map(([one, seen]) => saw(one, ...seen)),
      { maxLength: 8 },
    ),
    mended: fc.array(anyMended, { maxLength: 2 }),
  });
  const place = (state: string) => auditStates.findIndex(({ id }) => id === state);

  it('has its weakest line by the rule, says why, and comes to every state', () => {
    const states = new Set<string>();
    fc.assert(
      fc.property(anyCase, ({ people, answers, entries, mended }) => {
        const { answer, weakest, lines } = auditOf(answers, people, entries, mended);
        for (const { state, reason } of lines) {
          states.add(state);
          expect(place(weakest.state)).toBeLessThanOrEqual(place(state));
          expectReadable(reason);
        }
        expectReadable(answer);
      }),
      { numRuns: 1500 },
    );
    expect(states).toEqual(new Set(auditStates.map(({ id }) => id)));
  });

  it('is never made weaker by a good word, nor stronger by a worry, and does not depend on the order of entries', () => {
    const good = fc
      .tuple(entryBy(anyPersonId, goodStance), anyDimension)
      .map(([one, dimension]) => ({ one: saw({ ...one, worry: null }, dimension), dimension }));
    fc.assert(
      fc.property(
        anyCase,
        good,
        fc.oneof(noWorry, someWorry),
        anyPersonId,
        ({ people, answers, entries, mended }, { one, dimension }, worry, who) => {
          const stateOf = (more: LogEntry[], about: Dimension) =>
            place(lineOf(auditOf(answers, people, more, mended), about).state);
          expect(stateOf([...entries, one], dimension)).toBeGreaterThanOrEqual(stateOf(entries, dimension));
          if (worry)
            expect(stateOf([...entries, entry(who, 'little', 3, worry)], worry)).toBeLessThanOrEqual(
              stateOf(entries, worry),
            );
          expect(stateOf(entries.toReversed(), dimension)).toBe(stateOf(entries, dimension));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
