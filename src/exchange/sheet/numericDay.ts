import { weekdayNames } from '../../domain/time/localTime.ts';
import type { DayOrder } from './heads.ts';

/** A day written in figures, and what stands behind it. */
export interface NumericDay {
  /** What it is in each order of day and month; null where it is none. The same in both where the year comes first. */
  readings: Readonly<Record<DayOrder, Temporal.PlainDate | null>>;
  /** The sign between its figures. */
  sign: string;
  isYearSaid: boolean;
  rest: string;
}

const FIGURES = /^(?:([a-z]{2,9})\.?,?\s+)?(\d{1,2})([./-])(\d{1,2})(?:\3(\d{4}|\d{2}))?\.?(?:(?:,?\s+|,|T)(\S.*))?$/i;
const YEAR_FIRST = /^(\d{4})([./-]?)(\d{1,2})\2(\d{1,2})(?:(?:,?\s+|T)(\S.*))?$/i;

/** A second day behind the first: which of them is meant is not for its column to say. */
const ANOTHER = /\d\/\d|\d[.-]\d{1,2}[.-]\d/;
/** "12/3/2026 (Thu)". */
const BEHIND = /^\(?([a-z]{3,9})\.?\)?$/i;

/** Years that a file of an applicant's is about. */
const YEARS = 10;

/** Reads a day in figures; undefined where the text is none. @param nearest gives a day without a year its year */
export function numericDay(
  text: string,
  today: Temporal.PlainDate,
  nearest: (month: number, day: number) => Temporal.PlainDate | null,
): NumericDay | undefined {
  const [first, yearText = '', sign = '', month, day, tail = ''] = YEAR_FIRST.exec(text) ?? [];
  const isDate = (year: number) => Math.abs(year - today.year) <= YEARS;
  if (first !== undefined) {
    const found = isDate(Number(yearText)) ? dateOf(Number(yearText), Number(month), Number(day)) : null;
    if (sign === '' && (month?.length !== 2 || day?.length !== 2)) return undefined;
    return { readings: { 'day first': found, 'month first': found }, sign, isYearSaid: true, rest: tail };
  }
  const [, before, one, between = '', other, short, behind = ''] = FIGURES.exec(text) ?? [];
  const [, after] = BEHIND.exec(behind) ?? [];
  const isNamedBehind = after !== undefined && isWeekday(after);
  const [weekday, rest] = isNamedBehind ? [before ?? after, ''] : [before, behind];
  if (one === undefined || other === undefined || !isWeekday(weekday) || ANOTHER.test(rest)) return undefined;
  const year = short === undefined ? undefined : Number(short) + (short.length === 2 ? 2000 : 0);
  const read = (monthSaid: string, daySaid: string) => {
    if (year !== undefined && !isDate(year)) return null;
    const found =
      year === undefined
        ? nearest(Number(monthSaid), Number(daySaid))
        : dateOf(year, Number(monthSaid), Number(daySaid));
    return found && (weekday === undefined || nameOf(found).startsWith(weekday.toLowerCase())) ? found : null;
  };
  return {
    readings: { 'day first': read(other, one), 'month first': read(one, other) },
    sign: between,
    isYearSaid: year !== undefined,
    rest,
  };
}

const nameOf = (day: Temporal.PlainDate): string => (weekdayNames[day.dayOfWeek - 1] ?? '').toLowerCase();

const isWeekday = (word: string | undefined): boolean =>
  word === undefined || weekdayNames.some(name => name.toLowerCase().startsWith(word.toLowerCase()));

/** The day, where it exists. */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
