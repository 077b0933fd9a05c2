import { describe, expect, test } from 'vitest';
import { nextOccurrence } from '../../../src/domain/time/recurrence.ts';
import fc from '../../support/properties.ts';

/** Zones with and without a change, half-hour and 45-minute ones, and ones that change on days of their own. */
const zones = [
  'America/Chicago',
  'America/Phoenix',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/Asuncion',
  'America/Santiago',
  'America/Havana',
  'Atlantic/Azores',
  'Europe/London',
  'UTC',
];
const rules = [
  'FREQ=DAILY',
  'INTERVAL=3;FREQ=DAILY',
  'FREQ=WEEKLY',
  'INTERVAL=2;FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=MONTHLY;BYMONTHDAY=3',
  'FREQ=MONTHLY;BYDAY=-1SU',
];
const zone = fc.constantFrom(...zones);
const rule = fc.constantFrom(...rules);
const local = fc
  .record({ day: fc.integer({ min: 0, max: 365 * 8 }), minute: fc.integer({ min: 0, max: 24 * 60 - 1 }) })
  .map(({ day, minute }) => Temporal.PlainDateTime.from('2024-01-01T00:00').add({ days: day, minutes: minute }));

const instant = (moment: string) => Temporal.ZonedDateTime.from(moment).toInstant();
const next = (at: string, rule: string | null, after: string) => {
  const zone = after.match(/\[(.+)\]/)?.[1] ?? 'UTC';
  const found = nextOccurrence({ at: Temporal.PlainDateTime.from(at), rule }, instant(after), zone);
  return found?.at.toZonedDateTimeISO(zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' });
};

describe('F3: the hour stays what it is over a clock change', () => {
  test.each([
    ['2026-10-31T10:00[America/Chicago]', '2026-11-01T09:00-06:00'],
    ['2026-11-01T10:00[America/Chicago]', '2026-11-02T09:00-06:00'],
    ['2027-03-13T10:00[America/Chicago]', '2027-03-14T09:00-05:00'],
    ['2026-10-31T10:00[Asia/Kathmandu]', '2026-11-01T09:00+05:45'],
  ])('09:00 every day, after %s, is %s', (after, expected) => {
    expect(next('2026-10-01T09:00', 'FREQ=DAILY', after)).toBe(expected);
  });

  test('a time inside the gap comes once, after it; a time that comes twice comes the first time', () => {
    expect(next('2027-03-01T02:30', 'FREQ=DAILY', '2027-03-13T12:00[America/Chicago]')).toBe('2027-03-14T03:30-05:00');
    expect(next('2027-03-01T02:30', 'FREQ=DAILY', '2027-03-14T03:30[America/Chicago]')).toBe('2027-03-15T02:30-05:00');
    expect(next('2026-10-01T01:30', 'FREQ=DAILY', '2026-10-31T12:00[America/Chicago]')).toBe('2026-11-01T01:30-05:00');
    expect(next('2026-10-01T01:30', 'FREQ=DAILY', '2026-11-01T01:30-05:00[America/Chicago]')).toBe(
      '2026-11-02T01:30-06:00',
    );
  });

  test('each date of a rule has exactly one occurrence, in order, on its own local day', () => {
    fc.assert(
      fc.property(zone, rule, local, (zone, rule, at) => {
        let after = at.subtract({ days: 2 }).toZonedDateTime(zone).toInstant();
        const seen: Temporal.Instant[] = [];
        const days = new Set<string>();
        for (let index = 0; index < 12; index++) {
          const occurrence = nextOccurrence({ at, rule }, after, zone);
          if (!occurrence) throw new Error('a rule without an end ended');
          expect(Temporal.Instant.compare(occurrence.at, after)).toBe(1);
          const shown = occurrence.at.toZonedDateTimeISO(zone);
          expect(shown.toPlainDate().equals(occurrence.local.toPlainDate())).toBe(true);
          expect(days.has(occurrence.local.toString())).toBe(false);
          days.add(occurrence.local.toString());
          if (!shown.toPlainDateTime().equals(occurrence.local)) expect(inGap(occurrence.local, zone)).toBe(true);
          seen.push(occurrence.at);
          after = occurrence.at;
        }
        // Whatever moment one asks from, the answer is the same: none is lost between two questions.
        for (const [index, moment] of seen.slice(1).entries()) {
          const before = seen[index] as Temporal.Instant;
          const between = before.add({
            milliseconds: Math.floor((moment.epochMilliseconds - before.epochMilliseconds) / 2),
          });
          expect(nextOccurrence({ at, rule }, between, zone)?.at.equals(moment)).toBe(true);
        }
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test('F20: a day is counted on the member’s calendar', () => {
    expect(next('2026-10-30T23:30', 'INTERVAL=2;FREQ=DAILY', '2026-10-31T00:00[America/Los_Angeles]')).toBe(
      '2026-11-01T23:30-08:00',
    );
  });
});

const inGap = (local: Temporal.PlainDateTime, zone: string) =>
  !local.toZonedDateTime(zone).toPlainDateTime().equals(local);

test('once comes once', () => {
  expect(next('2026-10-20T07:00', null, '2026-10-20T06:59[America/Chicago]')).toBe('2026-10-20T07:00-05:00');
  expect(next('2026-10-20T07:00', null, '2026-10-20T07:00[America/Chicago]')).toBeUndefined();
});

test('a rule with an end comes to it', () => {
  expect(next('2026-10-05T07:00', 'FREQ=DAILY;COUNT=2', '2026-10-05T08:00[UTC]')).toBe('2026-10-06T07:00+00:00');
  expect(next('2026-10-05T07:00', 'FREQ=DAILY;COUNT=2', '2026-10-06T08:00[UTC]')).toBeUndefined();
});
