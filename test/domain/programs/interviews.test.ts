import { describe, expect, it } from 'vitest';
import type { Interview } from '../../../src/domain/notebook.ts';
import { type InterviewAsked, planInterview } from '../../../src/domain/programs/interviews.ts';
import { formatBoth } from '../../../src/domain/time/bothClocks.ts';
import { isQuiet } from '../../../src/domain/time/localTime.ts';
import { shortZone } from '../../../src/domain/time/zoneNames.ts';
import { applicantTypes, interviewKinds, keysOf, markets, thankYous } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { expectPieces, expectReadable, plain } from '../expectations.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const interview: Interview = {
  id: 'one',
  programId: 'lakeside',
  kind: 'interview',
  day: Temporal.PlainDate.from('2026-11-03'),
  time: Temporal.PlainTime.from('09:00'),
  zone: 'America/Chicago',
  minutes: null,
  followUpSentOn: null,
};
const program = { name: 'Lakeside', market: 'unknown', thankYou: 'welcome' } as const;
const asked: InterviewAsked = {
  interview,
  program,
  applicantType: 'img',
  zone: 'America/New_York',
  quiet: { from: '22:00', to: '07:00' },
  now: instant('2026-10-29T12:00Z'),
};
const plan = (more: Partial<InterviewAsked> = {}) => planInterview({ ...asked, ...more });
const followUp = (thankYou: keyof typeof thankYous, more: Partial<Interview> = {}) =>
  plan({ program: { ...program, thankYou }, interview: { ...interview, ...more } }).followUp;

describe('the hour of an interview', () => {
  it('is said on both clocks where they differ, after the change of 1 November', () => {
    expect(plan().when).toBe('Tue, Nov 3, 9 AM CT, 10 AM for you');
    expect(plan().start).toEqual(instant('2026-11-03T15:00Z'));
  });

  it('is said once where the clocks are the same, whatever the zones are called', () => {
    expect(plan({ zone: 'America/Winnipeg' })).toMatchObject({
      when: 'Tue, Nov 3, 9 AM CT',
      clocksDiffer: false,
    });
  });

  it('names the day twice where it is another day', () => {
    expect(formatBoth(instant('2026-11-03T15:00Z'), 'America/Chicago', 'Asia/Tokyo')).toBe(
      'Tue, Nov 3, 9 AM CT, Wed, Nov 4, 12 AM for you',
    );
  });
});

describe('the evening before', () => {
  it("is 6 PM on the member's clock", () => {
    expect(plain(plan().eve)).toMatchObject({
      state: 'later',
      at: '2026-11-02T23:00:00Z',
      reason: 'The evening before, on your clock: Mon, Nov 2, 6 PM ET.',
    });
  });

  it("is the member's own day before, where the interview falls on another day for them", () => {
    expect(plain(plan({ zone: 'Asia/Tokyo' }).eve)).toMatchObject({ at: '2026-11-03T09:00:00Z' });
  });

  it('moves to just before quiet hours', () => {
    const { eve } = plan({ quiet: { from: '17:30', to: '23:00' } });
    expect(plain(eve)).toMatchObject({ at: '2026-11-02T22:29:00Z' });
    expect(eve.reason).toContain('moved to just before your quiet hours');
  });

  it('that has passed is said at once, and not at all once the interview has begun', () => {
    expect(plan({ now: instant('2026-11-02T22:59Z') }).eve.state).toBe('later');
    expect(plan({ now: instant('2026-11-02T23:00Z') }).eve.state).toBe('now');
    expect(plan({ now: instant('2026-11-03T15:00Z') }).eve).toMatchObject({
      state: 'over',
      reason: 'The interview has begun.',
    });
  });

  it.each(keysOf(interviewKinds))('of a %s has its own tip', kind => {
    const { tip, advice } = plan({ interview: { ...interview, kind } }).eve;
    expectReadable(tip);
    expectPieces([advice]);
  });
});

