import { weekdayCodes as CODES, type Recurrence } from '../recurrence.ts';
import type { DaySaid, Every } from '../said/piece.ts';
import type { Hour, Said } from '../said/said.ts';
import { andThen, type Fair, isNone, none, one, several } from './fair.ts';
import { hoursOf, ruledNote } from './hours.ts';
import type { MomentAsking } from './moment.ts';
import { placedRule, type Rhythm } from './placedRule.ts';

/** The hour that a day without one means. */
export const MORNING = new Temporal.PlainTime(9);

const OFTEN = 'Nothing comes more often than once a day. Try "every day at 9 am".';
const HELD = 'Try "every Friday at 5 pm" or "the first of every month".';

/** Whether it says that something comes again. */
export const isAgain = ({ every, weekdays, isAgain: parts }: Said): boolean =>
  every.length > 0 || weekdays.length > 0 || parts;

export interface Again extends Recurrence {
  rule: string;
  notes: readonly string[];
}

/** The rule that this says, and its first time on the member's clock. */
export function ruleOf(said: Said, asking: MomentAsking): Fair<Again> {
  if (said.on.relation || said.on.event || said.on.count)
    return none(`A repeat can’t be counted from something. ${HELD}`);
  const doubt = said.every.some(({ isDoubtful }) => isDoubtful) ? 'Every second one? To some it is twice in each.' : '';
  return andThen(doubted(rhythmOf(said), doubt), rhythm =>
    andThen(clocksOf(said), ({ time, note }) =>
      andThen(placedRule(rhythm, time, said, asking), again => one({ ...again, notes: note })),
    ),
  );
}

const doubted = <T>(fair: Fair<T>, question: string): Fair<T> =>
  question && !isNone(fair) ? { ...fair, question } : fair;

/** How often, and on which days: the parts of an RFC 5545 rule. */
function rhythmOf({ every, weekdays, on, isAgain: parts }: Said): Fair<Rhythm> {
  const merged = mergedEvery(every);
  if (!merged) return none(`That names two rhythms. ${HELD}`);
  const { interval, unit, isPlace, isFigure } = merged;
  if (unit === 'hour' || unit === 'minute') return none(OFTEN);
  const of = sorted(asDate(on.days));
  if (!of) return none(`I can’t make one rhythm of that. ${HELD}`);
  const days = new Set([...(merged.weekdays ?? []), ...weekdays, ...of.weekday.map(({ weekday }) => weekday)]);
  const monthly = { FREQ: 'MONTHLY', ...step(unit === 'month' && !isPlace ? interval : 1) };
  const saysMonth = unit === 'month' || of.period.length > 0;
  const last = of.weekday.some(({ which }) => which === 'last');
  if (of.nth.length > 0) {
    if (!saysMonth || days.size > 0) return none(`I can’t make one rhythm of that. ${HELD}`);
    return one({ ...monthly, ...nths(of.nth) });
  }
  if (of.date.length > 0) {
    const [{ month, day } = { month: 0, day: 0 }, ...more] = of.date;
    if (more.length > 0 || days.size > 0 || (unit && unit !== 'year'))
      return none(`I can’t make one rhythm of that. ${HELD}`);
    return one({ FREQ: 'YEARLY', ...step(interval), BYMONTH: String(month), BYMONTHDAY: String(day) });
  }
  if (of.dayOfMonth.length > 0) {
    if (days.size > 0 || (unit && unit !== 'month')) return none(`I can’t make one rhythm of that. ${HELD}`);
    const each = of.dayOfMonth.map(({ day }) => day).toSorted((a, b) => a - b);
    return one({ ...monthly, BYMONTHDAY: each.join() });
  }
  if (days.size > 0) {
    const codes = CODES.filter((_, index) => days.has(index + 1));
    const nth = (place: number): Rhythm => ({ ...monthly, BYDAY: codes.map(code => `${place}${code}`).join() });
    const weekly: Rhythm = { FREQ: 'WEEKLY', ...step(interval), BYDAY: codes.join() };
    if (last) return one(nth(-1));
    if (isPlace && saysMonth) return one(nth(interval));
    if (isPlace && interval === 1) return one(nth(1));
    if (isPlace && (interval > 2 || isFigure)) return several('How often is that?', weekly, nth(interval));
    if (saysMonth || unit === 'year' || (unit === 'day' && interval > 1))
      return none(`I can’t make one rhythm of that. ${HELD}`);
    return one(weekly);
  }
  if (isPlace && (unit === undefined || unit === 'month'))
    return one({ FREQ: 'MONTHLY', BYMONTHDAY: String(interval) });
  if (of.period.length > 0) return none(`I can’t make one rhythm of that. ${HELD}`);
  const freq = unit ? FREQUENCIES[unit] : parts ? 'DAILY' : undefined;
  return freq ? one({ FREQ: freq, ...step(interval) }) : none(`Every what? ${HELD}`);
}

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };
const step = (interval: number): Rhythm => (interval === 1 ? {} : { INTERVAL: String(interval) });

