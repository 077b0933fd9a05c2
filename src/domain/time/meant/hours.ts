import { formatClock } from '../localTime.ts';
import type { Clock } from '../said/piece.ts';
import type { Hour, Said } from '../said/said.ts';
import { type DayPart, dayParts } from '../said/vocabulary.ts';
import { type Fair, none, one, several } from './fair.ts';

/** The hours that a time says. */
export interface Hours {
  /** Null where none was said. */
  time: Temporal.PlainTime | null;
  /** When it ends, where that was said. */
  ends: Temporal.PlainTime | null;
  /** 1 where the hour lies behind the midnight that ends the day: "tonight at 1 am". */
  dayShift: 0 | 1;
  /** The hour was said without am or pm, and read by the rule. */
  ruled: string | null;
  /** "midnight": of the beginning of a day or of its end. */
  isMidnight: boolean;
}

const NOTHING: Hours = { time: null, ends: null, dayShift: 0, ruled: null, isMidnight: false };

/** Dinners and socials: a bare hour from 5 to 9 is of the evening. */
export type Meant = 'day' | 'evening';

/** The hours of a day that were said, with one reading or several. Numbers that are days are gone from `hours` by now. */
export function hoursOf({ parts, isRange }: Said, hours: readonly Hour[], meant: Meant): Fair<Hours> {
  const clocks: (Clock & { text: string })[] = hours.map(hour => ({ ...clockOf(hour), text: hour.text }));
  const [first, last] = [clocks[0], clocks.at(-1)];
  if (parts.length > 1 && !(parts.length === 2 && parts.includes('night') && parts.includes('midnight')))
    return none(`That names two parts of the day: ${parts.join(' and ')}.`);
  if (!first || !last) return isRange ? none('From when to when is that? Give both hours.') : partAlone(parts);
  if (clocks.length > 2 || (clocks.length === 2 && !isRange)) return none('That is more than one time. Give one.');
  if (isRange && clocks.length === 1) return none('From when to when is that? Give both hours.');
  if (!isRange) return parts.length > 0 ? inPart(first, parts) : one(ruledHour(first, meant));
  if (parts.length > 0) return none('Give the first and the last hour with AM or PM.');
  return range(first, last, meant);
}

const clockOf = (hour: Hour): Clock =>
  'number' in hour ? { hour: hour.number % 24, minute: 0, isSure: hour.number > 12 || hour.number === 0 } : hour;

const at = (hour: number, minute = 0): Temporal.PlainTime => new Temporal.PlainTime(hour, minute);
const inHalf = ({ hour }: Clock, half: 'am' | 'pm'): number => (hour % 12) + (half === 'pm' ? 12 : 0);

/** 7 to 11 is morning, 12 noon, 1 to 6 afternoon. */
function ruledHour(clock: Clock & { text: string }, meant: Meant): Hours {
  const { hour, minute, isSure, text } = clock;
  if (isSure) return { ...NOTHING, time: at(hour, minute) };
  const isEvening = meant === 'evening' && hour >= 5 && hour <= 9;
  const half = isEvening || hour <= 6 || hour === 12 ? 'pm' : 'am';
  return { ...NOTHING, time: at(inHalf(clock, half), minute), ruled: text };
}

function partAlone([part, other]: readonly DayPart[]): Fair<Hours> {
  if (!part) return one(NOTHING);
  if (other) return one({ ...NOTHING, time: at(0), dayShift: 1 });
  return one({ ...NOTHING, time: at(dayParts[part].hour), isMidnight: part === 'midnight' });
}

/** "7 in the evening", "tonight at 9": an hour that its part of the day does not have is refused. */
function inPart(clock: Clock & { text: string }, parts: readonly DayPart[]): Fair<Hours> {
  const part = parts.find(name => name !== 'midnight') ?? 'midnight';
  const { from, to } = dayParts[part];
  const { minute, isSure, text } = clock;
  const fitting = (isSure ? [clock.hour] : [inHalf(clock, 'am'), inHalf(clock, 'pm')]).filter(
    hour => hour >= from && (hour < to || (hour === to && part !== 'morning')),
  );
  const [hour] = fitting;
  if (hour !== undefined) return one({ ...NOTHING, time: at(hour, minute) });
  if (part === 'night') {
    const small = isSure ? clock.hour : clock.hour % 12;
    // At the end of the day whose night it is, or, by the calendar, at its beginning.
    if (small < 5)
      return several(
        `"${text}" at night: of which day?`,
        { ...NOTHING, time: at(small, minute), dayShift: 1 },
        { ...NOTHING, time: at(small, minute) },
      );
  }
  return none(`"${text}" is not in the ${part}. Give the hour with AM or PM.`);
}

/** "9 to 11", "8-5pm": the start has the half of the day that brings it before the end. */
function range(first: Clock & { text: string }, last: Clock & { text: string }, meant: Meant): Fair<Hours> {
  const minutes = (clock: Clock, hour: number) => hour * 60 + clock.minute;
  const halves = (clock: Clock) => (clock.isSure ? [clock.hour] : [inHalf(clock, 'am'), inHalf(clock, 'pm')]);
  const byRule = ruledHour(first, meant);
  const starts = last.isSure ? halves(first).toReversed() : [byRule.time?.hour ?? 0];
  for (const hour of starts) {
    const end = halves(last).find(until => minutes(last, until) > minutes(first, hour));
    if (end !== undefined)
      return one({
        ...byRule,
        time: at(hour, first.minute),
        ends: at(end, last.minute),
        ruled: last.isSure ? null : byRule.ruled,
      });
  }
  return none(`"${first.text}" to "${last.text}" ends before it begins.`);
}

/** What the rule made of a bare hour, to be shown. */
export const ruledNote = ({ ruled, time }: Hours): string[] =>
  ruled && time ? [`"${ruled}" is read as ${formatClock(time)}.`] : [];
