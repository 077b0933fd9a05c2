import { describe, expect, it } from 'vitest';
import { defendersDue, lastWordWith, quietSpells } from '../../../src/domain/followUps/cadence.ts';
import { phases } from '../../../src/domain/season/season.ts';
import { keysOf } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { entry } from '../bucket/selfCheckCases.ts';
import { expectReadable, plain } from '../expectations.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const patel = { contactId: 'patel', name: 'Dr. Patel', since: day('2026-08-01'), lastWord: day('2026-10-01') };
const lee = { contactId: 'lee', name: 'Dr. Lee', since: day('2026-10-20'), lastWord: null };

describe('a defender', () => {
  it('is due a word in the middle weeks after 28 days, and not the day before', () => {
    expect(defendersDue([patel], day('2026-10-28'), 'middle').defenders[0]).toMatchObject({
      due: false,
      quietDays: 27,
    });
    const due = defendersDue([patel], day('2026-10-29'), 'middle').defenders[0]!;
    expect(plain(due)).toMatchObject({ due: true, quietDays: 28, dueOn: '2026-10-29' });
    expect(due.reason).toBe(
      'The last word was on Thu 1 Oct 2026, 28 days ago. 28 days is the longest quiet spell now: calls are made in these weeks, and about once a month keeps you in mind.',
    );
  });

  it('may stay without a word for longer while the calls are far off', () => {
    expect(defendersDue([patel], day('2026-10-29'), 'preparation').defenders[0]?.due).toBe(false);
  });

  it('who never had a word is counted from the day they were named', () => {
    const { defenders } = defendersDue([lee], day('2026-10-29'), 'middle');
    expect(plain(defenders[0])).toMatchObject({ due: false, dueOn: '2026-11-17', quietDays: 9 });
    expect(defenders[0]?.reason).toMatch(
      /^Named on Tue 20 Oct 2026, and no word is logged since; the next one is due Tue 17 Nov\./,
    );
  });

  it('has had a word by any logged interaction, or by an update that was sent', () => {
    const defender = { id: 'defender', contactId: 'patel', since: day('2026-04-01'), updatedOn: day('2026-05-03') };
    const entries = [entry('patel', 'little', 10), entry('patel', 'good', 1), entry('other', 'good', 40)];
    expect(lastWordWith(defender, entries)).toEqual(day('2026-05-11'));
    expect(lastWordWith({ ...defender, updatedOn: day('2026-06-01') }, entries)).toEqual(day('2026-06-01'));
    expect(lastWordWith({ ...defender, updatedOn: null }, [])).toBeNull();
  });
});

describe('the answer', () => {
  it('says how many there are of three, and who is due first', () => {
    const today = day('2026-11-20');
    expect(defendersDue([lee, patel], today, 'middle')).toMatchObject({
      answer: '2 of 3. Dr. Patel is due a word, and one other.',
      enough: true,
      defenders: [{ contactId: 'patel' }, { contactId: 'lee' }],
    });
    expect(defendersDue([lee], day('2026-10-29'), 'middle')).toMatchObject({
      answer: '1 of 3. Nobody is due a word today.',
      enough: false,
    });
    expect(defendersDue([], today, 'middle').answer).toBe('None of 3 yet. Who would say yes at once?');
  });
});

describe('every spell', () => {
  const anyPhase = fc.constantFrom(...keysOf(phases));
  const anyGap = fc.nat(120);

  it('is shortest where the calls are made', () => {
    const days = keysOf(phases).map(phase => quietSpells[phase].days);
    expect(Math.min(...days)).toBe(quietSpells.middle.days);
    expect(quietSpells.late.days).toBe(quietSpells.middle.days);
    expect(quietSpells.early.days).toBeLessThan(quietSpells.preparation.days);
  });

  it('makes due exactly when the day has come, never sooner by a later word, and says why', () => {
    fc.assert(
      fc.property(anyPhase, anyGap, anyGap, (phase, quiet, later) => {
        const today = day('2026-11-20');
        const quietFor = (days: number) =>
          defendersDue([{ ...patel, lastWord: today.subtract({ days }) }], today, phase).defenders[0]!;
        const one = quietFor(quiet);
        expect(one.due).toBe(quiet >= quietSpells[phase].days);
        expect(one.due).toBe(Temporal.PlainDate.compare(one.dueOn, today) <= 0);
        if (later < quiet) expect(Temporal.PlainDate.compare(quietFor(later).dueOn, one.dueOn)).toBe(1);
        expectReadable(one.reason);
      }),
    );
  });
});
