import { describe, expect, it } from 'vitest';
import { guidance, openLooseEnds } from '../../../src/domain/followUps/looseEnds.ts';
import type { Interview, LooseEnd } from '../../../src/domain/notebook.ts';
import { interviewKinds, keysOf, looseEndKinds } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { expectPieces, expectReadable, plain } from '../expectations.ts';

const day = (text: string) => Temporal.PlainDate.from(`2026-${text}`);
const today = day('10-29');
const people = [
  { id: 'ana', name: 'Ana Ruiz', role: 'nurse', place: ' LAKESIDE ' },
  { id: 'osei', name: 'Dr. Osei', role: 'attending', place: 'Home', knownAt: ['Hill'] },
] as const;
const programs = [
  { id: 'lakeside', name: 'Lakeside' },
  { id: 'hill', name: 'Hill' },
];

const end = (more: Partial<LooseEnd> = {}): LooseEnd => ({
  id: 'end',
  contactId: 'ana',
  kind: 'apology',
  text: 'short at sign-out',
  openedOn: day('10-01'),
  dueOn: null,
  closedOn: null,
  outcome: null,
  ...more,
});
const interview = (programId: string, on: string, more: Partial<Interview> = {}): Interview => ({
  id: `${programId}-${on}`,
  programId,
  kind: 'interview',
  day: day(on),
  time: Temporal.PlainTime.from('09:00'),
  zone: 'America/Chicago',
  minutes: null,
  followUpSentOn: null,
  ...more,
});
const open = (looseEnds: LooseEnd[], interviews: Interview[] = [], on = today) =>
  openLooseEnds({ looseEnds, people, interviews, programs }, on);

describe('how to do it well', () => {
  it.each(keysOf(looseEndKinds))('%s has at most three steps and a piece', kind => {
    const { steps, advice } = guidance[kind];
    for (const step of steps) expectReadable(step);
    expect(steps.length).toBeLessThanOrEqual(3);
    expectPieces([advice]);
  });
});

describe('a loose end', () => {
  it('is due on the day before the next interview where that person works', () => {
    const interviews = [interview('lakeside', '11-20'), interview('lakeside', '11-03'), interview('hill', '10-30')];
    const found = open([end()], interviews);
    expect(found.answer).toBe('One is open. Before the interview at Lakeside on Tue, Nov 3, one should be closed.');
    expect(plain(found.open[0])).toMatchObject({
      dueOn: '2026-11-02',
      overdue: false,
      before: { interview: { id: 'lakeside-11-03' }, program: { name: 'Lakeside' } },
      reason: 'Ana Ruiz works at Lakeside, and the interview there is on Tue, Nov 3.',
      advice: 'how-to-apologize',
    });
  });

  it('is due before an interview where that person knows somebody', () => {
    expect(open([end({ contactId: 'osei' })], [interview('hill', '11-05', { kind: 'social' })]).open[0]?.reason).toBe(
      'Dr. Osei knows somebody at Hill, and the social there is on Thu, Nov 5.',
    );
  });

  it('keeps its own day where that is earlier, and says when it has passed', () => {
    const interviews = [interview('lakeside', '11-03')];
    expect(plain(open([end({ dueOn: day('10-31') })], interviews).open[0])).toMatchObject({
      dueOn: '2026-10-31',
      overdue: false,
    });
    const late = open([end({ dueOn: day('10-28') })], interviews);
    expect(plain(late.open[0])).toMatchObject({ dueOn: '2026-10-28', overdue: true });
    expect(late.open[0]?.reason).toMatch(/^You set Wed, Oct 28, which has passed\. Ana Ruiz works/);
    expect(late.answer).toContain('One is past the day you set.');
  });

  it('is due today on the day of the interview, and no longer afterwards', () => {
    const interviews = [interview('lakeside', '11-03')];
    expect(plain(open([end()], interviews, day('11-03')).open[0])).toMatchObject({
      dueOn: '2026-11-03',
      overdue: false,
    });
    expect(plain(open([end()], interviews, day('11-04')).open[0])).toMatchObject({ dueOn: null, before: null });
  });

  it('with nobody in particular has no interview before it', () => {
    expect(plain(open([end({ contactId: null })], [interview('lakeside', '11-03')]).open[0])).toMatchObject({
      person: null,
      dueOn: null,
      reason: 'Open since Thu, Oct 1, with no day set.',
    });
  });

  it('that is closed is not listed', () => {
    expect(open([end({ closedOn: today })])).toEqual({
      answer: 'Nothing is open. Is there anybody you still owe a word?',
      open: [],
    });
  });
});

describe('the list', () => {
  it('has the soonest due first, then apologies, then the oldest', () => {
    const listed = open(
      [
        end({ id: 'growth', kind: 'growth', contactId: null }),
        end({ id: 'new', contactId: null, openedOn: day('10-20') }),
        end({ id: 'old', contactId: null }),
        end({ id: 'before Lakeside' }),
        end({ id: 'dated', dueOn: day('10-30'), contactId: null }),
      ],
      [interview('lakeside', '11-03')],
    );
    expect(listed.open.map(({ looseEnd }) => looseEnd.id)).toEqual([
      'dated',
      'before Lakeside',
      'old',
      'new',
      'growth',
    ]);
  });

  it('has what is open, never due later than the eve of an interview there, in an order that the input does not change', () => {
    const aDay = fc.integer({ min: -20, max: 20 }).map(days => today.add({ days }));
    const anyEnd = fc
      .record({
        id: fc.uuid(),
        contactId: fc.constantFrom('ana', 'osei', 'gone', null),
        kind: fc.constantFrom(...keysOf(looseEndKinds)),
        openedOn: aDay,
        dueOn: fc.option(aDay),
        closedOn: fc.option(aDay),
      })
      .map(end);
    const anyInterview = fc
      .tuple(
        fc.constantFrom('lakeside', 'hill', 'gone'),
        fc.record({ id: fc.uuid(), day: aDay, kind: fc.constantFrom(...keysOf(interviewKinds)) }),
      )
      .map(([program, more]) => interview(program, '11-01', more));
    const some = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 6 });
    fc.assert(
      fc.property(some(anyEnd), some(anyInterview), (ends, interviews) => {
        const found = open(ends, interviews);
        const ids = found.open.map(({ looseEnd }) => looseEnd.id);
        expect(new Set(ids)).toEqual(new Set(ends.filter(one => !one.closedOn).map(({ id }) => id)));
        expect(open(ends.toReversed(), interviews).open.map(({ looseEnd }) => looseEnd.id)).toEqual(ids);
        expectReadable(found.answer);
        for (const { before, dueOn, reason, overdue } of found.open) {
          expectReadable(reason);
          if (before) expect(Temporal.PlainDate.compare(dueOn!, before.interview.day)).toBeLessThanOrEqual(0);
          if (!overdue && dueOn) expect(Temporal.PlainDate.compare(dueOn, today)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