/** "every other week", "on Mondays": one rhythm in several words. */
function mergedEvery(all: readonly Every[]): Every | undefined {
  const units = new Set(all.flatMap(({ unit }) => unit ?? []));
  const steps = all.filter(({ interval }) => interval !== 1);
  // "every other" by itself says of what follows how often it comes.
  const open = all.filter(({ unit, weekdays }) => !unit && !weekdays);
  if (steps.length > 1 || units.size > 1 || open.length > 1 || (open.length > 0 && units.size > 0)) return undefined;
  const [unit] = units;
  return {
    interval: steps[0]?.interval ?? 1,
    weekdays: all.flatMap(({ weekdays = [] }) => weekdays),
    isPlace: all.some(({ isPlace }) => isPlace),
    isFigure: all.some(({ isFigure }) => isFigure),
    ...(unit && { unit }),
  };
}

type By<Name extends DaySaid['by']> = Extract<DaySaid, { by: Name }>;
const KINDS = ['weekday', 'date', 'dayOfMonth', 'nth', 'period'] as const;

/** "the 3rd of March" is a date. */
function asDate(days: readonly DaySaid[]): readonly DaySaid[] {
  const [first, second] = days;
  if (days.length !== 2 || first?.by !== 'dayOfMonth' || second?.by !== 'month' || second.which || second.year)
    return days;
  return [{ by: 'date', month: second.month, day: first.day }];
}

/** The days of a rhythm by their kind; undefined where one of them makes none: "every Friday tomorrow". */
function sorted(days: readonly DaySaid[]): { [Name in (typeof KINDS)[number]]: By<Name>[] } | undefined {
  const of = { weekday: [], date: [], dayOfMonth: [], nth: [], period: [] } as {
    [Name in (typeof KINDS)[number]]: By<Name>[];
  };
  for (const day of days) {
    if (day.by === 'weekday' && (!day.which || day.which === 'last')) of.weekday.push(day);
    else if (day.by === 'date' && day.year === undefined) of.date.push(day);
    else if (day.by === 'dayOfMonth') of.dayOfMonth.push(day);
    else if (day.by === 'nth') of.nth.push(day);
    else if (day.by === 'period' && day.unit === 'month' && day.which === 'this') of.period.push(day);
    else return undefined;
  }
  return of;
}

function nths(all: readonly By<'nth'>[]): Rhythm {
  const days = all.filter(({ weekday }) => weekday === undefined);
  if (days.length > 0) return { BYMONTHDAY: days.map(({ nth }) => nth).join() };
  return { BYDAY: all.map(({ nth, weekday = 1 }) => `${nth}${CODES[weekday - 1]}`).join() };
}

/** The hour of each; two hours are two reminders, of which one is asked about. */
function clocksOf(said: Said): Fair<{ time: Temporal.PlainTime; note: string[] }> {
  if (said.isRange) return none('A reminder has one moment. Give one hour.');
  const each = (hours: readonly Hour[]) =>
    andThen(hoursOf(said, hours, 'day'), found => one({ time: found.time ?? MORNING, note: ruledNote(found) }));
  const [first, second, ...more] = said.hours;
  if (!first || !second) return each(said.hours);
  const last = hoursOf({ ...said, isRange: true, parts: [] }, [first, second], 'day');
  if (more.length > 0 || isNone(last)) return none('Each reminder has one hour. Add one for each.');
  const [{ time, ends }] = last.values;
  return several(
    'Each reminder has one hour. Which one is this? Add another one for the other.',
    { time: time!, note: [] },
    { time: ends!, note: [] },
  );
}
