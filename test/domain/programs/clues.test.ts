import { describe, expect, it } from 'vitest';
import { clueMeanings, noEarlyOffer, readClue, sayClues, weakEvidence } from '../../../src/domain/programs/clues.ts';
import { clueKinds, keysOf } from '../../../src/domain/vocabulary.ts';
import { expectPieces, expectReadable } from '../expectations.ts';

describe('a soft clue', () => {
  it.each(keysOf(clueKinds))('%s has a meaning, at least one other cause, and one thing to do', kind => {
    const { mayMean, orElse, howWeak, todo, advice, answer } = readClue(kind, 'img', 'outside');
    expect(mayMean).toMatch(/\bmay\b/);
    expect(howWeak).toMatch(/weak/i);
    for (const text of [mayMean, ...orElse, howWeak, todo, answer]) expectReadable(text.replace(/"$/, ''));
    expect(orElse.length).toBeGreaterThan(0);
    expectPieces([advice]);
  });

  it('cannot mean a lost early offer where there is none to lose', () => {
    expect(readClue('warm-then-silent', 'img', 'inside').orElse[0]).toBe(noEarlyOffer);
    expect(readClue('warm-then-silent', 'us-md', 'outside').orElse[0]).toBe(noEarlyOffer);
    expect(readClue('warm-then-silent', 'img', 'outside').orElse).toEqual(clueMeanings['warm-then-silent'].orElse);
  });

  it('does not grow strong by being one of several', () => {
    expect(sayClues(0, 'Lakeside')).toBe('No clue is noted from Lakeside. That says nothing either way.');
    expect(sayClues(1, 'Lakeside')).toBe('One clue from Lakeside, and a weak one.');
    expect(sayClues(3, 'Lakeside')).toBe('Three clues from Lakeside. Weak clues stay weak together.');
    expectReadable(weakEvidence);
  });
});
