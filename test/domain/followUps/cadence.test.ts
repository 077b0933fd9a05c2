import { describe, expect, it } from 'vitest';
import { defendersDue, lastWordWith, type Pace, paceOn, quietSpells } from '../../../src/domain/followUps/cadence.ts';
import { type Phase, phases } from '../../../src/domain/season/season.ts';
import { keysOf } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { entry } from '../bucket/selfCheckCases.ts';
import { expectReadable, plain } from '../expectations.ts';
import { seasonRules } from '../season/seasonRules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const on = (phase: Phase): Pace => ({ phase, callsBegin: day('2026-10-15') });
const patel = { contactId: 'patel', name: 'Dr. Patel', since: day('2026-08-01'), lastWord: day('2026-10-01') };
const lee = { contactId: 'lee', name: 'Dr. Lee', since: day('2026-10-20'), lastWord: null };

describe('a defender', () => {
  it('is due a word in the middle weeks after six weeks, and not the day before', () => {
    expect(defendersDue([patel], day('2026-11-11'), on('middle')).defenders[0]).toMatchObject({
      due: false,
      quietDays: 41,
    });
    const due = defendersDue([patel], day('2026-11-12'), on('middle')).defenders[0]!;
    expect(plain(due)).toMatchObject({ due: true, quietDays: 42, dueOn: '2026-11-12' });
    expect(due.reason).toBe(
      'The last word was on Thu, Oct 1, 2026, 42 days ago. About six weeks is long enough now: calls are made in these weeks, and each word should bring something new.',
    );
  });

  it('may stay without a word for longer while the calls are far off', () => {
    expect(defendersDue([patel], day('2026-10-29'), on('preparation')).defenders[0]?.due).toBe(false);
  });

  it('who never had a word is counted from the day they were named', () => {
    const { defenders } = defendersDue([lee], day('2026-10-29'), on('middle'));
    expect(plain(defenders[0])).toMatchObject({ due: false, dueOn: '2026-12-01', quietDays: 9 });
    expect(defenders[0]?.reason).toMatch(
      /^Named on Tue, Oct 20, 2026, and no word is logged since; the next one is due Tue, Dec 1\./,
    );
  });

  it('has had a word by any logged interaction, or by an update that was sent', () => {
    const defender = {
      id: 'defender',
      contactId: 'patel',
      since: day('2026-04-01'),
      updatedOn: day('2026-05-03'),
      everyDays: null,
    };
    const entries = [entry('patel', 'little', 10), entry('patel', 'good', 1), entry('other', 'good', 40)];
    expect(lastWordWith(defender, entries)).toEqual(day('2026-05-11'));
    expect(lastWordWith({ ...defender, updatedOn: day('2026-06-01') }, entries)).toEqual(day('2026-06-01'));
    expect(lastWordWith({ ...defender, updatedOn: null }, [])).toBeNull();
  });
});

describe('the answer', () => {
  it('says how many there are of three, and who is due first', () => {
    const today = day('2026-12-02');
    expect(defendersDue([lee, patel], today, on('middle'))).toMatchObject({
      answer: '2 of 3. Dr. Patel is due a word, and one other.',
      enough: true,
      defenders: [{ contactId: 'patel' }, { contactId: 'lee' }],
    });
    expect(defendersDue([lee], day('2026-10-29'), on('middle'))).toMatchObject({
      answer: '1 of 3. Nobody is due a word today.',
      enough: false,
    });
    expect(defendersDue([], today, on('middle')).answer).toBe('None of 3 yet. Who would say yes at once?');
  });
});

describe('before the calls begin', () => {
  const pace = paceOn(day('2026-10-02'), seasonRules);
  const heard = (text: string) =>
    defendersDue([{ ...patel, lastWord: day(text) }], day('2026-10-02'), pace).defenders[0]!;

  it('everybody is due one word, two weeks ahead, who had none in the month before', () => {
    expect(pace.callsBegin).toEqual(day('2026-10-15'));
    expect(plain(heard('2026-08-20'))).toMatchObject({ due: true, dueOn: '2026-10-01' });
    expect(heard('2026-08-20').reason).toMatch(/The calls begin about Thu, Oct 15: one word before that\.$/);
  });

  it('whoever heard lately is left in peace', () => {
    expect(heard('2026-09-20').due).toBe(false);
  });

  it('it is said once: a word then is a word', () => {
    expect(heard('2026-10-01').due).toBe(false);
  });
});

describe('one’s own rhythm', () => {
  it('takes the place of the season’s, whatever the season', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keysOf(phases)), fc.integer({ min: 7, max: 120 }), (phase, everyDays) => {
        const { defenders } = defendersDue([{ ...patel, everyDays }], day('2026-10-02'), on(phase));
        expect(defenders[0]?.dueOn).toEqual(patel.lastWord.add({ days: everyDays }));
        expectReadable(defenders[0]?.reason ?? '');
      }),
    );
  });
});

describe('every spell', () => {
  const far = day('2027-10-15');

  const anyPhase = fc.constantFrom(...keysOf(phases));
  const anyGap = fc.nat(120);

  it('is six to ten weeks, the shortest where the calls are made', () => {
    const days = keysOf(phases).map(phase => quietSpells[phase].days);
    for (const spell of days) expect(spell).toBeGreaterThanOrEqual(42);
    for (const spell of days) expect(spell).toBeLessThanOrEqual(70);
    expect(Math.min(...days)).toBe(quietSpells.middle.days);
    expect(quietSpells.late.days).toBe(quietSpells.middle.days);
    expect(quietSpells.early.days).toBeLessThan(quietSpells.preparation.days);
  });

  it('makes due exactly when the day has come, never sooner by a later word, and says why', () => {
    fc.assert(
      fc.property(anyPhase, anyGap, anyGap, (phase, quiet, later) => {
        const today = day('2026-11-20');
        const quietFor = (days: number) =>
          defendersDue([{ ...patel, lastWord: today.subtract({ days }) }], today, { phase, callsBegin: far })
            .defenders[0]!;
        const one = quietFor(quiet);
        expect(one.due).toBe(quiet >= quietSpells[phase].days);
        expect(one.due).toBe(Temporal.PlainDate.compare(one.dueOn, today) <= 0);
        if (later < quiet) expect(Temporal.PlainDate.compare(quietFor(later).dueOn, one.dueOn)).toBe(1);
        expectReadable(one.reason);
      }),
    );
  });
});
