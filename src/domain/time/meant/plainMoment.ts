import type { Hour, Said } from '../said/said.ts';
import { dayOfMonthOf } from './dates.ts';
import { dayOf } from './days.ts';
import { durationOf } from './durations.ts';
import { andThen, type Fair, none, one, several } from './fair.ts';
import { type Hours, hoursOf, ruledNote } from './hours.ts';
import { atInstant, isExact, type Moment, type MomentAsking, momentAt, zoneOf } from './moment.ts';

const END_OF_DAY = new Temporal.PlainTime(23, 59, 59);

/** A moment that is counted from nothing but today and now. */
export function plainMoment(said: Said, asking: MomentAsking): Fair<Moment> {
  const { count } = said.on;
  const asHour = hourOf(count, said);
  if (asHour) return plainMoment(asHour, asking);
  if (count?.from === 'within' && !asking.isDeadline)
    return none(`"${count.text}" leaves the moment open. Give a day and an hour.`);
  if (count && isExact(count.amounts)) return counted(said, asking);
  return andThen(numbersOf(said, asking), ({ hours, dayOfMonth }) =>
    andThen(hoursOf(said, hours, asking.meant ?? 'day'), found => onDay(found, dayOfMonth, said, asking)),
  );
}

/** "Friday 17h": with a day it is an hour and no while. */
function hourOf(count: Said['on']['count'], said: Said): Said | undefined {
  const hour = count?.from === 'open' && said.on.days.length > 0 ? /^(\d{1,2}) ?h$/.exec(count.text)?.[1] : undefined;
  if (!hour || Number(hour) > 23) return undefined;
  const { count: _, ...on } = said.on;
  const clock: Hour = { start: 0, end: 0, text: `${hour}h`, hour: Number(hour), minute: 0, isSure: true };
  return { ...said, on, hours: [...said.hours, clock] };
}

/** "in 90 minutes", "2 hours ago" */
function counted(said: Said, asking: MomentAsking): Fair<Moment> {
  const { count, days } = said.on;
  if (days.length > 0 || said.hours.length > 0 || said.parts.length > 0 || !count)
    return none('That counts from now and names a time too. Give one of them.');
  const duration = durationOf(count.amounts);
  const here = asking.now.toZonedDateTimeISO(asking.zone);
  const then = count.from === 'ago' ? here.subtract(duration) : here.add(duration);
  const found = atInstant(then.toInstant(), said, asking);
  const clock = count.from === 'open' ? /^(\d{1,2}) ?h$/.exec(count.text) : null;
  const hour = Number(clock?.[1] ?? 24);
  if (hour > 23) return one(found);
  const time = new Temporal.PlainTime(hour);
  const today = here.toPlainDate().toPlainDateTime(time);
  const next = Temporal.PlainDateTime.compare(today, here.toPlainDateTime()) > 0 ? today : today.add({ days: 1 });
  return several(
    `"${count.text}" is an hour or a while. Which one?`,
    momentAt(next.toPlainDate(), said, { time }),
    found,
  );
}

/** Which of the bare numbers are hours, and which one is a day: "Friday 13 at 10", "Sunday 8 17:00". */
function numbersOf(
  { hours, on, isRange, parts, zone }: Said,
  asking: MomentAsking,
): Fair<{ hours: readonly Hour[]; dayOfMonth?: number }> {
  const bare = hours.filter(hour => 'number' in hour);
  const [first] = bare;
  if (!first || isRange) return one({ hours });
  const { number, text } = first;
  const rest = hours.filter(hour => hour !== first);
  const [day, ...others] = on.days;
  const mayBeDay = others.length === 0 && (day?.by === 'month' || (day?.by === 'weekday' && !day.which));
  if (mayBeDay && (day.by === 'month' || rest.length > 0 || number > 24))
    return one({ hours: rest, dayOfMonth: number });
  if (number > 24 || (on.days.length === 0 && !on.count && parts.length === 0 && !zone && hours.length === 1))
    return none(`"${text}" may be a day or an hour. Write "${text} AM", or a day such as "Nov ${text}".`);
  if (!mayBeDay || day.by !== 'weekday' || parts.length > 0) return one({ hours });
  const today = asking.now.toZonedDateTimeISO(asking.zone).toPlainDate();
  const asDay = dayOfMonthOf(number, day.weekday, { today, side: asking.side, mayBePast: false });
  return 'because' in asDay
    ? one({ hours })
    : several(`Is "${text}" the hour or the day?`, { hours }, { hours: rest, dayOfMonth: number });
}

/** An hour on a day; alone it is the next time that the clock shows it. */
function onDay(hours: Hours, dayOfMonth: number | undefined, said: Said, asking: MomentAsking): Fair<Moment> {
  const { on } = said;
  const here = asking.now.toZonedDateTimeISO(zoneOf(said) ?? asking.zone).toPlainDateTime();
  const days = dayOfMonth === undefined ? on.days : [...on.days, { by: 'dayOfMonth', day: dayOfMonth } as const];
  if (days.length === 0 && !on.count) return nextShown(hours, said, here);
  const today = asking.now.toZonedDateTimeISO(asking.zone).toPlainDate();
  const hasPassed = (time: Temporal.PlainTime) =>
    Temporal.PlainDateTime.compare(here.toPlainDate().toPlainDateTime(time), here) <= 0;
  const amounts =
    on.count?.from === 'ago' ? on.count.amounts.map(one => ({ ...one, count: -one.count })) : on.count?.amounts;
  const found = dayOf(days, amounts, {
    today,
    side: asking.side,
    mayBePast: asking.mayBePast ?? false,
    isStart: asking.isStart ?? false,
    hasPassedToday: hasPassed(hours.time ?? asking.dayHour ?? END_OF_DAY),
  });
  return andThen(found, day => {
    const moment = (at: Temporal.PlainDate, time = hours.time): Moment =>
      momentAt(at, said, {
        time,
        ends: hours.ends,
        isFromNow: amounts !== undefined && days.length === 0 && time === null,
        notes: ruledNote({ ...hours, time }),
      });
    const [first, next] = [day, day.add({ days: 1 })];
    if (hours.isMidnight)
      return day.equals(today)
        ? one(moment(next))
        : several('Midnight at the start of that day, or at its end?', moment(first), moment(next));
    const { time } = hours;
    // "today at 8", said in the afternoon, can only be this evening.
    const later = time?.add({ hours: 12 });
    if (hours.ruled && time && later && day.equals(today) && time.hour < 12 && hasPassed(time) && !hasPassed(later))
      return one(moment(day, later));
    return one(moment(hours.dayShift ? next : first));
  });
}

function nextShown(hours: Hours, said: Said, here: Temporal.PlainDateTime): Fair<Moment> {
  const { time, ends } = hours;
  if (!time) return none('');
  const today = here.toPlainDate();
  const isAhead = (at: Temporal.PlainTime) => Temporal.PlainDateTime.compare(today.toPlainDateTime(at), here) > 0;
  const moment = (day: Temporal.PlainDate, at: Temporal.PlainTime): Moment =>
    momentAt(day, said, { time: at, ends, notes: ruledNote({ ...hours, time: at }) });
  const tomorrow = today.add({ days: 1 });
  if (isAhead(time)) return one(moment(hours.dayShift ? tomorrow : today, time));
  const evening = time.add({ hours: 12 });
  if (hours.ruled && time.hour < 12 && isAhead(evening))
    return several(`Which "${hours.ruled}"?`, moment(today, evening), moment(tomorrow, time));
  return one(moment(tomorrow, time));
}
