import { describe, expect, test } from 'vitest';
import { readDay, readTime } from '../../../src/domain/time/readDay.ts';

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

describe('a day and an hour in plain words', () => {
  // Wed 28 Oct 2026, 2 PM in Chicago.
  const at = Temporal.Instant.from('2026-10-28T19:00:00Z');
  const said = (text: string) => readTime(text, at, 'America/Chicago')?.toString();

  test.each([
    ['Tue 3 Nov 9am', '2026-11-03T09:00:00'],
    ['9am Tue 3 Nov', '2026-11-03T09:00:00'],
    ['14:30 3 Nov', '2026-11-03T14:30:00'],
    ['Tue, Nov 3, 2026, 9:00 AM', '2026-11-03T09:00:00'],
    ['2026-11-03 09:00', '2026-11-03T09:00:00'],
    ['11/3/2026 9am', '2026-11-03T09:00:00'],
    ['Fri 13 Nov 17:30', '2026-11-13T17:30:00'],
    ['3 Mar 9am', '2027-03-03T09:00:00'],
    ['tomorrow 2:30 pm', '2026-10-29T14:30:00'],
    ['tomorrow 05:30', '2026-10-29T05:30:00'],
    ['noon tomorrow', '2026-10-29T12:00:00'],
    ['Tue 9am', '2026-11-03T09:00:00'],
  ])('%s is %s', (text, time) => expect(said(text)).toBe(time));

  test('"3 pm" said at 2 pm is today, and "1 pm" is tomorrow', () => {
    expect(said('3 pm')).toBe('2026-10-28T15:00:00');
    expect(said('1 pm')).toBe('2026-10-29T13:00:00');
  });
  test('a day that was a week ago stays in this year', () =>
    expect(said('Wed 21 Oct 9am')).toBe('2026-10-21T09:00:00'));
  test('words that count from now are an instant, the same in every zone', () =>
    expect(said('in 48 hours')).toBe('2026-10-30T19:00:00Z'));

  test.each([
    ['3 Nov', 'it has no hour'],
    ['in 3 days', 'it has no hour'],
    ['tonight', 'it has no hour'],
    ['at 3', 'it may be the morning or the afternoon'],
    ['Tue 4 Nov 9am', 'that day is a Wednesday'],
    ['30 Feb 2:00', 'there is no such day'],
    ['31 Nov 9am', 'there is no such day'],
    ['3 Nov 9am EST', 'a zone in it would go against the one beside it'],
    ['15h', 'it may be an hour or a while'],
    ['Friday 5 pm Eastern', 'not all of it is a time'],
    ['Thrusday 9am', 'not all of it is a time'],
    ['', 'it is empty'],
  ])('%j is refused: %s', text => expect(said(text)).toBeUndefined());
});
