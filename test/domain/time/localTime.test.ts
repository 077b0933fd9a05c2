import { describe, expect, it } from 'vitest';
import {
  afterQuietHours,
  beforeQuietHours,
  formatDay,
  formatMoment,
  isQuiet,
  nextWeekly,
  spreadMinutes,
  weekdayName,
  weeklyOccurrenceKey,
} from '../../../src/domain/time/localTime.ts';
import fc from '../../support/properties.ts';

const zones = [
  'Africa/Cairo',
  'America/Havana',
  'America/Los_Angeles',
  'America/New_York',
  'America/Nuuk',
  'America/Phoenix',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Chatham',
  'UTC',
];

const first = Temporal.Instant.from('2024-01-01T00:00Z').epochMilliseconds;
const last = Temporal.Instant.from('2031-12-01T00:00Z').epochMilliseconds;
const anyZone = fc.constantFrom(...zones);
const anyWeekly = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.constantFrom(0, 15, 30, 45, 59),
});

/** Moments anywhere in the years, and moments around the zone's clock changes, where the mistakes live. */
const placeAndMoment = anyZone.chain(zone => {
  const changes = clockChanges(zone);
  const anywhere = fc.integer({ min: first, max: last });
  const nearChange = fc
    .tuple(fc.constantFrom(...changes, first), fc.integer({ min: -8 * 24 * 60, max: 24 * 60 }))
    .map(([change, minutes]) => Math.max(first, change + minutes * 60_000));
  return fc
    .oneof(anywhere, nearChange)
    .map(milliseconds => ({ zone, moment: Temporal.Instant.fromEpochMilliseconds(milliseconds) }));
});

