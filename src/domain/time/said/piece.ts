import type { Reading } from '../../words/reading.ts';
import type { EventName } from './events.ts';
import type { DayPart, Unit } from './vocabulary.ts';

/** Where something stands in the words: the first letter, and the one after the last. */
export interface Span {
  start: number;
  end: number;
}

/** "this", "next" or "last" before a weekday, a week or a month. */
export type Which = 'this' | 'next' | 'last';

/** An hour of the clock: 0 to 23 where it can be no other, 1 to 12 where neither am nor pm was said. */
export interface Clock {
  hour: number;
  minute: number;
  isSure: boolean;
}

export interface Amount {
  unit: Unit;
  /** Whole, but for hours. */
  count: number;
}

/** A day as it was said; what it is depends on today, and on whether a day behind or ahead is meant. */
export type DaySaid =
  | { by: 'weekday'; weekday: number; which?: Which }
  | { by: 'date'; month: number; day: number; year?: number; isISO?: boolean; isEitherWay?: boolean }
  | { by: 'dayOfMonth'; day: number }
  | { by: 'near'; days: number }
  | { by: 'period'; unit: 'week' | 'weekend' | 'month' | 'year'; which: Which }
  | { by: 'month'; month: number; which?: Which; year?: number }
  | { by: 'nth'; nth: number; weekday?: number }
  | { by: 'edge'; edge: 'first' | 'last' };

/** How far apart the times of a rhythm are, as it was said. */
export interface Every {
  interval: number;
  unit?: Unit;
  weekdays?: readonly number[];
  /** "third" before a weekday: each third week, or the third of each month. */
  isPlace?: boolean;
  /** "2nd" rather than "second". */
  isFigure?: boolean;
  /** Each second one, or twice in each: "biweekly". */
  isDoubtful?: boolean;
}

/** What one stretch of the words says. */
export type Meaning =
  | { kind: 'filler' }
  | ({ kind: 'day' } & DaySaid)
  | { kind: 'weekdays'; weekdays: readonly number[] }
  | { kind: 'part'; part: DayPart; isAgain?: boolean }
  | ({ kind: 'clock' } & Clock)
  /** Digits that may be an hour, a day or neither. */
  | { kind: 'number'; value: number; text: string }
  | { kind: 'zone'; zone: Reading<string> }
  | { kind: 'count'; amounts: readonly Amount[]; from: 'now' | 'within' | 'ago' | 'open'; text: string }
  | { kind: 'relation'; amounts: readonly Amount[]; part?: DayPart; side: 'before' | 'after' | 'on' }
  | { kind: 'event'; event: EventName }
  | ({ kind: 'every' } & Every)
  | { kind: 'times'; times: number }
  | { kind: 'lasting'; amounts: readonly Amount[] }
  | { kind: 'and' }
  | { kind: 'to' }
  | { kind: 'from' }
  | { kind: 'between' }
  | { kind: 'until' }
  | { kind: 'starting' }
  | { kind: 'exactly' }
  /** What no clock or calendar shows, in a sentence. */
  | { kind: 'trouble'; because: string };

export type Piece = Span & Meaning;

/** What a pattern finds at a place in the words, and what it means there, at times two things ("tonight"). */
export interface Finder {
  pattern: RegExp;
  meaning(found: Record<string, string | undefined>, text: string): readonly Meaning[];
  /** In a sentence it is somebody's name: "tom". */
  isNameToo?: boolean;
}

/** A finder for these words, which no letter or digit follows. */
export const finder = (source: string, meaning: Finder['meaning'], more?: Pick<Finder, 'isNameToo'>): Finder => ({
  pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy'),
  meaning,
  ...more,
});
