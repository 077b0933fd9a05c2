import { describe, expect, test } from 'vitest';
import type { Side } from '../../../src/domain/time/meant/dates.ts';
import { readDay } from '../../../src/domain/time/readDay.ts';

// Wed, Oct 28, 2026, 10 PM in Chicago; already the 29th in UTC.
const now = Temporal.Instant.from('2026-10-29T03:00:00Z');
const reading = (text: string, side: Side = 'back') => readDay(text, { now, zone: 'America/Chicago', side });
const read = (text: string, side?: Side): string => {
  const found = reading(text, side);
  if (found.outcome === 'understood') return found.value.toString();
  return found.outcome === 'asked' ? found.answers.map(({ words }) => words).join(' or ') : found.because;
};

describe('a day in plain words', () => {
  test.each([
    ['today', '2026-10-28'],
    ['yesterday', '2026-10-27'],
    ['last night', '2026-10-27'],
    ['the day before yesterday', '2026-10-26'],
    ['last Tue', '2026-10-27'],
    ['3 days ago', '2026-10-25'],
    ['two weeks ago', '2026-10-14'],
    ['29 Oct 2025', '2025-10-29'],
    ['Oct 21st', '2026-10-21'],
    ['Wed, Oct 21, 2026', '2026-10-21'],
    ['2026-10-29', 'Thu, Oct 29, 2026 has not come yet. Give a day up to today.'],
    ['10/20/2026', '2026-10-20'],
  ])('%s is %s in the person’s own zone', (text, day) => expect(read(text)).toBe(day));

  test.each([
    ['31 Nov', 'November 2025 has 30 days. The nearest is Sun, Nov 30, 2025.'],
    ['30 Feb', 'February 2026 has 28 days. The nearest is Sat, Feb 28, 2026.'],
    ['Feb 30', 'The nearest is Sat, Feb 28, 2026.'],
    ['29 Feb 2025', 'February 2025 has 28 days.'],
    ['2026-02-30', 'February 2026 has 28 days.'],
    ['2026-13-45', 'There is no month 13.'],
    ['32 Oct', 'October 2025 has 31 days.'],
    ['13/45/2026', 'I couldn’t read "13/45/2026".'],
    ['next Thrusday', 'I couldn’t read "next Thrusday".'],
    ['😀', 'I couldn’t read "😀".'],
    ['5', '"5" may be a day or an hour.'],
    ['', 'I couldn’t read ""'],
  ])('%j is no day: %s', (text, because) => {
    expect(reading(text).outcome).toBe('refused');
    expect(read(text)).toContain(because);
  });
});

describe('a log looks back, a plan ahead', () => {
  test.each([
    ['1 May', '2026-05-01', '2027-05-01'],
    ['Monday', '2026-10-26', '2026-11-02'],
    ['the 3rd', '2026-10-03', '2026-11-03'],
  ])('"%s" is %s for one and %s for the other', (text, back, ahead) => {
    expect([read(text), read(text, 'ahead')]).toEqual([back, ahead]);
  });

  test('what lies on the other side is refused with a true word', () => {
    expect(read('tomorrow')).toContain('Thu, Oct 29, 2026 has not come yet.');
    expect(read('yesterday', 'ahead')).toContain('Tue, Oct 27, 2026 has passed.');
    expect(read('Oct 20', 'ahead')).toContain('Tue, Oct 20 has passed. For next year’s, write the year too');
  });

  test('a list begins on the first day of what is named', () => {
    expect([read('last month', 'since'), read('this year', 'since')]).toEqual(['2026-09-01', '2026-01-01']);
  });
});

describe('two fair readings are asked about', () => {
  test.each([
    ['Mon Oct 22', '2026-10-22 or 2026-10-19'],
    ['wednesday', '2026-10-28 or 2026-10-21'],
  ])('%s: %s', (text, days) => expect(read(text)).toBe(days));

  test('an hour with a day of which only the day is kept is not taken off in silence', () => {
    expect(reading('yesterday 5 pm')).toEqual({
      outcome: 'asked',
      question: 'Only the day is kept here, not the hour.',
      answers: [{ label: 'Tue, Oct 27, 2026', words: '2026-10-27' }],
    });
  });
});
