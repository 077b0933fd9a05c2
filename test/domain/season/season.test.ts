import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { officialDates, sayOfficialDate, withDates } from '../../../src/domain/season/officialDates.ts';
import { cycleOf, dayByRule, phaseOn, phases, weekOfSeason, youNow } from '../../../src/domain/season/season.ts';
import { keysOf } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { seasonRules as rules } from './seasonRules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 2921 }).map(days => day('2024-01-01').add({ days }));

function datesOf(cycle: number): Record<string, string> {
  return Object.fromEntries(
    officialDates(cycle, rules).map(({ id, when }) => [
      id,
      when instanceof Temporal.ZonedDateTime ? when.toPlainDateTime().toString({ smallestUnit: 'minute' }) : `${when}`,
    ]),
  );
}

describe('the content file', () => {
  it('carries the rules these tests are about', () => {
    expect(parse(readFileSync(new URL('../../../src/content/season.yaml', import.meta.url), 'utf8'))).toEqual(rules);
  });

  it('names every phase once, in order', () => {
    expect(rules.phases.map(phase => phase.id)).toEqual(keysOf(phases));
  });
});

describe('the official dates', () => {
  it('of 2026-27 are those of the table', () => {
    expect(datesOf(2027)).toEqual({
      'eras-opens': '2026-06-03',
      'residencycas-opens': '2026-06-03',
      'residencycas-submission': '2026-09-02',
      'residencycas-release': '2026-10-07',
      'submission-opens': '2026-09-02T09:00',
      'review-opens': '2026-09-23T09:00',
      'registration-opens': '2026-09-15T12:00',
      'registration-deadline': '2027-01-29',
      'ranking-opens': '2027-02-01',
      'rank-deadline': '2027-03-03T21:00',
      'match-week': '2027-03-15T10:00',
      soap: '2027-03-15',
      'soap-offers': '2027-03-18T09:00',
      'match-day': '2027-03-19T12:00',
      'residency-starts': '2027-07-01',
    });
  });

  it('of 2025-26 follow from the rules', () => {
    expect(datesOf(2026)).toEqual({
      'eras-opens': '2025-06-04',
      'residencycas-opens': '2025-06-04',
      'residencycas-submission': '2025-09-03',
      'residencycas-release': '2025-10-01',
      'submission-opens': '2025-09-03T09:00',
      'review-opens': '2025-09-24T09:00',
      'registration-opens': '2025-09-15T12:00',
      'registration-deadline': '2026-01-30',
      'ranking-opens': '2026-02-02',
      'rank-deadline': '2026-03-04T21:00',
      'match-week': '2026-03-16T10:00',
      soap: '2026-03-16',
      'soap-offers': '2026-03-19T09:00',
      'match-day': '2026-03-20T12:00',
      'residency-starts': '2026-07-01',
    });
  });

  it.each([
    [2025, '2024-09-16', '2025-01-31', '2025-03-05', '2025-03-21'],
    [2026, '2025-09-15', '2026-01-30', '2026-03-04', '2026-03-20'],
    [2027, '2026-09-15', '2027-01-29', '2027-03-03', '2027-03-19'],
    [2028, '2027-09-15', '2028-01-31', '2028-03-01', '2028-03-17'],
    [2029, '2028-09-15', '2029-01-31', '2029-02-28', '2029-03-16'],
    [2030, '2029-09-17', '2030-01-31', '2030-02-27', '2030-03-15'],
    [2031, '2030-09-16', '2031-01-31', '2031-03-05', '2031-03-21'],
  ])('of %i move off weekends and follow Match Day', (cycle, opens, standard, rank, matchDay) => {
    const dates = datesOf(cycle);
    expect(dates['registration-opens']).toBe(`${opens}T12:00`);
    expect(dates['registration-deadline']).toBe(standard);
    expect(dates['rank-deadline']).toBe(`${rank}T21:00`);
    expect(dates['match-day']).toBe(`${matchDay}T12:00`);
  });

  it('come in the order of the calendar, on working days, by the clock of New York', () => {
    for (let cycle = 2025; cycle <= 2031; cycle++) {
      const dates = officialDates(cycle, rules);
      const days = dates.map(({ when }) => (when instanceof Temporal.ZonedDateTime ? when.toPlainDate() : when));
      expect(days.map(String)).toEqual(days.map(String).toSorted());
      for (const [index, { id, when, until }] of dates.entries()) {
        if (id !== 'residency-starts') expect(days[index]!.dayOfWeek).toBeLessThanOrEqual(5);
        if (when instanceof Temporal.ZonedDateTime) expect(when.timeZoneId).toBe('America/New_York');
        if (until) expect(Temporal.PlainDate.compare(until, days[index]!)).toBe(1);
      }
    }
  });

  it('before and after the clock change keep their local hour', () => {
    const rank = officialDates(2027, rules).find(({ id }) => id === 'rank-deadline')!.when;
    const status = officialDates(2027, rules).find(({ id }) => id === 'match-week')!.when;
    expect([String(rank), String(status)]).toEqual([
      '2027-03-03T21:00:00-05:00[America/New_York]',
      '2027-03-15T10:00:00-04:00[America/New_York]',
    ]);
  });

  it('are expected until announced; an announced date wins, and what hangs on it moves along', () => {
    const announced = { ...rules, confirmed: { '2027': { 'match-week': '2027-03-08T11:00' } } };
    const labels = officialDates(2027, announced).filter(({ label }) => label === 'confirmed');
    expect(labels.map(({ id, when }) => `${id} ${when}`)).toEqual([
      'match-week 2027-03-08T11:00:00-05:00[America/New_York]',
    ]);
    const rank = officialDates(2027, announced).find(({ id }) => id === 'rank-deadline')!;
    expect(String(rank.when)).toBe('2027-02-24T21:00:00-05:00[America/New_York]');
    expect(officialDates(2026, announced).every(({ label }) => label === 'expected')).toBe(true);
  });

  it('are said with label, clock, zone and source', () => {
    const rank = officialDates(2027, rules).find(({ id }) => id === 'rank-deadline')!;
    expect(sayOfficialDate(rank)).toBe(
      'Rank list, late registration and withdrawal deadline: expected Wed, Mar 3, 2027, 9 PM ET (confirm at NRMP calendars)',
    );
    const confirmed = officialDates(2027, { ...rules, confirmed: { 2027: { soap: '2027-03-15' } } });
    expect(sayOfficialDate(confirmed.find(({ id }) => id === 'soap')!)).toBe(
      'SOAP: confirmed Mon, Mar 15, 2027 to Thu, Mar 18, 2027',
    );
  });

  it('that last several days have their hour on the first', () => {
    const week = officialDates(2027, rules).find(({ id }) => id === 'match-week')!;
    expect(sayOfficialDate(week)).toBe(
      'Match Week, which begins with whether you matched: expected Mon, Mar 15, 2027, 10 AM ET to Fri, Mar 19, 2027 ' +
        '(confirm at NRMP Match Week)',
    );
  });

  it('that a text asks for are filled in as they next come, and say whether they are confirmed', () => {
    const said = (text: string, after: string, announced = rules) => withDates(text, day(after), announced);
    expect(said('Lists are due {rank-deadline}.', '2027-02-22')).toBe('Lists are due Wed, Mar 3, 9 PM ET (expected).');
    expect(said('It opens {eras-opens}.', '2027-05-25')).toBe('It opens Wed, Jun 2 (expected).');
    const confirmed = { ...rules, confirmed: { '2027': { 'rank-deadline': '2027-03-03T21:00' } } };
    expect(said('Lists are due {rank-deadline}.', '2027-02-22', confirmed)).toBe('Lists are due Wed, Mar 3, 9 PM ET.');
  });

  it('that are a guess are said without a date', () => {
    const guesses = officialDates(2027, rules).filter(({ sureness }) => sureness === 'low');
    expect(guesses.length).toBeGreaterThan(0);
    for (const guess of guesses) expect(sayOfficialDate(guess)).not.toMatch(/20\d\d|expected/);
  });

  it('refuse a rule that counts from nothing, and a source that is not there', () => {
    expect(() => dayByRule({ from: 'no-such-event', days: 1 }, 2027, rules)).toThrow(RangeError);
    expect(() => officialDates(2027, { ...rules, sources: {} })).toThrow(RangeError);
  });
});

