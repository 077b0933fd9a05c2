import { type Every, type Finder, finder, type Meaning } from './piece.ts';
import { oneOf, partWords, places, type Unit, units } from './vocabulary.ts';

const WORKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

/** Rhythms that one word names. */
const rhythms = new Map<string, Every>([
  ...['daily', 'once a day', 'once daily', 'everyday', 'each and every day'].map(
    word => [word, { interval: 1, unit: 'day' }] as const,
  ),
  ...['weekly', 'once a week', 'once weekly'].map(word => [word, { interval: 1, unit: 'week' }] as const),
  ...['monthly', 'once a month'].map(word => [word, { interval: 1, unit: 'month' }] as const),
  ...['yearly', 'annually', 'once a year'].map(word => [word, { interval: 1, unit: 'year' }] as const),
  ...['fortnightly', 'every fortnight'].map(word => [word, { interval: 2, unit: 'week' }] as const),
  ...['biweekly', 'bi-weekly'].map(word => [word, { interval: 2, unit: 'week', isDoubtful: true }] as const),
  ...['bimonthly', 'bi-monthly'].map(word => [word, { interval: 2, unit: 'month', isDoubtful: true }] as const),
  ...['quarterly', 'every quarter'].map(word => [word, { interval: 3, unit: 'month' }] as const),
  ...['weekdays', 'week days', 'workdays', 'business days'].map(
    word => [word, { interval: 1, weekdays: WORKDAYS }] as const,
  ),
  ...['m-f', 'mon-fri', 'm to f', 'mtwrf', 'mtwthf'].map(word => [word, { interval: 1, weekdays: WORKDAYS }] as const),
  ...['mwf', 'm/w/f', 'm-w-f'].map(word => [word, { interval: 1, weekdays: [1, 3, 5] }] as const),
  ...['tth', 't/th', 'tuth', 'tu/th', 't-th'].map(word => [word, { interval: 1, weekdays: [2, 4] }] as const),
  ...['weekends'].map(word => [word, { interval: 1, weekdays: WEEKEND }] as const),
]);

const PLACE = oneOf([...places.keys()].filter(word => word !== 'last'));
const STEP = `(?:(?<other>other|alternate|alternating|2nd|second)|(?<place>${PLACE})|(?<number>\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve))`;
const EVERY = '(?:every single|every|each|ev)';
const numbers = new Map(
  'two three four five six seven eight nine ten'.split(' ').map((word, index) => [word, index + 2]),
);

type Found = Record<string, string | undefined>;

const intervalOf = ({ other, place, number }: Found): number =>
  other ? 2 : place ? (places.get(place) ?? 1) : number ? (numbers.get(number) ?? Number(number)) : 1;

const everyOf = (found: Found, of: Partial<Every> = {}): Meaning => ({
  kind: 'every',
  interval: intervalOf(found),
  ...of,
});

/** What says that something comes again. */
export const repeatFinders: readonly Finder[] = [
  finder(oneOf(rhythms.keys()), (_, text) => {
    const every = rhythms.get(text);
    return every ? [{ kind: 'every', ...every }] : [];
  }),
  finder(`${EVERY}(?: ${STEP})? (?<unit>${oneOf([...units.keys()].filter(word => word.length > 2))})`, found => [
    everyOf(found, { unit: unitOf(found) }),
  ]),
  finder(`${EVERY} (?<number>\\d{1,3}) ?(?<unit>d|w|h|m)`, found => [everyOf(found, { unit: unitOf(found) })]),
  finder('nightly', () => [
    { kind: 'every', interval: 1, unit: 'day' },
    { kind: 'part', part: 'night' },
  ]),
  finder('hourly', () => [{ kind: 'every', interval: 1, unit: 'hour' }]),
  finder(`${EVERY}(?: ${STEP})? (?:week ?day|work ?day|business day)s?`, found => [
    everyOf(found, { weekdays: WORKDAYS }),
  ]),
  finder(`${EVERY}(?: ${STEP})? (?:weekend|wknd)s?`, found => [everyOf(found, { weekdays: WEEKEND })]),
  finder(`${EVERY}(?: ${STEP})? (?<part>${oneOf(partWords.keys())})`, found => [
    everyOf(found, { unit: 'day' }),
    { kind: 'part', part: partWords.get(found.part ?? '') ?? 'morning' },
  ]),
  // Before a weekday, a date or "1st": what they say.
  finder(`${EVERY}(?: (?<other>other|alternate|alternating))?`, found => [everyOf(found)]),
  finder(`${EVERY} (?<place>${PLACE})(?= [a-z])`, found => [
    everyOf(found, { isPlace: true, isFigure: /^\d/.test(found.place ?? '') }),
  ]),
  finder(`${EVERY} (?<place>${PLACE}|last) day(?= of)`, ({ place = '' }) => [
    { kind: 'every', interval: 1 },
    { kind: 'day', by: 'nth', nth: places.get(place) ?? 1 },
  ]),
];

const unitOf = ({ unit = '' }: Found): Unit => units.get(unit) ?? 'day';
