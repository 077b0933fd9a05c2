import { describe, expect, test } from 'vitest';
import { describeRule } from '../../../src/domain/time/describeRule.ts';
import { findTime } from '../../../src/domain/time/findTime.ts';
import { readDay } from '../../../src/domain/time/readDay.ts';
import { readTime } from '../../../src/domain/time/readTime.ts';
import { readWhen, type When } from '../../../src/domain/time/readWhen.ts';
import type { Reading } from '../../../src/domain/words/reading.ts';
import fc from '../../support/properties.ts';

const zone = 'America/Chicago';
/** Wednesday. */
const now = Temporal.ZonedDateTime.from('2026-10-14T14:00[America/Chicago]').toInstant();
const asking = { now, zone };

const day = (text: string) => Temporal.PlainDate.from(text);
const hour = (text: string) => Temporal.PlainTime.from(text);

/** What people say, and what it means by itself. */
const days: readonly (readonly [string, Temporal.PlainDate])[] = [
  ['tomorrow', day('2026-10-15')],
  ['tmrw', day('2026-10-15')],
  ['Friday', day('2026-10-16')],
  ['this sat', day('2026-10-17')],
  ['next Tuesday', day('2026-10-20')],
  ['Tuesday next week', day('2026-10-20')],
  ['the day after tomorrow', day('2026-10-16')],
  ['the 20th', day('2026-10-20')],
  ['Nov 3', day('2026-11-03')],
  ['3 November 2026', day('2026-11-03')],
  ['Tue, Nov 3', day('2026-11-03')],
  ['11/3/2026', day('2026-11-03')],
  ['2026-11-03', day('2026-11-03')],
  ['the first Monday of November', day('2026-11-02')],
  ['a week from Friday', day('2026-10-23')],
  ['in 3 days', day('2026-10-17')],
  ['the last day of the month', day('2026-10-31')],
];
const hours: readonly (readonly [string, Temporal.PlainTime])[] = [
  ['9am', hour('09:00')],
  ['at 9:30 a.m.', hour('09:30')],
  ['@ 7', hour('07:00')],
  ['at 3', hour('15:00')],
  ['noon', hour('12:00')],
  ['17:30', hour('17:30')],
  ['6p', hour('18:00')],
  ['half past six', hour('18:30')],
  ['20 past 4', hour('16:20')],
  ['seven thirty pm', hour('19:30')],
  ['in the evening', hour('18:00')],
  ['at 8 in the morning', hour('08:00')],
  ['EOD', hour('17:00')],
  ['19h00', hour('19:00')],
  ['1730', hour('17:30')],
];
const zones: readonly (readonly [string, string])[] = [
  ['', zone],
  ['ET', 'America/New_York'],
  ['Pacific time', 'America/Los_Angeles'],
  ['(EST)', 'America/New_York'],
  ['UTC', 'UTC'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
];
const fillers = ['', 'please', 'um,', 'ok, so'];
/** Words that a time does not have: each of them changes what was said. */
const tails = [
  'after rounds',
  'or Wednesday',
  'unless I am on call',
  'except holidays',
  'if the list is done',
  'with Ana',
  'maybe',
  'and the 7th',
  'the clinic',
  'before lunch',
  'ish',
  'twice',
  'every other',
  'until',
  'for 20 patients',
];
const pick = <Value>(list: readonly Value[]) => fc.constantFrom(...list);
const value = <T>(reading: Reading<T>): T | undefined => (reading.outcome === 'understood' ? reading.value : undefined);

const phrase = fc.record({
  day: pick(days),
  hour: pick(hours),
  zone: pick(zones),
  filler: pick(fillers),
  hourFirst: fc.boolean(),
});
type Phrase = typeof phrase extends fc.Arbitrary<infer P> ? P : never;
const said = ({ day: [day], hour: [hour], zone: [zone], filler, hourFirst }: Phrase): string =>
  [filler, ...(hourFirst ? [hour, zone, day] : [day, hour, zone])].filter(Boolean).join(' ');
const meant = ({ day: [, day], hour: [, plainTime], zone: [, timeZone] }: Phrase): Temporal.ZonedDateTime =>
  day.toZonedDateTime({ timeZone, plainTime });

describe('a phrase of a day, an hour and a zone', () => {
  test('is what its parts mean, or is asked or refused', () => {
    let understood = 0;
    fc.assert(
      fc.property(phrase, parts => {
        const text = said(parts);
        const at = meant(parts);
        const reminder = value(readWhen(text, asking));
        if (reminder) expect(reminder.at.toString(), text).toBe(at.withTimeZone(zone).toPlainDateTime().toString());
        const time = value(readTime(text, asking));
        const start = time && (time.at instanceof Temporal.PlainDateTime ? time.at.toZonedDateTime(zone) : time.at);
        if (start) expect(start.toString().slice(0, 16), text).toBe(at.toString().slice(0, 16));
        expect(time === undefined, text).toBe(reminder === undefined);
        understood += reminder ? 1 : 0;
        const dayOnly = value(readDay(parts.day[0], { ...asking, side: 'ahead' }));
        expect(dayOnly?.toString(), parts.day[0]).toBe(parts.day[1].toString());
      }),
      { numRuns: 400 },
    );
    // Few of them have two fair readings.
    expect(understood).toBeGreaterThan(360);
  });

  test('is never understood with words that it does not have, wherever they stand', () => {
    fc.assert(
      fc.property(phrase, pick(tails), fc.nat(), (parts, tail, place) => {
        const words = said(parts).split(' ');
        const at = place % (words.length + 1);
        const text = [...words.slice(0, at), tail, ...words.slice(at)].join(' ');
        const plain = value(readWhen(said(parts), asking));
        const more = value(readWhen(text, asking));
        if (more) expect([more.at.toString(), more.rule], text).not.toEqual([plain?.at.toString(), plain?.rule]);
        const dayOnly = value(readDay(text, { ...asking, side: 'ahead' }));
        expect(dayOnly, text).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  test('is found in a sentence, whose rest is what was to be done', () => {
    const things = ['email Dr. Patel', 'call mom about the flight', 'send 3 letters', 'read the CT notes', 'thank Tom'];
    fc.assert(
      fc.property(phrase, pick(things), fc.boolean(), (parts, thing, first) => {
        const text = said({ ...parts, filler: '' });
        const found = findTime(first ? `${text} ${thing}` : `${thing} ${text}`, asking);
        const alone = readWhen(text, asking);
        if (found?.reading.outcome !== 'understood') return;
        expect(found.rest, text).toBe(thing);
        expect(found.reading, text).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what comes again', () => {
  const rhythms: readonly (readonly [string, string])[] = [
    ['every day', 'FREQ=DAILY'],
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every mon, wed and fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['Tuesdays and Thursdays', 'FREQ=WEEKLY;BYDAY=TU,TH'],
    ['every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['every 3 weeks on Monday', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO'],
    ['the first of every month', 'FREQ=MONTHLY;BYMONTHDAY=1'],
    ['every second Tuesday of the month', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['the last Friday of every month', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['every month on the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['every March 3', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3'],
    ['every 2 days', 'FREQ=DAILY;INTERVAL=2'],
    ['weekends', 'FREQ=WEEKLY;BYDAY=SA,SU'],
  ];
  const ends: readonly (readonly [string, string])[] = [
    ['', ''],
    ['until December 20, 2028', ';UNTIL=20281220'],
    ['10 times', ';COUNT=10'],
  ];
  const again = fc.record({ rhythm: pick(rhythms), hour: pick(hours), end: pick(ends), hourFirst: fc.boolean() });
  type Again = typeof again extends fc.Arbitrary<infer A> ? A : never;
  const words = ({ rhythm: [rhythm], hour: [hour], end: [end], hourFirst }: Again) =>
    [...(hourFirst ? [hour, rhythm] : [rhythm, hour]), end].filter(Boolean).join(' ');

  test('is the rule of its parts, or is asked or refused; and never with words that a rule does not hold', () => {
    let understood = 0;
    fc.assert(
      fc.property(again, pick(tails), (parts, tail) => {
        const read = value(readWhen(words(parts), asking));
        if (read)
          expect([read.rule, read.at.toPlainTime().toString()], words(parts)).toEqual([
            parts.rhythm[1] + parts.end[1],
            parts.hour[1].toString(),
          ]);
        understood += read ? 1 : 0;
        const more = value(readWhen(`${words(parts)} ${tail}`, asking));
        if (more) expect([more.rule, more.at], `${words(parts)} ${tail}`).not.toEqual([read?.rule, read?.at]);
      }),
      { numRuns: 300 },
    );
    expect(understood).toBeGreaterThan(270);
  });

  test('is described in words that mean it', () => {
    fc.assert(
      fc.property(again, parts => {
        const read = value(readWhen(words(parts), asking));
        if (!read?.rule) return;
        const { at, rule } = read;
        const described = `${describeRule({ at, rule })} starting ${at.toPlainDate()}`;
        const same = value(readWhen(described, asking));
        expect([same?.at.toString(), same?.rule], described).toEqual([at.toString(), rule]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The words of times, in no order at all. */
const anyWords = fc
  .array(
    fc.oneof(
      pick([...days, ...hours, ...zones].map(([text]) => text)),
      pick(tails),
      pick(
        'every next last this mon fri 3 12 31 2026 am pm noon night until from to and of the in 2 weeks ago before after my interview month year first third - , @ : / 5th'.split(
          ' ',
        ),
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map(words => words.join(' '));

test('whatever is said is answered: nothing throws, and the words of an answer are understood', () => {
  const answered = <T>(read: (text: string) => Reading<T>, text: string) => {
    const reading = read(text);
    if (reading.outcome === 'refused') expect(reading.because, text).toMatch(/\S/);
    if (reading.outcome === 'asked')
      for (const { words } of reading.answers) expect(read(words).outcome, `${text} -> ${words}`).not.toBe('refused');
  };
  fc.assert(
    fc.property(anyWords, text => {
      answered<When>(words => readWhen(words, { ...asking, quiet: { from: '22:00', to: '07:00' } }), text);
      answered(words => readTime(words, asking), text);
      for (const side of ['back', 'ahead', 'since'] as const)
        answered(words => readDay(words, { ...asking, side }), text);
      findTime(text, asking);
    }),
    { numRuns: 500 },
  );
});
