import { describe, expect, it } from 'vitest';
import { decideBucket } from '../../../src/domain/bucket/bucket.ts';
import { allVoices, type SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import type { Role } from '../../../src/domain/vocabulary.ts';
import { dayAt, entry, selfCheck, voice } from './selfCheckCases.ts';

const rulesOf = (check: SelfCheck) => decideBucket(check).rows.map(({ rule }) => rule);

/** A US senior with four good voices on two routes, and what was logged of a nurse, `n`. */
function withEntries(...entries: SelfCheck['entries'][number][]): SelfCheck {
  const known = (['attending', 'chief', 'attending', 'chief'] satisfies Role[]).map(role => voice(role, 'good'));
  const answers = { paper: 'solid', incidents: 'none' } as const;
  const nurse = voice('nurse', 'good', { id: 'n', place: 'Home' }).people;
  return selfCheck([...known, { people: nurse, entries }], { answers, applicantType: 'us-md' });
}
const closedOn = (check: SelfCheck, day: number) => ({ ...check, mended: [{ contactId: 'n', day: dayAt(day) }] });
const nurseIn = (check: SelfCheck) => allVoices(check).find(({ person }) => person.id === 'n')!;

describe('one person’s voice', () => {
  it('is not made better by good words on the day of the concern', () => {
    expect(rulesOf(withEntries(entry('n', 'warn', 3), entry('n', 'good', 3)))).toEqual(['R2']);
  });

  it('is not made better by good words before the concern', () => {
    expect(rulesOf(withEntries(entry('n', 'at-once', 1), entry('n', 'warn', 3)))).toEqual(['R2']);
  });

  it('is not made better by a later day that brought good words and something worse, or a worry', () => {
    expect(rulesOf(withEntries(entry('n', 'warn', 1), entry('n', 'little', 5), entry('n', 'good', 5)))).toEqual(['R2']);
    expect(rulesOf(withEntries(entry('n', 'warn', 1), entry('n', 'good', 5, 'team-fit')))).toEqual(['R2']);
  });

  it('is made better by good words on a later day, or by a loose end closed that day or later', () => {
    const concern = withEntries(entry('n', 'warn', 3));
    expect(rulesOf(withEntries(entry('n', 'warn', 3), entry('n', 'good', 4)))).toEqual(['R15']);
    expect(rulesOf(closedOn(concern, 2))).toEqual(['R2']);
    expect(rulesOf(closedOn(concern, 3))).toEqual(['R15']);
  });

  it('is shown by the newest of equal words, on one day by the last logged', () => {
    const [one, two, earlier] = [entry('n', 'at-once', 5), entry('n', 'at-once', 5), entry('n', 'at-once', 2)];
    const last = { ...two, loggedAt: one.loggedAt.add({ seconds: 1 }), id: 'a' };
    const result = decideBucket(withEntries(last, { ...one, id: 'z' }, earlier));
    expect(result.speaksForYou[0]?.evidence.map(({ id }) => id)).toEqual(['a']);
  });

  it('is lifted one step only, however much came later: a concern never becomes good words', () => {
    const check = closedOn(withEntries(entry('n', 'warn', 1), entry('n', 'at-once', 3), entry('n', 'at-once', 5)), 6);
    expect(nurseIn(check)).toMatchObject({ stance: 'little', smoke: [] });
    expect(decideBucket(check).answered).toHaveLength(1);
  });

  it('keeps "in a second" when good things are logged later', () => {
    const check = withEntries(entry('n', 'at-once', 1), entry('n', 'good', 3));
    expect(decideBucket(check).speaksForYou[0]?.sentence).toBe('Name of n would take you in a second.');
  });

  it('smokes again when a new worry comes after the loose end was closed', () => {
    const check = withEntries(entry('n', 'little', 1, 'reliability'), entry('n', 'little', 5, 'team-fit'));
    const { rows, answered } = decideBucket(closedOn(check, 3));
    expect(rows).toMatchObject([{ rule: 'R4', sentence: 'Name of n has a worry: team fit. Small smoke, no fire.' }]);
    expect(answered).toEqual([expect.stringContaining('worry about reliability')]);
  });

  it('that was answered, and never good, stands against nobody and is no good voice', () => {
    const check = closedOn(withEntries(entry('n', 'little', 1, 'team-fit')), 3);
    expect(nurseIn(check).stance).toBe('little');
    expect(rulesOf(check)).toEqual(['R15']);
  });

  it('that was good, then short of it, then answered, is good again', () => {
    const check = closedOn(withEntries(entry('n', 'at-once', 1), entry('n', 'little', 3, 'team-fit')), 4);
    expect(nurseIn(check).stance).toBe('good');
    const grounds = decideBucket(check).speaksForYou.flatMap(({ evidence }) => evidence.map(({ text }) => text));
    expect(grounds).toContainEqual(expect.stringMatching(/^Name of n, nurse, would say good things by now, /));
  });

  it('that is vague, with no worry named, holds nothing back and carries nothing', () => {
    expect(rulesOf(withEntries(entry('n', 'little', 1)))).toEqual(['R15']);
  });

  it('keeps every worry of a day that also brought good words, and smokes with them', () => {
    const check = withEntries(entry('n', 'at-once', 2, 'team-fit'), entry('n', 'good', 2, 'reliability'));
    expect(nurseIn(check)).toMatchObject({ stance: 'at-once', smoke: [{}, {}] });
    expect(rulesOf(check)).toEqual(['R4']);
  });

  it('of someone who mistreated the user is none, and leads to the pieces on it', () => {
    const check = selfCheck([voice('attending', 'treated-badly')]);
    expect(decideBucket(check)).toMatchObject({ bucket: null, mistreated: [check.entries[0]!.id] });
  });
});
