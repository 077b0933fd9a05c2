import type { Said } from '../said/said.ts';
import { durationOf } from './durations.ts';
import { type EventAhead, eventsAhead } from './events.ts';
import { andThen, type Fair, none, one } from './fair.ts';
import { hoursOf, ruledNote } from './hours.ts';
import { atInstant, isExact, type Moment, type MomentAsking, momentAt } from './moment.ts';
import { plainMoment } from './plainMoment.ts';

/** The evening before is when there is still something to do for it. */
const EVE = new Temporal.PlainTime(18);

/** The moment that all of this says, in one fair reading or several. */
export function momentOf(said: Said, asking: MomentAsking): Fair<Moment> {
  if (said.on.relation) return related(said, asking);
  return said.on.event ? atEvent(said, asking) : plainMoment(said, asking);
}

/** "my next interview" is when it begins, "Match Day" its day. */
function atEvent(said: Said, asking: MomentAsking): Fair<Moment> {
  const { event, days, count } = said.on;
  if (!event || days.length > 0 || count)
    return none('I can’t make one day of that. Give the day, or what it is counted from.');
  return andThen(hoursOf(said, said.hours, asking.meant ?? 'day'), hours =>
    andThen(eventsAhead(event, asking), ([first]) => {
      if (!first) return none('');
      const own = 'meeting' in event && !hours.time ? first.start : null;
      if (own) return one(atInstant(own.toInstant(), said, asking, [`That is ${first.name}.`]));
      return one(
        momentAt(first.day, said, { time: hours.time, ends: hours.ends, notes: [`Counted from ${first.name}.`] }),
      );
    }),
  );
}

/** "the night before my interview", "a week from Friday", "30 min before 5 pm tomorrow" */
function related(said: Said, asking: MomentAsking): Fair<Moment> {
  const { relation, event, days, count } = said.on;
  if (!relation) return none('');
  const { amounts, side, part } = relation;
  const sign = side === 'after' ? 1 : -1;
  const duration = durationOf(amounts.map(({ unit, count: many }) => ({ unit, count: many * sign })));
  const isTimed = amounts.length > 0 && isExact(amounts);
  if (!event && days.length === 0 && (!isTimed || said.hours.length === 0) && !count)
    return none(`${side === 'on' ? 'Of' : 'Counted from'} what? Name an interview, an official date or a day.`);
  if (isTimed && event) {
    if (side === 'after' && 'meeting' in event) return none('I know when it begins, not when it ends. Give the hour.');
    if (said.hours.length > 0 || said.parts.length > 0)
      return none('That counts hours and names one too. Give one of them.');
    return andThen(eventsAhead(event, asking), events =>
      one(
        soonest(
          events.map(each => shifted(each, duration, said, asking)),
          asking,
        ),
      ),
    );
  }
  const { relation: _, ...on } = said.on;
  // "a week from Wednesday" counts from a day, whatever the hour is.
  const { dayHour: __, ...wholeDays } = asking;
  if (isTimed)
    return andThen(plainMoment({ ...said, on }, asking), base => {
      if (!base.time) return none('That day has no hour to count from. Give the hour.');
      const zone = base.zone ?? asking.zone;
      const at = base.day.toZonedDateTime({ timeZone: zone, plainTime: base.time }).add(duration);
      return one(atInstant(at.toInstant(), said, asking));
    });
  return andThen(
    hoursOf({ ...said, parts: part ? [...said.parts, part] : said.parts }, said.hours, asking.meant ?? 'day'),
    hours => {
      const at = (day: Temporal.PlainDate, eve: boolean, notes: string[]): Moment =>
        momentAt(day.add(duration).add({ days: hours.dayShift }), said, {
          time: hours.time ?? (eve ? EVE : null),
          ends: hours.ends,
          notes: [...ruledNote(hours), ...notes],
        });
      if (!event)
        return andThen(plainMoment({ ...said, hours: [], parts: [], on }, wholeDays), base =>
          one(at(base.day, false, [])),
        );
      const isEve = 'meeting' in event && side === 'before';
      return andThen(eventsAhead(event, asking), events =>
        one(
          soonest(
            events.map(({ day, name }) => at(day, isEve, [`Counted from ${name}.`])),
            asking,
          ),
        ),
      );
    },
  );
}

function shifted(
  { start, day, name }: EventAhead,
  duration: Temporal.Duration,
  said: Said,
  asking: MomentAsking,
): Moment {
  const from = start ?? day.toZonedDateTime(asking.zone);
  return atInstant(from.add(duration).toInstant(), said, asking, [`Counted from ${name}.`]);
}

/** Where it is too late for the next one, the one after it is meant. */
function soonest(moments: readonly Moment[], { now, zone }: MomentAsking): Moment {
  const isAhead = ({ day, time, zone: there, instant }: Moment) =>
    Temporal.Instant.compare(
      instant ?? day.toZonedDateTime({ timeZone: there ?? zone, plainTime: time ?? '23:59' }).toInstant(),
      now,
    ) > 0;
  return moments.find(isAhead) ?? moments[0]!;
}