function clockChanges(zone: string): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < last) {
    changes.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

const clockOf = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDateTime();
const at = (text: string) => Temporal.Instant.from(text);

describe('the next weekly occurrence', () => {
  it('is strictly after, within eight days, on the right weekday and clock unless that clock time is in a gap', () => {
    fc.assert(
      fc.property(placeAndMoment, anyWeekly, ({ zone, moment }, weekly) => {
        const next = nextWeekly(moment, weekly, zone);
        expect(Temporal.Instant.compare(next, moment)).toBe(1);
        expect(next.since(moment).total('hours')).toBeLessThanOrEqual(8 * 24);
        const clock = clockOf(next, zone);
        const asked = Temporal.PlainTime.from({ hour: weekly.hour, minute: weekly.minute });
        if (clock.dayOfWeek !== weekly.weekday || !clock.toPlainTime().equals(asked)) {
          const nominal = nominalDay(next, weekly.weekday, zone).toPlainDateTime(asked);
          expect(isInGap(nominal, zone)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('comes one local week after the last one, also over a gap or a fold', () => {
    fc.assert(
      fc.property(placeAndMoment, anyWeekly, ({ zone, moment }, weekly) => {
        const one = nextWeekly(moment, weekly, zone);
        const two = nextWeekly(one, weekly, zone);
        const weeks = nominalDay(one, weekly.weekday, zone).until(nominalDay(two, weekly.weekday, zone));
        expect(weeks.days).toBe(7);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same from any moment between two occurrences, so that each fires exactly once', () => {
    fc.assert(
      fc.property(placeAndMoment, anyWeekly, fc.double({ min: 0, max: 0.9999, noNaN: true }), (place, weekly, part) => {
        const one = nextWeekly(place.moment, weekly, place.zone);
        const two = nextWeekly(one, weekly, place.zone);
        const between = one.add({ seconds: Math.floor(part * two.since(one).total('seconds')) });
        expect(nextWeekly(between, weekly, place.zone).equals(two)).toBe(true);
        expect(weeklyOccurrenceKey(two, place.zone)).not.toBe(weeklyOccurrenceKey(one, place.zone));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['the end of US daylight time', '2026-10-31T12:00Z', 'America/New_York', '2026-11-01T09:00-05:00'],
    ['the start of US daylight time', '2027-03-13T12:00Z', 'America/New_York', '2027-03-14T09:00-04:00'],
    ['a zone that never changes', '2026-10-31T12:00Z', 'America/Phoenix', '2026-11-01T09:00-07:00'],
    ['a zone of a quarter hour', '2026-10-31T12:00Z', 'Asia/Kathmandu', '2026-11-01T09:00+05:45'],
  ])('keeps nine o’clock on Sunday over %s', (_, after, zone, expected) => {
    expect(nextWeekly(at(after), { weekday: 7, hour: 9 }, zone).equals(at(expected))).toBe(true);
  });

  it.each([
    ['in a gap of an hour is moved past it', '2027-03-13T12:00Z', 'America/New_York', 2, 30, '2027-03-14T03:30-04:00'],
    ['in a fold fires the first time', '2026-10-31T12:00Z', 'America/New_York', 1, 30, '2026-11-01T01:30-04:00'],
    [
      'in a fold that has passed once waits a week',
      '2026-11-01T05:45Z',
      'America/New_York',
      1,
      30,
      '2026-11-08T01:30-05:00',
    ],
    [
      'in a gap of half an hour is moved past it',
      '2026-10-03T00:00Z',
      'Australia/Lord_Howe',
      2,
      15,
      '2026-10-04T02:45+11:00',
    ],
  ])('a time %s', (_, after, zone, hour, minute, expected) => {
    expect(nextWeekly(at(after), { weekday: 7, hour, minute }, zone).toString()).toBe(at(expected).toString());
  });

  it('finds an occurrence that a gap before midnight moved into the next day', () => {
    const gap = clockChanges('America/Nuuk')
      .map(milliseconds => Temporal.Instant.fromEpochMilliseconds(milliseconds))
      .find(change => clockOf(change, 'America/Nuuk').hour === 0);
    expect(gap).toBeDefined();
    const saturdayHalfPastEleven = { weekday: 6, hour: 23, minute: 30 };
    expect(nextWeekly(gap!, saturdayHalfPastEleven, 'America/Nuuk').since(gap!).total('minutes')).toBe(30);
  });

  it('refuses a weekday that does not exist', () => {
    expect(() => nextWeekly(at('2026-10-31T12:00Z'), { weekday: 8, hour: 9 }, 'UTC')).toThrow(RangeError);
  });
});

/** The day an occurrence stands for: its own, or the day before where a gap moved it over midnight. */
function nominalDay(occurrence: Temporal.Instant, weekday: number, zone: string): Temporal.PlainDate {
  const day = clockOf(occurrence, zone).toPlainDate();
  return day.dayOfWeek === weekday ? day : day.subtract({ days: 1 });
}

function isInGap(clock: Temporal.PlainDateTime, zone: string): boolean {
  return !clock.toZonedDateTime(zone).toPlainDateTime().equals(clock);
}

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00' };
  const anyQuiet = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 64 }))
    .map(([from, length]) => ({ from: clock(from * 15), to: clock((from + length) * 15) }));

  function clock(minutes: number): string {
    return new Temporal.PlainTime().add({ minutes }).toString({ smallestUnit: 'minute' });
  }

  it('hold from the first minute to before the last, over midnight', () => {
    const quiet = ['21:59', '22:00', '03:00', '06:59', '07:00'].map(time =>
      isQuiet(at(`2026-10-20T${time}Z`), night, 'UTC'),
    );
    expect(quiet).toEqual([false, true, true, true, false]);
  });

  it('hold in the middle of the day for somebody on nights', () => {
    expect(isQuiet(at('2026-10-20T10:00Z'), { from: '08:00', to: '16:00' }, 'UTC')).toBe(true);
    expect(isQuiet(at('2026-10-20T18:00Z'), { from: '08:00', to: '16:00' }, 'UTC')).toBe(false);
  });

  it('of equal ends are none', () => {
    expect(isQuiet(at('2026-10-20T22:00Z'), { from: '22:00', to: '22:00' }, 'UTC')).toBe(false);
  });

  it('move what can wait to their end, and a deadline to the minute before they begin', () => {
    const fiveInTheMorning = at('2026-10-20T05:00-05:00');
    expect(afterQuietHours(fiveInTheMorning, night, 'America/Chicago').equals(at('2026-10-20T07:00-05:00'))).toBe(true);
    expect(beforeQuietHours(fiveInTheMorning, night, 'America/Chicago').equals(at('2026-10-19T21:59-05:00'))).toBe(
      true,
    );
  });

  it('never give back a quiet moment, later or earlier than asked, in any zone and over any change', () => {
    fc.assert(
      fc.property(placeAndMoment, anyQuiet, ({ zone, moment }, quiet) => {
        const after = afterQuietHours(moment, quiet, zone);
        const before = beforeQuietHours(moment, quiet, zone);
        expect(isQuiet(after, quiet, zone)).toBe(false);
        expect(isQuiet(before, quiet, zone)).toBe(false);
        expect(Temporal.Instant.compare(after, moment)).toBeGreaterThanOrEqual(0);
        expect(Temporal.Instant.compare(before, moment)).toBeLessThanOrEqual(0);
        if (!isQuiet(moment, quiet, zone)) expect(after.equals(moment) && before.equals(moment)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('spreading', () => {
  it('gives an id the same minute every time, inside the window', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 600 }), (id, within) => {
        const minute = spreadMinutes(id, within);
        expect(minute).toBe(spreadMinutes(id, within));
        expect(Number.isInteger(minute) && minute >= 0 && minute < within).toBe(true);
      }),
    );
  });

  it('is even enough over a thousand ids', () => {
    const counts = new Map<number, number>();
    for (let id = 0; id < 1000; id++) {
      const minute = spreadMinutes(`user-${id}`, 10);
      counts.set(minute, (counts.get(minute) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    expect(Math.max(...counts.values())).toBeLessThan(150);
  });

  it('is none where there is no window', () => {
    expect(spreadMinutes('anybody', 0)).toBe(0);
  });
});

describe('dates and clocks in words', () => {
  it('name the weekday, the day, the month and the year', () => {
    expect(formatDay(Temporal.PlainDate.from('2026-10-29'))).toBe('Thu, Oct 29, 2026');
  });

  it('name the clock and the zone of a moment', () => {
    expect(formatMoment(at('2026-11-03T15:00Z'), 'America/Chicago')).toBe('Tue, Nov 3, 9 AM CT');
    expect(formatMoment(at('2026-11-03T06:05Z'), 'America/Chicago')).toBe('Tue, Nov 3, 12:05 AM CT');
    expect(formatMoment(at('2026-11-03T18:30Z'), 'America/Chicago')).toBe('Tue, Nov 3, 12:30 PM CT');
  });

  it('call the first weekday Monday and the last Sunday', () => {
    expect([weekdayName(1), weekdayName(7)]).toEqual(['Monday', 'Sunday']);
    expect(() => weekdayName(0)).toThrow(RangeError);
  });
});
