import { describe, expect, test } from 'vitest';
import { readDay } from '../../src/core/dates.ts';
import { readZone, suggestZones } from '../../src/core/zones.ts';

// Wed 28 Oct 2026, 10 PM in Chicago; already the 29th in UTC.
const now = Temporal.Instant.from('2026-10-29T03:00:00Z');
const read = (text: string) => readDay(text, now, 'America/Chicago')?.toString();

describe('a day in plain words', () => {
  test.each([
    ['today', '2026-10-28'],
    ['yesterday', '2026-10-27'],
    ['last night', '2026-10-27'],
    ['the day before yesterday', '2026-10-26'],
    ['tomorrow', '2026-10-29'],
    ['last Tue', '2026-10-27'],
    ['3 days ago', '2026-10-25'],
    ['two weeks ago', '2026-10-14'],
    ['29 Oct', '2026-10-29'],
    ['Oct 31st', '2026-10-31'],
    ['Thu 29 Oct 2026', '2026-10-29'],
    ['2026-10-29', '2026-10-29'],
    ['10/20/2026', '2026-10-20'],
  ])('%s is %s in the person’s own zone', (text, day) => expect(read(text)).toBe(day));

  test.each([
    '31 Nov',
    '30 Feb',
    'Feb 30',
    '29 Feb 2027',
    '2026-02-30',
    '2026-13-45',
    '32 Oct',
    '13/45/2026',
    'next Thrusday',
    '😀',
    '5',
    '',
  ])('%j is no day and is refused', text => expect(read(text)).toBeUndefined());
});

describe('a zone by its name or city', () => {
  test.each([
    ['America/Chicago', 'America/Chicago'],
    ['chicago', 'America/Chicago'],
    ['new york', 'America/New_York'],
    ['Eastern time', 'America/New_York'],
    ['UTC', 'UTC'],
  ])('%s', (text, zone) => expect(readZone(text)).toBe(zone));
  test('an unknown one is refused', () => expect(readZone('Lakeside')).toBeUndefined());
  test('completions hold what was typed', () => expect(suggestZones('chic', 5)).toContain('America/Chicago'));
});