describe('the day after', () => {
  it("is 6 PM on the member's clock, the hour of the next eve, so that the two can merge", () => {
    const next = plan({ interview: { ...interview, day: Temporal.PlainDate.from('2026-11-05') } });
    expect(plain(plan().dayAfter)).toMatchObject({ state: 'later', at: '2026-11-04T23:00:00Z' });
    expect(plain(next.eve)).toMatchObject({ at: '2026-11-04T23:00:00Z' });
  });

  it('moves behind quiet hours that began before the interview', () => {
    const late = { ...interview, time: Temporal.PlainTime.from('20:00') };
    const { dayAfter } = plan({ interview: late, quiet: { from: '20:00', to: '19:00' } });
    expect(plain(dayAfter)).toMatchObject({ state: 'later', at: '2026-11-05T00:00:00Z' });
    expect(dayAfter.reason).toContain('moved out of your quiet hours');
  });

  it('is said at once for two days after the start, and then no more', () => {
    expect(plan({ now: instant('2026-11-05T00:00Z') }).dayAfter.state).toBe('now');
    expect(plan({ now: instant('2026-11-05T15:00Z') }).dayAfter.state).toBe('over');
  });

  it('is over once the follow-up is sent', () => {
    const sent = plan({ interview: { ...interview, followUpSentOn: Temporal.PlainDate.from('2026-11-03') } });
    expect(sent.dayAfter).toMatchObject({ state: 'over', reason: 'Your follow-up is sent.' });
    expect(sent.followUp.fit).toBe('sent');
  });
});

describe('a follow-up', () => {
  it("follows the program's own word on notes", () => {
    expect(followUp('welcome')).toMatchObject({ fit: 'fits', advice: 'follow-up-briefly' });
    expect(followUp('not-welcome')).toMatchObject({ fit: 'none', advice: 'thank-you-notes' });
    expect(followUp('unknown')).toMatchObject({ fit: 'look-first', advice: 'thank-you-notes' });
    expect(followUp('welcome', { kind: 'second-visit' }).fit).toBe('fits');
  });

  it('is not for a social', () => {
    expect(followUp('welcome', { kind: 'social' }).fit).toBe('none');
  });

  it('may name an early offer only outside the Match, to an independent applicant, where notes are welcome', () => {
    const allowed = keysOf(applicantTypes).flatMap(applicantType =>
      [...keysOf(markets), null].flatMap(market =>
        keysOf(thankYous)
          .filter(
            thankYou => plan({ applicantType, program: { ...program, market, thankYou } }).followUp.earlyOfferLine,
          )
          .map(thankYou => [applicantType, market, thankYou].join(' ')),
      ),
    );
    expect(allowed).toEqual(['img outside welcome', 'graduate outside welcome']);
  });
});

describe('every plan', () => {
  const anyTime = fc.nat(47).map(halfHours => Temporal.PlainTime.from('00:00').add({ minutes: 30 * halfHours }));
  // Up to 20 hours: where nearly the whole day is quiet, a clock change can swallow the hours that are left.
  const anyQuiet = fc.tuple(anyTime, fc.nat(40)).map(([from, halfHours]) => ({
    from: from.toString({ smallestUnit: 'minute' }),
    to: from.add({ minutes: 30 * halfHours }).toString({ smallestUnit: 'minute' }),
  }));
  const zone = fc.constantFrom(
    'America/Chicago',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
    'Europe/Berlin',
  );
  const anyAsked: fc.Arbitrary<InterviewAsked> = fc
    .record({
      days: fc.nat(400),
      time: anyTime,
      place: zone,
      kind: fc.constantFrom(...keysOf(interviewKinds)),
      zone,
      quiet: anyQuiet,
      nowHours: fc.integer({ min: -100, max: 100 }),
      thankYou: fc.constantFrom(...keysOf(thankYous)),
    })
    .map(({ days, time, place, kind, zone, quiet, nowHours, thankYou }) => {
      const day = Temporal.PlainDate.from('2026-06-01').add({ days });
      const now = day.toZonedDateTime('UTC').toInstant().add({ hours: nowHours });
      return {
        ...asked,
        interview: { ...interview, day, time, zone: place, kind },
        program: { ...program, thankYou },
        zone,
        quiet,
        now,
      };
    });

  it('keeps the eve before the start and the day-after behind it, both to come and outside quiet hours, with reasons', () => {
    fc.assert(
      fc.property(anyAsked, one => {
        const { start, eve, dayAfter, followUp, when } = planInterview(one);
        expect(when).toContain(` ${shortZone(start, one.interview.zone)}`);
        for (const moment of [eve, dayAfter]) {
          expectReadable(moment.reason);
          if (moment.state !== 'later') continue;
          expect(Temporal.Instant.compare(moment.at, one.now)).toBe(1);
          expect(isQuiet(moment.at, one.quiet, one.zone)).toBe(false);
        }
        expectReadable(followUp.reason);
        if (eve.state === 'later') expect(Temporal.Instant.compare(eve.at, start)).toBe(-1);
        if (dayAfter.state === 'later') expect(Temporal.Instant.compare(dayAfter.at, start)).toBe(1);
        if (Temporal.Instant.compare(start, one.now) > 0) expect(eve.state).not.toBe('over');
      }),
      { numRuns: 2000 },
    );
  });
});
