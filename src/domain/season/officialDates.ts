import { formatClock, formatDay, formatShortDay } from '../time/localTime.ts';
import { shortZone } from '../time/zoneNames.ts';
import type { EventRule, SeasonRules, Sureness } from './season.ts';
import { cycleOf, dayByRule, dayOf } from './season.ts';

export interface OfficialDate {
  id: string;
  title: string;
  /** A moment in the rules' zone, or a whole day. */
  when: Temporal.ZonedDateTime | Temporal.PlainDate;
  until: Temporal.PlainDate | null;
  sureness: Sureness;
  label: 'expected' | 'confirmed';
  source: { name: string; url: string };
}

/** The official dates of a cycle in the order of the calendar; none on a track where they do not apply. Throws a RangeError where the rules name no such event or source. */
export function officialDates(cycle: number, rules: SeasonRules): OfficialDate[] {
  if (rules.official === false) return [];
  return rules.events
    .map(event => officialDate(event, cycle, rules))
    .sort((one, other) => Temporal.PlainDate.compare(dayOf(one.when), dayOf(other.when)));
}

function officialDate(event: EventRule, cycle: number, rules: SeasonRules): OfficialDate {
  const source = rules.sources[event.source];
  if (!source) throw new RangeError(`Event ${event.id} names the source ${event.source}, which does not exist`);
  const announced = rules.confirmed?.[cycle]?.[event.id];
  const day = dayByRule({ from: event.id, days: 0 }, cycle, rules);
  const time = announced?.includes('T') ? Temporal.PlainTime.from(announced) : event.time;
  return {
    id: event.id,
    title: event.title,
    when: time === undefined ? day : day.toZonedDateTime({ timeZone: rules.zone, plainTime: time }),
    until: event.until ? dayByRule(event.until, cycle, rules) : null,
    sureness: event.sureness,
    label: announced ? 'confirmed' : 'expected',
    source,
  };
}

/** What may be said of an official date: with its label and its source, and no date at all where it is a guess. */
export function sayOfficialDate(date: OfficialDate): string {
  const { title, when, until, label, source } = date;
  if (isGuess(date)) return `${title}: see ${source.name}`;
  const days = until
    ? `${formatDay(dayOf(when))}${clockOf(when)} to ${formatDay(until)}`
    : formatDay(dayOf(when)) + clockOf(when);
  const confirm = label === 'expected' ? ` (confirm at ${source.name})` : '';
  return `${title}: ${label} ${days}${confirm}`;
}

/** Whether nothing may be said of its day but where to look it up. */
export const isGuess = ({ sureness, label }: Pick<OfficialDate, 'sureness' | 'label'>): boolean =>
  sureness === 'low' && label === 'expected';

/** Its day and hour within a sentence: "Wed, Mar 3, 9 PM ET (expected)". */
const sayDay = ({ when, label }: OfficialDate): string =>
  `${formatShortDay(dayOf(when))}${clockOf(when)}${label === 'expected' ? ' (expected)' : ''}`;

/** Stands on the day that it belongs to, which is the first of several. */
const clockOf = (when: OfficialDate['when']): string =>
  when instanceof Temporal.ZonedDateTime
    ? `, ${formatClock(when.toPlainTime())} ${shortZone(when.toInstant(), when.timeZoneId)}`
    : '';

const NAMED = /\{([a-z0-9-]+)\}/g;

/** The events whose date a text asks for, by their ids: `{rank-deadline}`. */
export const datesNamed = (text: string): string[] => [...text.matchAll(NAMED)].map(([, id = '']) => id);

/** A text with the dates that it asks for, each as it next comes after a day. */
export function withDates(text: string, after: Temporal.PlainDate, rules: SeasonRules): string {
  if (!text.includes('{')) return text;
  const cycle = cycleOf(after, rules);
  const ahead = [cycle, cycle + 1]
    .flatMap(year => officialDates(year, rules))
    .filter(({ when }) => Temporal.PlainDate.compare(dayOf(when), after) >= 0);
  return text.replace(NAMED, (whole, id) => {
    const date = ahead.find(event => event.id === id);
    return date ? sayDay(date) : whole;
  });
}
