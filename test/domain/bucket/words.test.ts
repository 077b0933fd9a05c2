import { describe, expect, it } from 'vitest';
import { decideBucket } from '../../../src/domain/bucket/bucket.ts';
import { columnFor, noMoveHelps, outcome, titleOf } from '../../../src/domain/bucket/bucketWords.ts';
import { changeSince, checked } from '../../../src/domain/bucket/change.ts';
import type { Answers } from '../../../src/domain/bucket/selfCheck.ts';
import { applicantTypes, buckets, keysOf, markets } from '../../../src/domain/vocabulary.ts';
import { selfCheck, voice } from './selfCheckCases.ts';

describe('the words', () => {
  it.each([
    ['img', 'outside', 'early'],
    ['graduate', 'outside', 'early'],
    ['img', 'inside', 'list'],
    ['img', 'unknown', 'either'],
    ['us-md', 'outside', 'list'],
    ['us-do', 'unknown', 'list'],
  ] as const)('for %s at a program %s the Match are those of the column "%s"', (type, market, column) => {
    expect(columnFor(type, market)).toBe(column);
  });

  it('name both outcomes of the last bucket on a list', () => {
    expect(outcome('too-risky', 'img', 'inside').sentences).toHaveLength(2);
  });

  it('name both columns where the program is not known', () => {
    const { sentences } = outcome('safe', 'img', 'unknown');
    expect(sentences.map(text => text.split(':')[0])).toEqual(['Outside the Match', 'In the Match']);
  });

  it('leave room for the others in an answer of 25', () => {
    for (const bucket of keysOf(buckets))
      for (const type of keysOf(applicantTypes))
        for (const market of keysOf(markets)) {
          const words = outcome(bucket, type, market).sentences.join(' ').split(' ');
          expect(words.length).toBeLessThanOrEqual(20);
        }
  });

  it('never use the word risky, or a bucket’s name, as a title', () => {
    for (const bucket of keysOf(buckets)) {
      expect(titleOf(bucket)).not.toMatch(/risk/i);
      expect(titleOf(bucket)).not.toContain(buckets[bucket].label);
    }
    expect(titleOf(null)).toBe('No one can say anything about you yet');
    expect(noMoveHelps).toMatch(/can still move/);
  });
});

describe('the change since last time', () => {
  const good = (amount: number) =>
    Array.from({ length: amount }, (_, index) => voice(index % 2 ? 'attending' : 'chief', 'good', { place: 'Home' }));
  const solid: Answers = { paper: 'solid', incidents: 'none' };
  const nothing = checked(decideBucket(selfCheck([])));
  const some = selfCheck(good(4), { applicantType: 'us-md', answers: { ...solid, paper: 'borderline' } });
  const rank = checked(decideBucket(some));
  const safe = checked(decideBucket({ ...some, answers: solid }));

  it('is none on the same day with nothing new', () => {
    expect(changeSince({ ...rank, when: '9:10' }, rank)).toEqual({
      kind: 'same',
      sentence: 'Nothing has changed since 9:10. It will when you log something.',
      came: [],
      gone: [],
    });
  });

  it('says where it came from and where it went', () => {
    expect(changeSince(null, rank).kind).toBe('first');
    expect(changeSince({ ...nothing, when: 'Oct 4' }, rank).sentence).toBe(
      'Since Oct 4: up from nobody-knows-you to rank only.',
    );
    expect(changeSince({ ...rank, when: 'Oct 4' }, safe)).toMatchObject({ kind: 'up', came: ['R15'], gone: ['R6'] });
    expect(changeSince({ ...safe, when: 'Oct 4' }, rank)).toMatchObject({ kind: 'down', came: ['R6'], gone: ['R15'] });
    expect(changeSince({ ...rank, when: 'Oct 4' }, nothing).kind).toBe('down');
  });

  it('tells other reasons, and something new behind the same reasons, from nothing new', () => {
    const answeredOtherwise = checked(decideBucket({ ...some, people: some.people.slice(0, 3) }));
    expect(changeSince({ ...rank, when: 'Oct 4' }, answeredOtherwise)).toMatchObject({
      kind: 'reasons',
      sentence: 'Since Oct 4: the same bucket, with something new behind it.',
    });
    const alone = checked(decideBucket({ ...some, people: some.people.slice(0, 1) }));
    expect(changeSince({ ...alone, when: 'Oct 4' }, rank).sentence).toBe(
      'Since Oct 4: the same bucket, with less that holds you back.',
    );
  });

  it('compares no rows with those of the first edition, whose numbers mean others', () => {
    const { edition: _, ...first } = { ...rank, rules: ['R7'], fingerprint: 'old' };
    expect(changeSince({ ...first, when: 'Oct 4' }, rank)).toMatchObject({ kind: 'reasons', came: [], gone: [] });
  });

  it('keeps no names', () => {
    expect(JSON.stringify(rank)).not.toContain('Name of');
  });
});
