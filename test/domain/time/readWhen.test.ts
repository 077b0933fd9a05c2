import { describe, expect, test } from 'vitest';
import type { Interview } from '../../../src/domain/notebook.ts';
import { describeRule } from '../../../src/domain/time/describeRule.ts';
import { readWhen } from '../../../src/domain/time/readWhen.ts';

const zone = 'America/Chicago';
/** Wednesday. */
const now = Temporal.ZonedDateTime.from('2026-10-14T14:00[America/Chicago]').toInstant();
const interview = (id: string, programId: string, day: string, kind: Interview['kind'] = 'interview'): Interview => ({
  id,
  programId,
  kind,
  day: Temporal.PlainDate.from(day),
  time: new Temporal.PlainTime(9),
  zone: 'America/New_York',
  minutes: null,
  followUpSentOn: null,
});
const programs = [
  { id: 'l', name: 'Lakeside' },
  { id: 's', name: 'St. Mary' },
];
const interviews = [
  interview('1', 's', '2026-10-20'),
  interview('2', 'l', '2026-11-03'),
  interview('3', 'l', '2026-10-01'),
  interview('4', 'l', '2026-11-02', 'social'),
];
const calendar = { interviews, programs, dates: [] };
const read = (text: string, at = now) => readWhen(text, { now: at, zone, calendar });
const said = (text: string, at = now): string => {
  const result = read(text, at);
  if (result.outcome === 'refused') return `no: ${result.because}`;
  if (result.outcome === 'asked') return result.answers.map(({ words }) => words).join(' or ');
  const { at: first, rule } = result.value;
  return `${first.toString({ smallestUnit: 'minute' })}${rule ? ` ${rule}` : ''}`;
};

describe('once', () => {
  test.each([
    ['tomorrow 6pm', '2026-10-15T18:00'],
    ['Tomorrow at 18:30', '2026-10-15T18:30'],
    ['3 pm', '2026-10-14T15:00'],
    ['at 15:00', '2026-10-14T15:00'],
    ['1 pm', '2026-10-15T13:00'],
    ['tonight', '2026-10-14T20:00'],
    ['this evening', '2026-10-14T18:00'],
    ['tomorrow morning', '2026-10-15T08:00'],
    ['noon', '2026-10-15T12:00'],
    ['Friday', '2026-10-16T09:00'],
    ['on Friday at 7', '2026-10-16T07:00'],
    ['Wednesday 8am', '2026-10-21T08:00'],
    ['29 Oct', '2026-10-29T09:00'],
    ['Nov 3 at 5pm', '2026-11-03T17:00'],
    ['2026-11-03 17:00', '2026-11-03T17:00'],
    ['next week', '2026-10-19 09:00 or 2026-10-21 09:00'],
    ['at 3', '2026-10-14T15:00'],
    ['at 8', '2026-10-14 20:00 or 2026-10-15 08:00'],
    ['tomorrow 5 pm ET', '2026-10-15T16:00'],
    ['in 60 days', '2026-12-13T14:00'],
    ['in two weeks at 6 pm', '2026-10-28T18:00'],
    ['in 90 minutes', '2026-10-14T15:30'],
  ])('"%s" said on Wed, Oct 14 at 2 PM is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test('F15: "15:00" said at 14:30 is today, and said at 15:00 is tomorrow', () => {
    const half = now.add({ minutes: 30 });
    expect(said('15:00', half)).toBe('2026-10-14T15:00');
    expect(said('15:00', half.add({ minutes: 30 }))).toBe('2026-10-15T15:00');
  });

  test('hours from now are real hours over the night on which the clocks go back', () => {
    const before = Temporal.ZonedDateTime.from('2026-10-31T23:30[America/Chicago]').toInstant();
    expect(said('in 3 hours', before)).toBe('2026-11-01T01:30');
    expect(said('in 1 day', before)).toBe('2026-11-01T23:30');
  });

  test.each(['yesterday', '13 Oct 2026', 'today at 1 pm', 'next Thrusday', '31 Nov', '', 'at 25', 'blue'])(
    '"%s" is refused in one sentence with an example',
    text => {
      const result = read(text);
      expect(result.outcome).toBe('refused');
      expect(result.outcome === 'refused' ? result.because : '').toMatch(/has passed|Try "|The nearest is/);
    },
  );
});

describe('again and again', () => {
  test.each([
    ['every second Friday at 7 am', '2026-10-16T07:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every second Friday at 7 AM'],
    ['every other Friday at 7', '2026-10-16T07:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every second Friday at 7 AM'],
    ['every weekday at 8', '2026-10-15T08:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday at 8 AM'],
    ['every day at 9pm', '2026-10-14T21:00 FREQ=DAILY', 'every day at 9 PM'],
    ['daily 7:30', '2026-10-15T07:30 FREQ=DAILY', 'every day at 7:30 AM'],
    ['Mondays', '2026-10-19T09:00 FREQ=WEEKLY;BYDAY=MO', 'every Monday at 9 AM'],
    [
      'every Monday and Thursday at 6 pm',
      '2026-10-15T18:00 FREQ=WEEKLY;BYDAY=MO,TH',
      'every Monday and Thursday at 6 PM',
    ],
    ['every month on the 3rd at 9', '2026-11-03T09:00 FREQ=MONTHLY;BYMONTHDAY=3', 'every month on the 3rd at 9 AM'],
    [
      'every month on the first Monday',
      '2026-11-02T09:00 FREQ=MONTHLY;BYDAY=1MO',
      'every month on the first Monday at 9 AM',
    ],
    ['every 3 days at 8 am', '2026-10-15T08:00 FREQ=DAILY;INTERVAL=3', 'every 3 days at 8 AM'],
    ['every Friday in the evening', '2026-10-16T18:00 FREQ=WEEKLY;BYDAY=FR', 'every Friday at 6 PM'],
  ])('"%s" is %s, said as "%s"', (text, expected, words) => {
    expect(said(text)).toBe(expected);
    const result = read(text);
    if (result.outcome !== 'understood' || result.value.rule === null) throw new Error('not a rule');
    expect(describeRule({ at: result.value.at, rule: result.value.rule })).toBe(words);
  });

  test.each(['every minute', 'every hour', 'every blue moon', 'every'])('"%s" is refused', text => {
    expect(read(text).outcome).toBe('refused');
  });
});

describe('before an interview', () => {
  test.each([
    ['two days before my interview at Lakeside', '2026-11-01T18:00'],
    // For the next one, on 20 Oct, it is too late.
    ['seven days before my interview', '2026-10-27T18:00'],
    ['2 days before my interview at Lakeside at 7 pm', '2026-11-01T19:00'],
    ['the evening before my interview at st. mary', '2026-10-19T18:00'],
    ['the day before my interview', '2026-10-19T18:00'],
    ['3 hours before my interview at Lakeside', '2026-11-03T05:00'],
    ['one day before my social at Lakeside', '2026-11-01T18:00'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test('a program without an interview ahead is named, and a moment that is over is not taken', () => {
    expect(said('two days before my interview at Nowhere')).toContain('no interview at "nowhere" ahead');
    expect(said('two weeks before my interview at St. Mary')).toContain('has passed');
  });
});