describe('the cycle', () => {
  it.each([
    ['2026-07-05', 2026],
    ['2026-07-06', 2027],
    ['2026-10-29', 2027],
    ['2027-03-19', 2027],
    ['2027-07-01', 2027],
    ['2027-07-05', 2028],
  ])('on %s is that of %i', (text, cycle) => {
    expect(cycleOf(day(text), rules)).toBe(cycle);
  });

  it('is read from the date’s own clock', () => {
    const moment = Temporal.Instant.from('2026-07-05T20:00Z');
    expect(cycleOf(moment.toZonedDateTimeISO('America/New_York'), rules)).toBe(2026);
    expect(cycleOf(moment.toZonedDateTimeISO('Asia/Kolkata'), rules)).toBe(2027);
  });
});

describe('the phase', () => {
  it.each([
    ['2026-07-06', 'preparation', 1],
    ['2026-09-22', 'preparation', 12],
    ['2026-09-23', 'early', 1],
    ['2026-10-14', 'early', 4],
    ['2026-10-15', 'middle', 1],
    ['2026-11-01', 'middle', 3],
    ['2026-11-20', 'middle', 6],
    ['2026-11-21', 'late', 1],
    ['2026-12-31', 'late', 6],
    ['2027-01-01', 'ranking', 1],
    ['2027-03-03', 'ranking', 9],
    ['2027-03-04', 'match-week', 1],
    ['2027-03-19', 'match-week', 3],
    ['2027-03-20', 'wait', 1],
    ['2027-06-30', 'wait', 15],
    ['2027-07-01', 'residency-start', 1],
    ['2027-07-04', 'residency-start', 1],
  ])('on %s is %s, week %i', (text, id, week) => {
    expect(phaseOn(day(text), rules)).toMatchObject({ id, week });
  });

  it('tells a US senior nothing that is for independent applicants alone', () => {
    const late = phaseOn(day('2026-12-01'), rules);
    for (const type of ['us-md', 'us-do'] as const) expect(youNow(late, type)).toMatch(/dean's office/);
    for (const type of ['img', 'graduate', null] as const) expect(youNow(late, type)).toMatch(/^Read any offer slowly/);
    const without = phaseOn(day('2026-12-01'), { ...rules, official: false });
    expect(youNow(without, 'us-md')).toBe(without.you);
  });

  it('is exactly one on every day, inside its own window', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const phase = phaseOn(date, rules);
        expect(Temporal.PlainDate.compare(phase.starts, date)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(date, phase.ends)).toBeLessThanOrEqual(0);
        expect(phase.cycle).toBe(cycleOf(date, rules));
        const next = phaseOn(phase.ends.add({ days: 1 }), rules);
        const order = keysOf(phases);
        expect(next.id).toBe(order[(order.indexOf(phase.id) + 1) % order.length]);
        expect(String(next.starts)).toBe(String(phase.ends.add({ days: 1 })));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the week of the season', () => {
  it('is 37 from Monday to Sunday of every Match Week', () => {
    for (let cycle = 2025; cycle <= 2031; cycle++) {
      const monday = dayByRule({ from: 'match-week', days: 0 }, cycle, rules);
      const weeks = [-1, 0, 6, 7].map(days => weekOfSeason(monday.add({ days }), rules));
      expect(weeks).toEqual([36, 37, 37, 38]);
    }
  });

  it('goes up by one every Monday, and starts at 1 with the cycle', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const [week, later] = [weekOfSeason(date, rules), weekOfSeason(date.add({ days: 7 }), rules)];
        const sameCycle = cycleOf(date, rules) === cycleOf(date.add({ days: 7 }), rules);
        expect(later).toBe(sameCycle ? week + 1 : 1);
        expect(week >= 1 && week <= 53).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a community’s own track', () => {
  const later = { ...rules, shiftDays: 14 };

  it('shifts phases and weeks by its days', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const [own, plain] = [phaseOn(date.add({ days: 14 }), later), phaseOn(date, rules)];
        expect([own.id, own.week, own.cycle]).toEqual([plain.id, plain.week, plain.cycle]);
        expect(own.starts.toString()).toBe(plain.starts.add({ days: 14 }).toString());
        expect(own.ends.toString()).toBe(plain.ends.add({ days: 14 }).toString());
        expect(weekOfSeason(date.add({ days: 14 }), later)).toBe(weekOfSeason(date, rules));
      }),
    );
  });

  it('has no official dates where they do not apply', () => {
    expect(officialDates(2027, { ...rules, official: false })).toEqual([]);
    expect(phaseOn(day('2026-10-29'), { ...rules, official: false }).id).toBe('middle');
  });
});
