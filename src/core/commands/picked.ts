import { z } from 'zod';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { asked, type Reading } from '../../domain/words/reading.ts';
import type { Call } from './call.ts';

export const pickedShape = z.object({ day: z.iso.date().optional(), hour: z.iso.time({ precision: -1 }).optional() });
/** What the pickers beside the words of a day, or of a day and hour, were set to: "2026-11-03", "09:00". */
export type Picked = z.infer<typeof pickedShape>;

/** As words that a reader of days and hours understands. */
const pickedWords = ({ day, hour }: Picked): string => [day, hour].filter(Boolean).join(' ');

/** What the words for a day or for a day and hour mean, on the clock that was meant. */
type WallTime = Temporal.PlainDate | Temporal.PlainDateTime;

/** What a clock on the wall shows at a time as it was said; `zone` is the member's own, for what is counted from now. */
export function wallTime(at: SaidTime['at'], zone: string): Temporal.PlainDateTime {
  if (at instanceof Temporal.Instant) return at.toZonedDateTimeISO(zone).toPlainDateTime();
  return at instanceof Temporal.ZonedDateTime ? at.toPlainDateTime() : at;
}

/**
 * Words beside pickers for one moment: the pickers may say what the words leave open, and where they disagree it is
 * asked. `wallTimeOf` tells what a reading's value is on the clock that was meant.
 */
export function readWithPicked<T>(
  words: string,
  picked: Picked,
  read: (words: string) => Reading<T>,
  wallTimeOf: (value: T) => WallTime,
): Reading<T> {
  const alone = read(words);
  const { day, hour } = picked;
  const together = [hour && `${words} ${hour}`, day && `${day} ${words}`].flatMap(text => (text ? [read(text)] : []));
  const agreed = [alone, ...together].find(
    each => each.outcome === 'understood' && agree(wallTimeOf(each.value), picked),
  );
  if (agreed) return agreed;
  if (alone.outcome !== 'understood') return alone;
  const said = parts(wallTimeOf(alone.value));
  return which(said, words, { ...said, ...set(picked) });
}

const parts = (said: WallTime): Picked => ({
  day: said.toString().slice(0, 10),
  ...(said instanceof Temporal.PlainDateTime && { hour: said.toPlainTime().toString().slice(0, 5) }),
});

const set = ({ day, hour }: Picked): Picked => ({ ...(day && { day }), ...(hour && { hour }) });

function agree(said: WallTime, { day, hour }: Picked): boolean {
  const own = parts(said);
  return (!day || day === own.day) && (!hour || own.hour === undefined || hour === own.hour);
}

function which(said: Picked, words: string, picked: Picked): Reading<never> {
  const [typed, chosen] = [said, picked].map(label);
  return asked(
    `You typed ${typed} and picked ${chosen}. Which is it?`,
    { label: typed!, words },
    { label: chosen!, words: pickedWords(picked) },
  );
}

const label = ({ day, hour }: Picked): string =>
  [day && formatDay(Temporal.PlainDate.from(day)), hour && formatClock(Temporal.PlainTime.from(hour))]
    .filter(Boolean)
    .join(', ');

/** A form's call with what was picked: in place of words that are missing, beside those that are there. */
export function withPicked(made: Call, picked: Record<string, Picked>): Call {
  const isTyped = (name: string) => (made.options[name] ?? '').trim() !== '';
  const beside = Object.entries(picked).filter(([name]) => isTyped(name));
  const instead = Object.entries(picked).filter(([name]) => !isTyped(name));
  const options = { ...made.options, ...Object.fromEntries(instead.map(([name, each]) => [name, pickedWords(each)])) };
  return { ...made, options, ...(beside.length > 0 && { picked: Object.fromEntries(beside) }) };
}
