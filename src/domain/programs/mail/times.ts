import { clocksIn } from './clocks.ts';
import { daysIn, type ReadAgainst } from './days.ts';

/** What a statement says of one moment, as far as it goes. */
export interface MomentSaid {
  /** Undefined where no day is said; null where it may be one of several, or is none. */
  day?: Temporal.PlainDate | null;
  either: readonly Temporal.PlainDate[];
  from?: Temporal.PlainTime;
  to?: Temporal.PlainTime | null;
  zone?: string | null;
  start: number;
  end: number;
  words: string;
}

/** A day and its hour may stand so far apart. */
const APART = 40;
/** What stands between two moments rather than inside one. */
const DIVIDES = /[.;]| or | and (?!at |from |will )/;

/** All moments that a statement names, in their order: a day with its hour where both are said side by side. */
export function momentsIn(text: string, against: ReadAgainst): MomentSaid[] {
  const days = daysIn(text, against);
  const parts: Omit<MomentSaid, 'words'>[] = [...days, ...clocksIn(text, days).map(one => ({ either: [], ...one }))];
  const moments: Omit<MomentSaid, 'words'>[] = [];
  for (const part of parts.toSorted((one, other) => one.start - other.start)) {
    const last = moments.at(-1);
    const between = last ? text.slice(last.end, part.start) : '';
    const isOther =
      !last || (last.day !== undefined ? part.day !== undefined : part.from !== undefined) || (last.from && part.from);
    if (isOther || between.length > APART || DIVIDES.test(between)) moments.push({ ...part });
    else Object.assign(last, { ...part, either: [...last.either, ...part.either], start: last.start });
  }
  return moments.map(moment => ({ ...moment, words: text.slice(moment.start, moment.end) }));
}
