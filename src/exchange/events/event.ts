import ical from 'ical.js';
import { findIana } from 'windows-iana';
import { clip } from '../../core/cards/clip.ts';
import { readZone } from '../../domain/time/zones.ts';
import { type Reading, refused, understood } from '../../domain/words/reading.ts';
import { type Component, type Property, propertyOf } from '../file/components.ts';
import { readSummary } from './summary.ts';

/** A start on a clock of its own, or a moment. */
export interface Start {
  at: Temporal.PlainDateTime | Temporal.Instant;
  zone: string | undefined;
}

/** An event of a calendar file: its title as it is read, its start, and what keeps it from being an interview. */
export function eventOf({ line, lines }: Component, zones: readonly Component[]) {
  const properties = lines.slice(0, outerEnd(lines)).flatMap(one => propertyOf(one) ?? []);
  const find = (name: string) => properties.find(property => property.name === name);
  const title = unescaped(find('SUMMARY')?.value ?? '');
  const start = find('DTSTART');
  const isOff = /^cancel/i.test(find('STATUS')?.value ?? '') || /^cancel+ed\b/i.test(title);
  const state = isOff ? 'called off' : find('RRULE') || find('RDATE') ? 'repeats' : 'open';
  const [day] = start ? dayOf(start) : [];
  const begins = startOf(start, zones);
  const minutes = minutesOf(begins, find('DTEND'), find('DURATION'), zones);
  const key = `${find('UID')?.value ?? line} ${find('RECURRENCE-ID')?.value ?? ''}`;
  return { where: `Line ${line}`, key, title, ...readSummary(title), state, day, start: begins, minutes };
}

/** What takes longer is no interview of one day. */
const LONGEST_MINUTES = 12 * 60;

/** How long an event takes, where it says when it ends. */
function minutesOf(
  start: Reading<Start>,
  end: Property | undefined,
  duration: Property | undefined,
  zones: readonly Component[],
): number | null {
  const ends = end && startOf(end, zones);
  const minutes = ends ? between(start, ends) : duration ? durationOf(duration.value) : 0;
  return minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null;
}

function between(start: Reading<Start>, end: Reading<Start>): number {
  if (start.outcome !== 'understood' || end.outcome !== 'understood') return 0;
  const [from, to] = [start.value, end.value];
  if (from.at instanceof Temporal.Instant)
    return to.at instanceof Temporal.Instant ? from.at.until(to.at).total('minutes') : 0;
  return to.at instanceof Temporal.Instant || from.zone !== to.zone ? 0 : from.at.until(to.at).total('minutes');
}

function durationOf(value: string): number {
  try {
    return ical.Duration.fromString(value.slice(0, 40)).toSeconds() / 60;
  } catch {
    return 0;
  }
}

/** An alarm within an event has a description and a start of its own. */
const outerEnd = (lines: readonly string[]): number => {
  const inner = lines.findIndex(line => /^BEGIN:/i.test(line));
  return inner < 0 ? lines.length : inner;
};

const unescaped = (text: string): string =>
  text
    .slice(0, 1000)
    .replace(/\\[nN]/g, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .trim();

const dayOf = ({ value }: Property): string[] =>
  [/^(\d{4})(\d\d)(\d\d)/.exec(value)?.slice(1).join('-')].flatMap(day => day ?? []);

function startOf(property: Property | undefined, zones: readonly Component[]): Reading<Start> {
  if (!property) return refused('it does not say when it begins');
  const { value, parameters } = property;
  if (/^\d{8}$/.test(value)) return refused('it is all day, and an interview needs an hour');
  const local = localOf(value);
  if (!local) return refused(`"${clip(value, 30)}" is no moment`);
  if (value.endsWith('Z')) return understood({ at: local.toZonedDateTime('UTC').toInstant(), zone: undefined });
  const named = /;TZID=(?:"([^"]{1,100})"|([^;:]{1,100}))/i.exec(parameters);
  const tzid = named?.[1] ?? named?.[2];
  if (tzid === undefined) return understood({ at: local, zone: undefined });
  const zone = ianaOf(tzid);
  if (zone) return understood({ at: local, zone });
  const moment = momentBy(local, tzid, zones);
  return moment
    ? understood({ at: moment, zone: undefined })
    : refused(`"${clip(tzid, 30)}" is no time zone that I know`);
}

function localOf(value: string): Temporal.PlainDateTime | undefined {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:\d\d)?Z?$/.exec(value) ?? [];
  try {
    return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}`, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** The zone that an identifier stands for: IANA's own, with whatever a program puts before it, or Windows'. */
export function ianaOf(tzid: string): string | undefined {
  const [windows] = findIana(tzid);
  if (windows) return windows;
  const [iana] = /[A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?$|^UTC$/.exec(tzid) ?? [];
  const said = readZone(iana ?? tzid);
  return said.outcome === 'understood' ? said.value : undefined;
}

/** The moment by the zone that the file describes itself. */
function momentBy(
  local: Temporal.PlainDateTime,
  tzid: string,
  zones: readonly Component[],
): Temporal.Instant | undefined {
  const described = zones.find(({ lines }) =>
    lines.some(line => propertyOf(line)?.name === 'TZID' && line.includes(tzid)),
  );
  if (!described) return undefined;
  try {
    const body = ['BEGIN:VTIMEZONE', ...described.lines, 'END:VTIMEZONE'].join('\r\n');
    const zone = new ical.Timezone(new ical.Component(ical.parse(body)));
    const { year, month, day, hour, minute } = local;
    const at = new ical.Time({ year, month, day, hour, minute, second: 0, isDate: false }, zone);
    return Temporal.Instant.fromEpochMilliseconds(at.toUnixTime() * 1000);
  } catch {
    return undefined;
  }
}
