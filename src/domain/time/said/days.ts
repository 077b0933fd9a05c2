import { type Finder, finder, type Meaning, type Which } from './piece.ts';
import {
  type DayPart,
  longWeekdays,
  months,
  nearDays,
  nearNights,
  oneOf,
  partWords,
  places,
  weekdays,
} from './vocabulary.ts';

type Found = Record<string, string | undefined>;

const WEEKDAY = `(?<weekday>${oneOf(weekdays.keys())})\\.?(?!['’])`;
const MONTH = `(?<month>${oneOf(months.keys())})\\.?`;
const PLACE = `(?<place>${oneOf(places.keys())})`;
const WHICH = `(?:(?:the|this) )?(?:(?<next>next|nxt)|(?<last>last|past|previous)|(?<coming>coming|upcoming|following)|(?<this>this))`;
const PERIOD = '(?<unit>week|weekend|wknd|month|year|yr)';

const periods = {
  week: 'week',
  weekend: 'weekend',
  wknd: 'weekend',
  month: 'month',
  year: 'year',
  yr: 'year',
} as const;

function whichOf({ next, last }: Found): Which {
  return next ? 'next' : last ? 'last' : 'this';
}
const hasWhich = ({ next, last, coming, this: here }: Found) => next ?? last ?? coming ?? here;
const withWhich = (found: Found) => (hasWhich(found) ? { which: whichOf(found) } : {});
const weekdayOf = ({ weekday = '' }: Found): number => weekdays.get(weekday) ?? 0;

/** Days that are named by their place in a week, a month or from today; written dates are found elsewhere. */
export const dayFinders: readonly Finder[] = [
  // "last Friday" is a day of its own, but in "last Friday of the month".
  finder(`(?:the )?(?!last (?!day|\\S+ (?:of|in) ))${PLACE} (?:${WEEKDAY}|day)`, ({ place = '', ...found }) => [
    { kind: 'day', by: 'nth', nth: places.get(place) ?? 1, ...(found.weekday && { weekday: weekdayOf(found) }) },
  ]),
  finder(
    `(?:the )?(?<one>${oneOf(places.keys())})(?: and|,| &) (?:the )?${PLACE} ${WEEKDAY}`,
    ({ one = '', place = '', ...found }) =>
      [one, place].map(each => ({ kind: 'day', by: 'nth', nth: places.get(each) ?? 1, weekday: weekdayOf(found) })),
  ),
  finder(`(?:${WHICH} )?${WEEKDAY}`, found => [
    { kind: 'day', by: 'weekday', weekday: weekdayOf(found), ...withWhich(found) },
  ]),
  finder(`(?<weekday>${oneOf(longWeekdays)})s(?!['’])`, found => [
    { kind: 'every', interval: 1, weekdays: [weekdayOf(found)] },
  ]),
  finder(`(?:the )?(?<day>${oneOf(nearDays.keys())})`, ({ day = '' }) => [
    { kind: 'day', by: 'near', days: nearDays.get(day) ?? 0 },
  ]),
  finder('tom', () => [{ kind: 'day', by: 'near', days: 1 }], { isNameToo: true }),
  finder(oneOf(nearNights.keys()), (_, text) => [
    { kind: 'day', by: 'near', days: nearNights.get(text) ?? 0 },
    { kind: 'part', part: 'night' },
  ]),
  finder(`${WHICH} ${PERIOD}`, found => [periodOf(found)]),
  finder('(?:the )?(?<unit>weekend|wknd|week|month|year)', found => [periodOf(found)]),
  finder(`(?:${WHICH} )?${MONTH}(?:,? (?<year>20\\d\\d))?`, found => [
    {
      kind: 'day',
      by: 'month',
      month: months.get(found.month ?? '') ?? 0,
      ...withWhich(found),
      ...(found.year && { year: Number(found.year) }),
    },
  ]),
  // "on day 3", as the description of a rule writes it.
  finder('(?:on )?day (?<day>[12]?\\d|3\\d)', ({ day }) => [{ kind: 'day', by: 'dayOfMonth', day: Number(day) }]),
  finder('(?:the )?(?<day>[12]?\\d|3\\d)(?:st|nd|rd|th)', ({ day }) => [
    { kind: 'day', by: 'dayOfMonth', day: Number(day) },
  ]),
  // "on the 15": no hour stands so.
  finder(
    '(?:on the|on|the) (?<day>\\d{1,2})(?![-:./]?\\d| ?[ap]\\.?m| [a-z]+ (?:before|after|ago|from))',
    ({ day }) => [{ kind: 'day', by: 'dayOfMonth', day: Number(day) }],
  ),
  finder('the (?<place>first|second|third|fourth|fifth)|(?<first>first)(?= of)', ({ place, first }) => [
    { kind: 'day', by: 'dayOfMonth', day: places.get(place ?? first ?? '') ?? 0 },
  ]),
  finder('(?:the )?end of', () => [{ kind: 'day', by: 'edge', edge: 'last' }]),
  finder('(?:the )?(?:start|beginning) of', () => [{ kind: 'day', by: 'edge', edge: 'first' }]),
];

const periodOf = (found: Found): Meaning => ({
  kind: 'day',
  by: 'period',
  unit: periods[(found.unit ?? 'week') as keyof typeof periods],
  which: whichOf(found),
});

const AGAIN = new Map<string, DayPart>([
  ['mornings', 'morning'],
  ['afternoons', 'afternoon'],
  ['evenings', 'evening'],
  ['nights', 'night'],
]);

/** Parts of the day; "this morning" is today's. */
export const partFinders: readonly Finder[] = [
  finder(`(?:(?:in|during) the |in |at |by )?(?<part>${oneOf(partWords.keys())})`, ({ part = '' }) => [
    { kind: 'part', part: partWords.get(part) ?? 'morning' },
  ]),
  finder(`this (?<part>${oneOf(partWords.keys())})`, ({ part = '' }) => [
    { kind: 'day', by: 'near', days: 0 },
    { kind: 'part', part: partWords.get(part) ?? 'morning' },
  ]),
  finder(oneOf(AGAIN.keys()), (_, text) => [{ kind: 'part', part: AGAIN.get(text) ?? 'morning', isAgain: true }]),
];
