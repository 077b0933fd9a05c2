import { clip } from '../../core/cards/clip.ts';
import { choicesOf, readChoice } from '../../core/commands/choices.ts';
import { readDay } from '../../domain/time/readDay.ts';
import { readTime } from '../../domain/time/readTime.ts';
import { findZone } from '../../domain/time/zones.ts';
import { type Dimension, dimensions, type Role, roles, type Stance, stances } from '../../domain/vocabulary.ts';
import { type Reading, refused, understood } from '../../domain/words/reading.ts';
import type { Zones } from './zones.ts';

/** What the words of a file are read against: all of them by the readers that read what people type. */
export interface Clock {
  now: Temporal.Instant;
  /** The member's own zone. */
  zone: string;
  zones: Zones;
}

/** On which side of today a day without a year lies: logs look back, plans look ahead. */
export type Side = 'behind' | 'ahead';

/** A day with its hour, and the zone where one is said. */
export interface SaidMoment {
  day: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
  zone: string | null;
}

const LONGEST = 100;

export function dayIn(text: string, side: Side, { now, zone }: Clock): Reading<Temporal.PlainDate> {
  const no = refused(`"${clip(text)}" is no day that I can read`);
  // A number that counts days is read by its column, or not at all.
  if (text.length > LONGEST || /^\d{5}(\.\d+)?$/.test(text.trim())) return no;
  const read = (way: 'ahead' | 'back') => readDay(text, { now, zone, side: way });
  const found = (side === 'ahead' ? [read('ahead'), read('back')] : [read('back')]).flatMap(reading =>
    reading.outcome === 'understood' ? [reading.value] : [],
  );
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const [nearest] = found.toSorted((one, other) => apart(one, today) - apart(other, today));
  return nearest ? understood(nearest) : no;
}

/** A day of the past may well stand in a list of interviews: without a year, the nearest is meant. */
const apart = (day: Temporal.PlainDate, today: Temporal.PlainDate): number => Math.abs(today.until(day).days);

export function timeIn(
  text: string,
  day: Temporal.PlainDate,
  { now, zone, zones }: Clock,
): Reading<Omit<SaidMoment, 'day'>> {
  const no = refused(`"${clip(text)}" is no hour such as 2:30 PM`);
  if (text.length > LONGEST) return no;
  const there = findZone(text);
  const reading = there && zones.read(text.slice(there.start, there.end));
  if (reading && reading.outcome !== 'understood') return reading;
  const words = (there ? `${text.slice(0, there.start)} ${text.slice(there.end)}` : text).replace(/[()]/g, ' ').trim();
  const bare = /^([1-9]|1[0-2])(:\d\d)?$/.exec(words);
  const half = bare && (Number(bare[1]) >= 7 && Number(bare[1]) < 12 ? 'am' : 'pm');
  const read = readTime(`${day} ${half ? `${words.includes(':') ? words : `${words}:00`} ${half}` : words}`, {
    now,
    zone,
  });
  if (read.outcome !== 'understood' || !(read.value.at instanceof Temporal.PlainDateTime)) return no;
  return understood({ time: read.value.at.toPlainTime(), zone: reading?.value ?? null });
}

/** A day that may have its hour and zone behind it. */
export function momentIn(text: string, side: Side, clock: Clock): Reading<SaidMoment> {
  const whole = dayIn(text, side, clock);
  if (whole.outcome === 'understood') return understood({ day: whole.value, time: null, zone: null });
  for (const { index, 0: gap } of text.matchAll(/,?\s+(?:at |@\s*)?|T(?=\d\d:)/g)) {
    const day = dayIn(text.slice(0, index), side, clock);
    if (day.outcome !== 'understood') continue;
    const time = timeIn(text.slice(index + gap.length), day.value, clock);
    if (time.outcome === 'understood') return understood({ day: day.value, ...time.value });
  }
  return whole;
}

const choiceIn = <Key extends string>(list: Record<Key, { label: string }>, text: string): Reading<Key> => {
  const choices = choicesOf(list);
  const found = readChoice({ choices }, text);
  const key = choices.find(({ value }) => value === found)?.value;
  return key ? understood(key) : refused(`"${clip(text)}" is none that I know`);
};

/** A role, or the title of a job. */
export const roleIn = (text: string): Reading<Role> => choiceIn(roles, text);

/** What somebody would say. */
export const stanceIn = (text: string): Reading<Stance> => choiceIn(stances, text);

export const dimensionIn = (text: string): Reading<Dimension> => choiceIn(dimensions, text);
