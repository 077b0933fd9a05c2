import * as chrono from 'chrono-node';
import type { Meaning, Span } from './piece.ts';

/** A date that is written out, with its hour where that is written into it. */
export interface Written extends Span {
  meanings: readonly Meaning[];
}

/** The library's parsers that read a written date, without its refiners: what those do not understand, they guess. */
const PARSERS = /MonthName|SlashDate|YearMonthDay|ISOFormat/;
const { parsers } = chrono.en.configuration.createConfiguration(true);
const written = new chrono.Chrono({
  parsers: parsers.filter(parser => PARSERS.test(parser.constructor.name)),
  refiners: [],
});

/** "3.11.2026": with dots the day comes first to most, and the month to some. */
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d|\d\d)(?![\d.])/g;

/** The dates that are written out in the words, none within another, in their order. */
export function writtenDates(words: string, now: Temporal.Instant): Written[] {
  const found = written.parse(words, new Date(now.epochMilliseconds)).map(result => writtenOf(result, words));
  const all = [...dotted(words), ...found.filter(one => isWhole(one, words))];
  const outer = all.filter(
    (one, index) => !all.some((other, place) => covers(other, one) && (!covers(one, other) || place < index)),
  );
  const inOrder = outer.toSorted((one, other) => one.start - other.start);
  return inOrder.flatMap((one, index) => {
    const [before, after] = [inOrder[index - 1], inOrder[index + 1]];
    if (before && before.end > one.start) return [];
    return after && after.start < one.end ? eitherOf(one, after, words) : [one];
  });
}

const covers = (one: Span, other: Span): boolean => one.start <= other.start && one.end >= other.end;

/** "Feb 13th" is, "Feb 13thing" is not. */
const isWhole = ({ end }: Span, words: string): boolean => !/[\p{L}\p{N}]{2}/u.test(words.slice(end - 1, end + 1));

/** "11 Nov 3": the eleventh at three, or the third at eleven. */
function eitherOf(one: Written, other: Written, words: string): Written[] {
  if (/^(?::\d|\s?[ap]\.?m)/.test(words.slice(other.end))) return [one];
  const text = words.slice(one.start, other.end);
  return [
    {
      ...one,
      end: other.end,
      meanings: [{ kind: 'trouble', because: `"${text}" may be two days: write the hour as "3 PM".` }],
    },
  ];
}

const dotted = (words: string): Written[] =>
  [...words.matchAll(DOTTED)].map(({ 0: text, 1: first, 2: second, 3: year, index }) => {
    const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
    const full = Number(year) + (Number(year) < 100 ? 2000 : 0);
    return {
      start: index,
      end: index + text.length,
      meanings: [
        {
          kind: 'day',
          by: 'date',
          day: Number(day),
          month: Number(month),
          year: full,
          ...(Number(first) <= 12 && Number(second) <= 12 && first !== second && { isEitherWay: true }),
        },
      ],
    };
  });

/** "Dec 5, 20 min past eight": what is taken for a year belongs to an hour. */
const SHORT_YEAR = /[ ,]+\d\d$/;
const HOUR_GOES_ON = /^ ?(?:[ap]\.?m\b|:\d|h\b|hrs?\b|min|o'clock|past)/;

function writtenOf({ index, text, start, end }: chrono.ParsedResult, words: string): Written {
  const isHour = SHORT_YEAR.test(text) && HOUR_GOES_ON.test(words.slice(index + text.length));
  const span = { start: index, end: index + (isHour ? text.replace(SHORT_YEAR, '') : text.trimEnd()).length };
  if (end) return { ...span, meanings: [{ kind: 'trouble', because: `"${text}" is more than one day: give one.` }] };
  const date: Meaning = {
    kind: 'day',
    by: 'date',
    day: start.get('day') ?? 0,
    month: start.get('month') ?? 0,
    ...(start.isCertain('year') && !isHour && { year: start.get('year') ?? 0 }),
    ...(/^\d{4}-\d\d-\d\d/.test(text) && { isISO: true }),
  };
  return { ...span, meanings: [date, ...hourOf(start)] };
}

/** "2026-11-03T09:00-05:00" has its hour in it; its zone is found as any other. */
const hourOf = (start: chrono.ParsedComponents): Meaning[] =>
  start.isCertain('hour')
    ? [{ kind: 'clock', hour: start.get('hour') ?? 0, minute: start.get('minute') ?? 0, isSure: true }]
    : [];
