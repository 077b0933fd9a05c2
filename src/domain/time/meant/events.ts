import type { Interview, ProgramFacts } from '../../notebook.ts';
import { placeKey } from '../../people/places.ts';
import { type OfficialDate, sayOfficialDate } from '../../season/officialDates.ts';
import { interviewKinds } from '../../vocabulary.ts';
import { formatDay } from '../localTime.ts';
import type { EventName, MeetingName } from '../said/events.ts';
import { type Fair, none, one, several } from './fair.ts';

/** What a time may be counted from. */
export interface Calendar {
  interviews: readonly Interview[];
  programs: readonly Pick<ProgramFacts, 'id' | 'name'>[];
  /** The official dates of this cycle and the next. */
  dates: readonly OfficialDate[];
}

/** Something ahead on the member's clock. */
export interface EventAhead {
  day: Temporal.PlainDate;
  /** When it begins, of what has an hour of its own. */
  start: Temporal.ZonedDateTime | null;
  /** "the interview at Lakeside, Tue, Nov 3, 2026" */
  name: string;
}

interface Asked {
  now: Temporal.Instant;
  zone: string;
  calendar?: Calendar | undefined;
}

/** The events of this name that are ahead, soonest first: where it is too late for one, the next is meant. */
export function eventsAhead(event: EventName, asked: Asked): Fair<EventAhead[]> {
  return 'official' in event ? official(event.official, asked) : meetings(event, asked);
}

function meetings({ meeting, program }: MeetingName, { now, zone, calendar }: Asked): Fair<EventAhead[]> {
  const nameOf = (id: string) => calendar?.programs.find(each => each.id === id)?.name ?? '';
  const { label } = interviewKinds[meeting];
  const ahead = (calendar?.interviews ?? [])
    .filter(({ kind, programId }) => kind === meeting && placeKey(nameOf(programId)).includes(placeKey(program)))
    .map(({ day, time, zone: there, programId }) => ({
      start: day.toZonedDateTime({ timeZone: there, plainTime: time }).withTimeZone(zone),
      program: nameOf(programId),
    }))
    .filter(({ start }) => Temporal.Instant.compare(start.toInstant(), now) > 0)
    .toSorted((first, other) => Temporal.ZonedDateTime.compare(first.start, other.start))
    .map(({ start, program: at }) => ({
      day: start.toPlainDate(),
      start,
      at,
      name: `the ${label} at ${at}, ${formatDay(start.toPlainDate())}`,
    }));
  const what = `${label}${program ? ` at "${program}"` : ''}`;
  if (ahead.length === 0) return none(`I know of no ${what} ahead. Add it first, or give the day.`);
  const places = Object.values(Object.groupBy(ahead, ({ at }) => at)).flatMap(each => (each ? [each] : []));
  const [first, second, ...others] = places;
  // Of several places that a name fits, one is meant; where none is named, the next one is.
  return program && first && second ? several('Which program is it?', first, second, ...others) : one(ahead);
}

function official(id: string, { now, zone, calendar }: Asked): Fair<EventAhead[]> {
  const ahead = (calendar?.dates ?? []).filter(date => date.id === id).flatMap(date => ofOfficial(date, now, zone));
  const [first] = ahead;
  if (!first) return none('I know of no such date ahead. Give the day.');
  if ('unsure' in first) return none(`${first.unsure}. Give the day.`);
  return one(ahead.flatMap(each => ('unsure' in each ? [] : [each])));
}

function ofOfficial(date: OfficialDate, now: Temporal.Instant, zone: string): (EventAhead | { unsure: string })[] {
  const { when } = date;
  const start = when instanceof Temporal.ZonedDateTime ? when.withTimeZone(zone) : null;
  const day = start ? start.toPlainDate() : (when as Temporal.PlainDate);
  const isAhead = Temporal.Instant.compare((start ?? day.add({ days: 1 }).toZonedDateTime(zone)).toInstant(), now) > 0;
  if (!isAhead) return [];
  const isGuess = date.sureness === 'low' && date.label === 'expected';
  return [isGuess ? { unsure: sayOfficialDate(date) } : { day, start, name: sayOfficialDate(date) }];
}
