import { formatDay, formatShortDay, weekdayName } from '../localTime.ts';
import { type Fair, none, one, several } from './fair.ts';

/** Plans look ahead, logs look back; a list that begins somewhere looks back too, and takes a month for its first day. */
export type Side = 'ahead' | 'back' | 'since';

export interface DayAsking {
  today: Temporal.PlainDate;
  side: Side;
  /** A day that has passed may be meant all the same: of an interview that was, not of a reminder. */
  mayBePast: boolean;
  /** Something begins then: a week or a month means its first day. */
  isStart?: boolean;
}

/** A date so near on the wrong side is meant more likely than the next one, a year from it. */
const SLIP_DAYS = 31;

interface Dated {
  month: number;
  day: number;
  year?: number;
  /** The month may be the day, and the day the month. */
  isEitherWay?: boolean;
}

type FullDate = Required<Pick<Dated, 'year' | 'month' | 'day'>>;

/** A written date with the weekday that was said with it, if any. */
export function dateOf(date: Dated, weekday: number | undefined, asking: DayAsking): Fair<Temporal.PlainDate> {
  if (date.isEitherWay) return eitherWay(date, weekday, asking);
  const nearest = date.year === undefined ? withoutYear(date, weekday, asking) : withYear(date, date.year);
  if ('because' in nearest || weekday === undefined) return nearest;
  const [day] = nearest.values;
  return nearest.values.some(({ dayOfWeek }) => dayOfWeek === weekday) ? nearest : against(weekday, day);
}

/** "3.11.2026" */
function eitherWay(date: Dated, weekday: number | undefined, asking: DayAsking): Fair<Temporal.PlainDate> {
  const { month, day, year } = date;
  const ways = [date, { month: day, day: month, year: year ?? 0 }].map(way =>
    dateOf({ ...way, isEitherWay: false }, weekday, asking),
  );
  const [first, ...others] = ways.flatMap(way => ('because' in way ? [] : way.values));
  return first ? several('Is the day first, or the month?', first, ...others) : (ways[0] ?? none(''));
}

/** "Mon Oct 29", a Thursday: that date, or the Monday next to it. */
function against(weekday: number, day: Temporal.PlainDate): Fair<Temporal.PlainDate> {
  const back = (day.dayOfWeek - weekday + 7) % 7;
  const near = back <= 3 ? day.subtract({ days: back }) : day.add({ days: 7 - back });
  return several(
    `${formatDay(day)} is a ${weekdayName(day.dayOfWeek)}, not a ${weekdayName(weekday)}. Which day is it?`,
    day,
    near,
  );
}

const exists = ({ year, month, day }: FullDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;

function withYear({ month, day }: Dated, year: number): Fair<Temporal.PlainDate> {
  if (exists({ year, month, day })) return one(new Temporal.PlainDate(year, month, day));
  return none(noSuchDay({ year, month, day }));
}

function noSuchDay({ year, month, day }: FullDate): string {
  if (month < 1 || month > 12) return `There is no month ${month}.`;
  const last = Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' });
  const name = last.toLocaleString('en-US', { month: 'long', year: 'numeric' });
  if (day < 1) return `There is no day ${day} in ${name}.`;
  return `${name} has ${last.day} days. The nearest is ${formatDay(last)}.`;
}

function withoutYear({ month, day }: Dated, weekday: number | undefined, asking: DayAsking): Fair<Temporal.PlainDate> {
  const { today, side, mayBePast } = asking;
  const isAhead = side === 'ahead';
  const after = (one: Temporal.PlainDate) => Temporal.PlainDate.compare(one, today);
  const year = nearestYear({ month, day }, today, isAhead);
  if (!exists({ year, month, day })) return none(noSuchDay({ year, month, day }));
  const near = [year - 1, year, year + 1]
    .filter(each => exists({ year: each, month, day }))
    .map(each => new Temporal.PlainDate(each, month, day));
  const right = isAhead ? near.find(each => after(each) >= 0) : near.findLast(each => after(each) <= 0);
  const wrong = isAhead ? near.findLast(each => after(each) < 0) : near.find(each => after(each) > 0);
  if (!right) return none(noSuchDay({ year, month, day }));
  const isSlip = wrong !== undefined && Math.abs(today.until(wrong).days) <= SLIP_DAYS;
  const fits = (each: Temporal.PlainDate) => weekday === undefined || each.dayOfWeek === weekday;
  if (!isSlip || (!fits(wrong) && fits(right) && weekday !== undefined)) return one(right);
  if (weekday !== undefined && !fits(wrong)) return one(right);
  if (mayBePast) return weekday === undefined ? several('Which year is that?', wrong, right) : one(wrong);
  return none(
    isAhead
      ? hasPassed(wrong, right)
      : `${formatDay(wrong)} has not come yet. For last year’s, write the year too: ${formatDay(right)}.`,
  );
}

/** The year whose date is the next or the last one, whether that year has it or not. */
function nearestYear({ month, day }: Dated, today: Temporal.PlainDate, isAhead: boolean): number {
  const isLater = month > today.month || (month === today.month && day >= today.day);
  const isEarlier = month < today.month || (month === today.month && day <= today.day);
  return isAhead ? today.year + (isLater ? 0 : 1) : today.year - (isEarlier ? 0 : 1);
}

const hasPassed = (day: Temporal.PlainDate, next: Temporal.PlainDate): string =>
  `${formatShortDay(day)} has passed. For next year’s, write the year too: ${formatDay(next)}.`;

/** "the 3rd", alone or with its weekday: the next one, or the last. */
export function dayOfMonthOf(
  day: number,
  weekday: number | undefined,
  { today, side }: DayAsking,
): Fair<Temporal.PlainDate> {
  if (day < 1 || day > 31) return none(`No month has a day ${day}.`);
  const step = side === 'ahead' ? 1 : -1;
  for (let months = 0; Math.abs(months) <= MONTHS_LOOKED_AT; months += step) {
    const { year, month } = today.toPlainYearMonth().add({ months });
    if (!exists({ year, month, day })) continue;
    const found = new Temporal.PlainDate(year, month, day);
    if (Temporal.PlainDate.compare(found, today) * step < 0) continue;
    if (weekday === undefined || found.dayOfWeek === weekday) return one(found);
  }
  return none(`No ${weekdayName(weekday ?? 1)} near falls on day ${day}. Write the month too.`);
}
/** "Friday the 13th" further off than that is rather a slip. */
const MONTHS_LOOKED_AT = 3;
