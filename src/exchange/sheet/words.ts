import { clip } from '../../core/cards/clip.ts';
import { choiceReading, choicesOf, spokenOf } from '../../core/commands/choices.ts';
import { readDay } from '../../domain/time/readDay.ts';
import { readTime } from '../../domain/time/readTime.ts';
import { findZone } from '../../domain/time/zones.ts';
import { type Dimension, dimensions, type Stance, stances } from '../../domain/vocabulary.ts';
import { type Reading, refused, understood } from '../../domain/words/reading.ts';
import type { Cell } from '../file/table.ts';
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

/** An hour, and what was said with it: its zone, how long it takes. */
export interface SaidHour {
  time: Temporal.PlainTime;
  zone: string | null;
  minutes: number | null;
}

/** A day with its hour, where one is said. */
export interface SaidMoment extends Omit<SaidHour, 'time'> {
  day: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
}

export const dayAlone = (day: Temporal.PlainDate): SaidMoment => ({ day, time: null, zone: null, minutes: null });

/** Words of a cell that say yes, or no. */
export const YES = new Set(['yes', 'y', 'true', 'x', '✓', '✔', 'checked', '1']);
export const NO = new Set(['no', 'n', 'false', '-', 'unchecked', '0']);

/** A cell that says nothing: empty, or "TBD". */
export const isUnsaid = (cell: Cell): boolean => typeof cell === 'string' && UNSAID.test(cell.slice(0, 20));
const UNSAID = /^(?:|n\/?a|none|tb[acd]|pending|unknown|[-–—?.]+)$/i;

const LONGEST = 100;

function dayIn(text: string, side: Side, { now, zone }: Clock): Reading<Temporal.PlainDate> {
  const no = refused(`"${clip(text)}" is no day that I can read`);
  // A number that counts days is read by its column, or not at all.
  if (text.length > LONGEST || /^\d{5}(\.\d+)?$/.test(text.trim())) return no;
  const read = (way: 'ahead' | 'back') => readDay(text, { now, zone, side: way });
  const found = (side === 'ahead' ? [read('ahead'), read('back')] : [read('back')]).flatMap(reading =>
    reading.outcome === 'understood' ? [reading.value] : [],
  );
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const [nearest] = found.toSorted((one, other) => apart(one, today) - apart(other, today));
  if (nearest) return understood(nearest);
  const isAhead = side === 'behind' && read('ahead').outcome === 'understood';
  return isAhead ? refused(`"${clip(text)}" has not come yet`) : no;
}

/** A day of the past may well stand in a list of interviews: without a year, the nearest is meant. */
const apart = (day: Temporal.PlainDate, today: Temporal.PlainDate): number => Math.abs(today.until(day).days);

/** What stands beside an hour and says nothing of it. */
const BESIDE = /\(?\b(?:virtual(?:ly)?|in[ -]person|on zoom|via zoom|zoom|webex|teams)\b\)?/gi;

/** The hour at which something begins on that day: "9:00 AM - 12:00 PM ET". */
export function hourIn(text: string, day: Temporal.PlainDate, { now, zone, zones }: Clock): Reading<SaidHour> {
  const no = refused(`"${clip(text)}" is no hour such as 2:30 PM`);
  if (text.length > LONGEST) return no;
  const said = text.replaceAll('→', ' to ').replace(BESIDE, ' ');
  const there = findZone(said);
  const place = there && zones.read(said.slice(there.start, there.end));
  if (place && place.outcome !== 'understood') return place;
  const words = there ? `${said.slice(0, there.start)} ${said.slice(there.end)}` : said;
  const read = readTime(`${day} ${words.replace(/[()]/g, ' ').trim()}`, { now, zone });
  if (read.outcome !== 'understood' || !(read.value.at instanceof Temporal.PlainDateTime)) return no;
  const { at, ends } = read.value;
  const minutes = ends ? at.toPlainTime().until(ends).total('minutes') : 0;
  return understood({ time: at.toPlainTime(), zone: place?.value ?? null, minutes: minutes > 0 ? minutes : null });
}

/** A day that may have its hour and zone behind it. */
export function momentIn(text: string, side: Side, clock: Clock): Reading<SaidMoment> {
  const whole = dayIn(text, side, clock);
  if (whole.outcome === 'understood') return understood(dayAlone(whole.value));
  for (const { index, 0: gap } of text.slice(0, LONGEST).matchAll(/,?\s+(?:at |@\s*)?/g)) {
    const day = dayIn(text.slice(0, index), side, clock);
    if (day.outcome !== 'understood') continue;
    const hour = hourIn(text.slice(index + gap.length), day.value, clock);
    if (hour.outcome !== 'refused')
      return hour.outcome === 'asked' ? hour : understood({ day: day.value, ...hour.value });
  }
  return whole;
}

/** What somebody would say. */
export const stanceIn = (text: string): Reading<Stance> => choiceIn(stances, text);

export const dimensionIn = (text: string): Reading<Dimension> => choiceIn(dimensions, text);

/** One of a closed list, in people's own words. */
function choiceIn<Key extends string>(
  list: Record<Key, { label: string; said?: readonly string[] }>,
  text: string,
): Reading<Key> {
  const reading = choiceReading({ choices: spokenOf(list) }, text);
  if (reading.outcome !== 'understood') return reading;
  const key = choicesOf(list).find(({ value }) => value === reading.value)?.value;
  return key === undefined ? refused(`"${clip(text)}" is none that I know`) : understood(key);
}
