/** The words that times are said with, as data: what each means, and how a pattern finds one of them. */

/** A pattern that finds one of these words, the longest first. */
export const oneOf = (words: Iterable<string>): string =>
  `(?:${[...words]
    .toSorted((one, other) => other.length - one.length)
    .map(word => RegExp.escape(word))
    .join('|')})`;

/** Several words for each of a row of values, as a map from word to value. */
const wordsFor = <Value>(rows: readonly (readonly [Value, string])[]): Map<string, Value> =>
  new Map(rows.flatMap(([value, words]) => words.split(', ').map(word => [word, value] as const)));

/** 1 Monday to 7 Sunday. */
export const weekdays = wordsFor([
  [1, 'mon, monday'],
  [2, 'tue, tues, tuesday'],
  [3, 'wed, weds, wednesday'],
  [4, 'thu, thur, thurs, thursday'],
  [5, 'fri, friday'],
  [6, 'sat, saturday'],
  [7, 'sun, sunday'],
]);
export const longWeekdays = [...weekdays.keys()].filter(word => word.endsWith('day'));

export const months = wordsFor([
  [1, 'jan, january'],
  [2, 'feb, february'],
  [3, 'mar, march'],
  [4, 'apr, april'],
  [5, 'may'],
  [6, 'jun, june'],
  [7, 'jul, july'],
  [8, 'aug, august'],
  [9, 'sep, sept, september'],
  [10, 'oct, october'],
  [11, 'nov, november'],
  [12, 'dec, december'],
]);

const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const teens = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const counted = new Map<string, number>([
  ...[...small, ...teens].map((word, index) => [word, index + 1] as const),
  ...tens.map((word, index) => [word, 20 + index * 10] as const),
]);

/** The hours of a clock in words. */
export const hourWords = new Map(small.map((word, index) => [word, index + 1]));

/** A number in words up to ninety-nine: "seven", "twenty-one". */
export const NUMBER_WORD = `(?:${oneOf(tens)}(?:[ -]?${oneOf(small.slice(0, 9))})?|${oneOf([...small, ...teens])})`;

/** What a number in words is; 0 where it is none. */
export const numberOf = (words: string): number =>
  (words.match(/[a-z]+?(?=ty)ty|[a-z]+/g) ?? []).reduce((sum, word) => sum + (counted.get(word) ?? 0), 0);

/** How many of something, but for plain numbers: what is vague, such as "a few", is none of them. */
export const amounts = wordsFor([
  [1, 'a, an'],
  [2, 'a couple of, a couple, couple of, couple'],
  [12, 'a dozen'],
  [0.5, 'half a, half an, a half, half, 1/2'],
  [0.25, 'a quarter of an, quarter of an, 1/4'],
  [0.75, 'three quarters of an, 3/4'],
]);

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Each unit by its words: what is counted is never shorter than a minute. */
export const units = wordsFor<Unit>([
  ['minute', 'minute, minutes, min, mins, m'],
  ['hour', 'hour, hours, hr, hrs, h'],
  ['day', 'day, days, d'],
  ['week', 'week, weeks, wk, wks, w, fortnight, fortnights'],
  ['month', 'month, months, mo, mos, mth, mths'],
  ['year', 'year, years, yr, yrs'],
]);

/** First to tenth and last, as places in a month or steps of a rhythm. */
export const places = wordsFor([
  [1, 'first, 1st'],
  [2, 'second, 2nd'],
  [3, 'third, 3rd'],
  [4, 'fourth, 4th'],
  [5, 'fifth, 5th'],
  [-1, 'last'],
]);

/** The hour that a part of the day means where none is said, and the hours that fit it. */
export const dayParts = {
  morning: { hour: 8, from: 0, to: 12 },
  noon: { hour: 12, from: 12, to: 12 },
  afternoon: { hour: 14, from: 12, to: 18 },
  evening: { hour: 18, from: 16, to: 23 },
  night: { hour: 20, from: 18, to: 23 },
  midnight: { hour: 0, from: 0, to: 0 },
  'end of the day': { hour: 17, from: 17, to: 17 },
} as const;
export type DayPart = keyof typeof dayParts;

export const partWords = wordsFor<DayPart>([
  ['morning', 'morning, morn, mornin'],
  ['noon', 'noon, noontime, midday, mid-day, 12 noon'],
  ['afternoon', 'afternoon, aft'],
  ['evening', 'evening, eve'],
  ['night', 'night, nite'],
  ['midnight', 'midnight, 12 midnight'],
  ['end of the day', 'eod, e.o.d., cob, c.o.b., close of business, end of day, end of the day, end of business'],
  ['end of the day', 'end of business day, end of the business day, eob'],
]);

/** Days that are named from today, and how far they are from it. */
export const nearDays = wordsFor([
  [0, 'today, 2day, tday'],
  [1, 'tomorrow, tomorow, tommorow, tommorrow, tomorrows, tmrw, tmrrw, tmw, tmr, tmoro'],
  [1, '2morrow, 2moro, 2mrw, 2mro'],
  [2, 'day after tomorrow, day after tmrw, day after tmr, overmorrow'],
  [-1, 'yesterday, yest, yday, yesturday, yesterdays'],
  [-2, 'day before yesterday'],
]);

/** Nights that are named from today: the day that each belongs to. */
export const nearNights = wordsFor([
  [0, 'tonight, tonite, 2nite, 2night, tonihgt'],
  [-1, 'last night, last nite'],
]);

/** What may stand in a time and says nothing. */
export const fillers = wordsFor([
  [null, 'at, on, by, in, for, of, the, please, pls, plz, um, umm, uh, er, hmm, ok, okay, so, well, like, just'],
  [null, 'thanks, thx, ty'],
]);
