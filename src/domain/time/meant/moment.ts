import type { Amount } from '../said/piece.ts';
import type { Said } from '../said/said.ts';
import type { Side } from './dates.ts';
import type { Calendar } from './events.ts';
import type { Meant } from './hours.ts';

/** A moment as words say it. */
export interface Moment {
  day: Temporal.PlainDate;
  /** Null where no hour was said. */
  time: Temporal.PlainTime | null;
  ends: Temporal.PlainTime | null;
  /** The zone that was said; null where the clock is of the one that is asked about. */
  zone: string | null;
  /** The moment itself, where it was counted in hours or minutes. */
  instant: Temporal.Instant | null;
  /** "in 3 days" without an hour: it keeps the hour of now. */
  isFromNow: boolean;
  /** Written as computers write it, with its year: meant even where it has passed. */
  isISO: boolean;
  /** What was read by a rule or counted from something, to be shown. */
  notes: readonly string[];
}

export interface MomentAsking {
  now: Temporal.Instant;
  /** The member's own. */
  zone: string;
  side: Side;
  meant?: Meant;
  /** What has passed may be meant all the same: an interview that was, not a reminder. */
  mayBePast?: boolean;
  /** "within two days" is a moment: the last one of a deadline. */
  isDeadline?: boolean;
  calendar?: Calendar | undefined;
  /** The hour that a day without one means, if it means one. */
  dayHour?: Temporal.PlainTime;
  /** Something begins then: a week or a month means its first day. */
  isStart?: boolean;
}

/** Counted in hours and minutes, it is a moment and no day. */
export const isExact = (amounts: readonly Amount[]): boolean =>
  amounts.length === 0 || amounts.some(({ unit }) => unit === 'minute' || unit === 'hour');

/** The zone that was said. */
export const zoneOf = ({ zone }: Said): string | null => (zone?.outcome === 'understood' ? zone.value : null);

export const momentAt = (day: Temporal.PlainDate, said: Said, found: Partial<Moment> = {}): Moment => ({
  day,
  time: null,
  ends: null,
  zone: zoneOf(said),
  instant: null,
  isFromNow: false,
  isISO: said.on.days.some(each => each.by === 'date' && each.isISO === true),
  notes: [],
  ...found,
});

export function atInstant(instant: Temporal.Instant, said: Said, { zone }: MomentAsking, notes: string[] = []): Moment {
  const local = instant.toZonedDateTimeISO(zoneOf(said) ?? zone);
  return momentAt(local.toPlainDate(), said, { time: local.toPlainTime(), instant, notes });
}
