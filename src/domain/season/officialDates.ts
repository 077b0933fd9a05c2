import { formatClock, formatDay } from '../time/localTime.ts';
import { shortZone } from '../time/zoneNames.ts';
import type { EventRule, SeasonRules, Sureness } from './season.ts';
import { dayByRule, dayOf } from './season.ts';

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
export function sayOfficialDate({ title, when, until, sureness, label, source }: OfficialDate): string {
  if (sureness === 'low' && label === 'expected') return `${title}: see ${source.name}`;
  const clock =
    when instanceof Temporal.ZonedDateTime
      ? `, ${formatClock(when.toPlainTime())} ${shortZone(when.toInstant(), when.timeZoneId)}`
      : '';
  const days = until ? `${formatDay(dayOf(when))} to ${formatDay(until)}` : formatDay(dayOf(when));
  const confirm = label === 'expected' ? ` (confirm at ${source.name})` : '';
  return `${title}: ${label} ${days}${clock}${confirm}`;
}
