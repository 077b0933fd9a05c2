import { formatDay, weekdayName } from '../localTime.ts';
import type { Amount, DaySaid } from '../said/piece.ts';
import { type DayAsking, dateOf, dayOfMonthOf } from './dates.ts';
import { durationOf } from './durations.ts';
import { type Fair, none, one, several } from './fair.ts';
import { edgeOf, mondayOf, monthAlone, monthOf, namedMonth, nthOf, ONE_DAY, periodAlone, steps } from './months.ts';

/** What a day is asked against. */
export interface DaysAsking extends DayAsking {
  /** Whether the hour that was said is over today. */
  hasPassedToday: boolean;
}

type By<Name extends DaySaid['by']> = Extract<DaySaid, { by: Name }>;
type Day = Fair<Temporal.PlainDate>;
/** What was said of a day, each kind of words once, and what was counted. */
type Words = { [Name in DaySaid['by']]: By<Name> } & { count: readonly Amount[] };

/** What makes a day together: the kinds of words in the order of the alphabet, each with the day that they mean. */
const readers: Readonly<Record<string, (words: Words, asking: DaysAsking) => Day>> = {
  date: ({ date }, asking) => dateOf(date, undefined, asking),
  'date weekday': ({ date, weekday }, asking) => dateOf(date, weekday.weekday, asking),
  'date near': ({ date, near }, asking) => agreeing(dateOf(date, undefined, asking), nearOf(near, asking)),
  'date near weekday': ({ date, near, weekday }, asking) =>
    agreeing(dateOf(date, weekday.weekday, asking), nearOf(near, asking)),
  near: ({ near }, asking) => one(nearOf(near, asking)),
  'near weekday': ({ near, weekday }, asking) =>
    agreeing(one(nearOf(near, asking)), nearest(nearOf(near, asking), weekday.weekday)),
  dayOfMonth: ({ dayOfMonth }, asking) => dayOfMonthOf(dayOfMonth.day, undefined, asking),
  'dayOfMonth weekday': ({ dayOfMonth, weekday }, asking) => dayOfMonthOf(dayOfMonth.day, weekday.weekday, asking),
  'dayOfMonth month': ({ dayOfMonth, month }, asking) => dayOfMonthIn(dayOfMonth, month, undefined, asking),
  'dayOfMonth month weekday': ({ dayOfMonth, month, weekday }, asking) =>
    dayOfMonthIn(dayOfMonth, month, weekday.weekday, asking),
  'dayOfMonth period': ({ dayOfMonth, period }, asking) => dayInMonth(dayOfMonth, period, undefined, asking),
  'dayOfMonth period weekday': ({ dayOfMonth, period, weekday }, asking) =>
    dayInMonth(dayOfMonth, period, weekday.weekday, asking),
  weekday: ({ weekday }, asking) => weekdayOf(weekday, asking),
  'period weekday': ({ period, weekday }, asking) => inWeek(weekday, period, asking),
  'count weekday': ({ count, weekday }, { today }) => inWeekOf(today.add(durationOf(count)), weekday.weekday),
  count: ({ count }, { today }) => one(today.add(durationOf(count))),
  'month nth': ({ nth, month }, asking) => nthOf(nth, month, undefined, asking),
  'nth period': ({ nth, period }, asking) => nthOf(nth, undefined, period, asking),
  'edge month': ({ edge, month }, asking) => edgeOf(edge, month, undefined, asking),
  'edge period': ({ edge, period }, asking) => edgeOf(edge, undefined, period, asking),
  period: ({ period }, asking) => periodAlone(period, asking),
  month: ({ month }, asking) => monthAlone(month, asking),
};

/** The one day that all of these words say together. */
export function dayOf(days: readonly DaySaid[], count: readonly Amount[] | undefined, asking: DaysAsking): Day {
  const said: Partial<Words> = count ? { count } : {};
  for (const day of days) {
    if (said[day.by]) return none('That names more than one day. Give one.');
    Object.assign(said, { [day.by]: day });
  }
  const reader = readers[Object.keys(said).toSorted().join(' ')];
  return reader ? reader(said as Words, asking) : none(ONE_DAY);
}

const nearOf = ({ days }: By<'near'>, { today }: DaysAsking) => today.add({ days });

const nearest = (day: Temporal.PlainDate, weekday: number): Temporal.PlainDate => {
  const ahead = (weekday - day.dayOfWeek + 7) % 7;
  return ahead <= 3 ? day.add({ days: ahead }) : day.subtract({ days: 7 - ahead });
};

/** Two ways to say one day, which must be one. */
function agreeing(fair: Day, other: Temporal.PlainDate): Day {
  if ('because' in fair || fair.values.some(day => day.equals(other))) return 'because' in fair ? fair : one(other);
  const [day] = fair.values;
  return several(`${formatDay(day)} or ${formatDay(other)}? The two don’t agree.`, day, other);
}

/** A weekday is the next one, or the last; "next Friday" may be this week's or the one after it. */
function weekdayOf({ weekday, which }: By<'weekday'>, { today, side, hasPassedToday }: DaysAsking): Day {
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  const [coming, last] = [today.add({ days: ahead || 7 }), today.subtract({ days: 7 - ahead })];
  const name = weekdayName(weekday);
  if (side === 'ahead') {
    if (which === 'last') return none(`Last ${name} has passed. Give a day that is still ahead.`);
    if (which === 'next')
      return isThisWeek(coming, today) && ahead > 0
        ? several(`Which ${name}?`, coming, coming.add({ weeks: 1 }))
        : one(coming);
    if (ahead > 0 || hasPassedToday) return one(coming);
    return several(`Today is ${name}. Which ${name}?`, today, coming);
  }
  if (which === 'next') return none(`Next ${name} has not come yet.`);
  if (which === 'last' || ahead > 0) return one(last);
  return which === 'this' ? one(today) : several(`Today is ${name}. Which ${name}?`, today, last);
}

/** Weeks begin on Sunday for some and on Monday for others: of this week is what both would call so. */
function isThisWeek(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const sundayAfter = today.add({ days: 7 - today.dayOfWeek });
  return Temporal.PlainDate.compare(day, sundayAfter) <= 0;
}

const inWeekOf = (day: Temporal.PlainDate, weekday: number): Day => one(mondayOf(day).add({ days: weekday - 1 }));

/** "Tuesday next week"; a Sunday is of the week before or after, as one counts. */
function inWeek({ weekday, which }: By<'weekday'>, period: By<'period'>, { today }: DaysAsking): Day {
  if (period.unit !== 'week' || which) return none(ONE_DAY);
  const day = mondayOf(today).add({ days: 7 * steps[period.which] + weekday - 1 });
  return weekday === 7 ? several('Which Sunday?', day.subtract({ weeks: 1 }), day) : one(day);
}

/** "Nov the 3rd", "the 3rd of next November" */
function dayOfMonthIn(
  { day }: By<'dayOfMonth'>,
  said: By<'month'>,
  weekday: number | undefined,
  asking: DaysAsking,
): Day {
  if (!said.which && said.year === undefined) return dateOf({ month: said.month, day }, weekday, asking);
  const { year, month } = namedMonth(said, asking);
  return dateOf({ year, month, day }, weekday, asking);
}

/** "the 3rd of next month" */
function dayInMonth(
  { day }: By<'dayOfMonth'>,
  period: By<'period'>,
  weekday: number | undefined,
  asking: DaysAsking,
): Day {
  if (period.unit !== 'month') return none(ONE_DAY);
  const { year, month } = monthOf(period.which, asking);
  return dateOf({ year, month, day }, weekday, asking);
}
