import { weekdayName } from '../localTime.ts';
import type { DaySaid, Which } from '../said/piece.ts';
import type { DayAsking } from './dates.ts';
import { type Fair, none, one, several } from './fair.ts';

type By<Name extends DaySaid['by']> = Extract<DaySaid, { by: Name }>;

export const ONE_DAY = 'I can’t make one day of that. Try "Tue, Nov 3" or "in 3 days".';

export const steps: Record<Which, number> = { this: 0, next: 1, last: -1 };

export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** This month, the next or the last one. */
export const monthOf = (which: Which, { today }: DayAsking) => today.toPlainYearMonth().add({ months: steps[which] });

/** The month that is named, on the side that is meant: the first of it. */
export function namedMonth({ month, which, year }: By<'month'>, { today, side }: DayAsking): Temporal.PlainYearMonth {
  const here = new Temporal.PlainYearMonth(year ?? today.year, month);
  if (year !== undefined || which === 'this') return here;
  const after = Temporal.PlainYearMonth.compare(here, today.toPlainYearMonth());
  if (side === 'ahead') return after < 0 || (after === 0 && which === 'next') ? here.add({ years: 1 }) : here;
  return after > 0 || (after === 0 && which === 'last') ? here.subtract({ years: 1 }) : here;
}

const monthSaid = (month: By<'month'> | undefined, period: By<'period'> | undefined, asking: DayAsking) =>
  month ? namedMonth(month, asking) : period?.unit === 'month' ? monthOf(period.which, asking) : undefined;

/** "the second Tuesday of November", "the last day of the month" */
export function nthOf(
  { nth, weekday }: By<'nth'>,
  month: By<'month'> | undefined,
  period: By<'period'> | undefined,
  asking: DayAsking,
) {
  const found = monthSaid(month, period, asking);
  if (!found) return none(ONE_DAY);
  if (weekday === undefined)
    return nth > 0 ? one(found.toPlainDate({ day: nth })) : one(found.toPlainDate({ day: found.daysInMonth }));
  const first = found.toPlainDate({ day: 1 });
  const day = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  if (nth < 0) return one(nearestBefore(found.toPlainDate({ day: found.daysInMonth }), weekday));
  if (day.month === found.month) return one(day);
  return none(
    `There is no such ${weekdayName(weekday)} in ${found.toLocaleString('en-US', { month: 'long', year: 'numeric', calendar: 'iso8601' })}.`,
  );
}

const nearestBefore = (day: Temporal.PlainDate, weekday: number) =>
  day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });

/** "the end of the month", "the start of next week" */
export function edgeOf(
  { edge }: By<'edge'>,
  month: By<'month'> | undefined,
  period: By<'period'> | undefined,
  asking: DayAsking,
): Fair<Temporal.PlainDate> {
  const found = monthSaid(month, period, asking);
  if (found) return one(found.toPlainDate({ day: edge === 'first' ? 1 : found.daysInMonth }));
  if (period?.unit === 'year') {
    const year = asking.today.year + steps[period.which];
    return one(edge === 'first' ? new Temporal.PlainDate(year, 1, 1) : new Temporal.PlainDate(year, 12, 31));
  }
  if (period?.unit !== 'week') return none(ONE_DAY);
  const monday = mondayOf(asking.today).add({ weeks: steps[period.which] });
  if (edge === 'first') return one(monday);
  return several('Which day ends that week?', monday.add({ days: 4 }), monday.add({ days: 6 }));
}

/** A week, a month or a year is no day: its first one where a list begins there. */
export function periodAlone({ unit, which }: By<'period'>, asking: DayAsking): Fair<Temporal.PlainDate> {
  const { today, side, isStart } = asking;
  const isFirst = side === 'since' || isStart === true;
  const monday = mondayOf(today).add({ weeks: steps[which] });
  if (unit === 'weekend') {
    if (isFirst) return one(monday.add({ days: 5 }));
    const behind = side === 'back' && which === 'this' && today.dayOfWeek < 6 ? 1 : 0;
    const saturday = monday.add({ days: 5 }).subtract({ weeks: behind });
    return several('Which day of the weekend?', saturday, saturday.add({ days: 1 }));
  }
  if (isFirst) {
    if (unit === 'week') return one(monday);
    return one(
      unit === 'month'
        ? monthOf(which, asking).toPlainDate({ day: 1 })
        : new Temporal.PlainDate(today.year + steps[which], 1, 1),
    );
  }
  if (side === 'ahead' && which === 'next' && unit === 'week')
    return several('Which day next week?', monday, today.add({ weeks: 1 }));
  if (side === 'ahead' && which === 'next' && unit === 'month') {
    const first = monthOf(which, asking).toPlainDate({ day: 1 });
    return several('Which day next month?', first, today.add({ months: 1 }));
  }
  return none(`Which day of the ${unit} is it?`);
}

export function monthAlone(month: By<'month'>, asking: DayAsking): Fair<Temporal.PlainDate> {
  const found = namedMonth(month, asking);
  if (asking.side === 'since' || asking.isStart) return one(found.toPlainDate({ day: 1 }));
  return none(`Which day of ${found.toLocaleString('en-US', { month: 'long', calendar: 'iso8601' })} is it?`);
}
