import { describe, expect, test } from 'vitest';
import { readTime, type TimeAsked } from '../../../src/domain/time/readTime.ts';

// Wed, Oct 28, 2026, 2 PM in Chicago.
const now = Temporal.Instant.from('2026-10-28T19:00:00Z');
const reading = (text: string, more: Partial<TimeAsked> = {}) =>
  readTime(text, { now, zone: 'America/Chicago', ...more });
const said = (text: string, more?: Partial<TimeAsked>): string => {
  const found = reading(text, more);
  if (found.outcome === 'understood') return found.value.at.toString();
  return found.outcome === 'asked' ? found.answers.map(({ words }) => words).join(' or ') : found.because;
};

describe('a day and an hour in plain words', () => {
  test.each([
    ['Tue 3 Nov 9am', '2026-11-03T09:00:00'],
    ['9am Tue, Nov 3', '2026-11-03T09:00:00'],
    ['14:30 3 Nov', '2026-11-03T14:30:00'],
    ['Tue, Nov 3, 2026, 9 AM', '2026-11-03T09:00:00'],
    ['2026-11-03 09:00', '2026-11-03T09:00:00'],
    ['11/3/2026 9am', '2026-11-03T09:00:00'],
    ['Fri 13 Nov 17:30', '2026-11-13T17:30:00'],
    ['3 Mar 9am', '2027-03-03T09:00:00'],
    ['tomorrow 2:30 pm', '2026-10-29T14:30:00'],
    ['tomorrow 05:30', '2026-10-29T05:30:00'],
    ['noon tomorrow', '2026-10-29T12:00:00'],
    ['Tue 9am', '2026-11-03T09:00:00'],
    ['Friday 5 pm Eastern', '2026-10-30T17:00:00-04:00[America/New_York]'],
    ['tonight', '2026-10-28T20:00:00'],
  ])('%s is %s', (text, time) => expect(said(text)).toBe(time));

  test('"3 pm" said at 2 pm is today, and "1 pm" is tomorrow', () => {
    expect(said('3 pm')).toBe('2026-10-28T15:00:00');
    expect(said('1 pm')).toBe('2026-10-29T13:00:00');
  });

  test('words that count from now are an instant, the same in every zone', () =>
    expect(said('in 48 hours')).toBe('2026-10-30T19:00:00Z'));

  test('a bare hour is read by the rule, and the rule is shown', () => {
    expect(reading('Tue at 3')).toMatchObject({ value: { notes: ['"at 3" is read as 3 PM.'] } });
    expect(said('Tue at 7')).toBe('2026-11-03T07:00:00');
    expect(said('Tue at 7', { meant: 'evening' })).toBe('2026-11-03T19:00:00');
  });

  test('an end that is said is kept beside the start', () => {
    expect(reading('Dec 8 from 9 AM to 1 PM')).toMatchObject({ value: { ends: new Temporal.PlainTime(13) } });
  });
});

describe('what is not one moment', () => {
  test.each([
    ['3 Nov', 'At what hour on Tue, Nov 3, 2026?'],
    ['in 3 days', 'At what hour on Sat, Oct 31, 2026?'],
    ['30 Feb 2:00', 'February 2027 has 28 days. The nearest is Sun, Feb 28, 2027.'],
    ['31 Nov 9am', 'November 2026 has 30 days.'],
    ['Thrusday 9am', 'I understood "9am", but not "Thrusday".'],
    ['tomorrow 5 PM after rounds', 'I understood "tomorrow 5 PM", but not "after rounds".'],
    ['tomorrow at 25:00', 'No clock shows "at 25:00".'],
    ['every Friday at 9', 'One day and hour are needed here.'],
    ['', 'I couldn’t read ""'],
  ])('%j is refused: %s', (text, because) => {
    expect(reading(text).outcome).toBe('refused');
    expect(said(text)).toContain(because);
  });

  test.each([
    ['Tue 4 Nov 9am', '2026-11-04 09:00 or 2026-11-03 09:00'],
    ['15h', '2026-10-28 15:00 or 2026-10-29 05:00'],
    ['Wed 21 Oct 9am', '2026-10-21 09:00'],
    ['21 Oct 9am', '2026-10-21 09:00 or 2027-10-21 09:00'],
    ['Friday 5 pm IST', 'Friday 5 pm Asia/Kolkata or Friday 5 pm Europe/Dublin or Friday 5 pm Asia/Jerusalem'],
  ])('%j is asked about: %s', (text, answers) => {
    expect(reading(text).outcome).toBe('asked');
    expect(said(text)).toBe(answers);
  });

  test('a deadline without its hour is asked about', () =>
    expect(said('by Friday', { isDeadline: true })).toBe('2026-10-30 17:00 or 2026-10-30 23:59'));
});

test('the words of an answer mean that answer alone', () => {
  for (const words of ['Tue 4 Nov 9am', '15h', '21 Oct 9am', 'next Friday 9am', 'Friday midnight', '11 Nov 6'])
    for (const answer of asked(words)) expect(reading(answer.words).outcome, answer.words).toBe('understood');
});

function asked(words: string) {
  const found = reading(words);
  return found.outcome === 'asked' ? found.answers : [];
}
