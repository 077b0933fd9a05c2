import { z } from 'zod';
import type { Identity } from '../../core/ports/users.ts';
import { isGuess, officialDates } from '../../domain/season/officialDates.ts';
import { cycleOf, dayByRule, dayOf, phasesOf, type SeasonRules } from '../../domain/season/season.ts';
import type { MovedClock } from './clock.ts';
import type { Journey } from './journey.ts';

/** Where the bot's clock is to go: a day, of which its evening is shown, or the real time. */
export const toShape = z.union([z.literal('now'), z.iso.date()]);

/** The season as the strip shows it, on one reader's clock. */
export interface ShownTime {
  /** Milliseconds since 1970, by the bot's clock. */
  now: number;
  today: string;
  moved: boolean;
  movable: boolean;
  phases: { id: string; label: string; starts: string; ends: string }[];
  dates: { day: string; title: string; label: string }[];
  own: { day: string; title: string }[];
}

/** By then what comes on a day has come. */
const EVENING = new Temporal.PlainTime(20, 30);

interface TimeParts {
  now(): Temporal.Instant;
  season: SeasonRules;
  ownDates(who: Identity): Promise<{ day: Temporal.PlainDate; name: string }[]>;
  /** Left out where the time can't be moved. */
  movable?: { clock: MovedClock; journey: Journey };
}

export type Time = ReturnType<typeof createTime>;

/** What the bot's clock shows, and how it is moved within this year's season. */
export function createTime({ now, season, ownDates, movable }: TimeParts) {
  const followers = new Set<() => void>();
  const real = () => (movable?.clock.real() ?? now()).toZonedDateTimeISO(season.zone);

  return {
    async shown(who: Identity, zone: string): Promise<ShownTime> {
      const cycle = cycleOf(real(), season);
      return {
        now: now().epochMilliseconds,
        today: String(now().toZonedDateTimeISO(zone).toPlainDate()),
        moved: movable?.clock.isMoved() ?? false,
        movable: movable !== undefined,
        phases: phasesOf(cycle, season).map(({ id, label, starts, ends }) => ({
          ...{ id, label, starts: String(starts), ends: String(ends) },
        })),
        dates: officialDates(cycle, season)
          .filter(date => !isGuess(date))
          .map(({ when, title, label }) => ({ day: String(dayOf(when)), title, label })),
        own: (await ownDates(who)).map(({ day, name }) => ({ day: String(day), title: name })),
      };
    },

    /** Moves the clock, where it can be; a day before or after this year's season is its first or last. */
    async move(to: z.output<typeof toShape>, zone: string): Promise<void> {
      if (!movable) return;
      const phases = phasesOf(cycleOf(real(), season), season);
      const [first, last] = [phases[0]?.starts, phases.at(-1)?.ends];
      const within = (day: Temporal.PlainDate): Temporal.PlainDate => {
        if (first && Temporal.PlainDate.compare(day, first) < 0) return first;
        return last && Temporal.PlainDate.compare(day, last) > 0 ? last : day;
      };
      const day = to === 'now' ? undefined : within(Temporal.PlainDate.from(to));
      await movable.journey.to(day?.toZonedDateTime({ timeZone: zone, plainTime: EVENING }).toInstant() ?? 'now');
      for (const tell of followers) tell();
    },

    /** The first and the last day of a season as it is played, and what moves the clock; undefined where nothing does. */
    play: movable && {
      ...movable,
      cycle: () => cycleOf(real(), season),
      /** Where it ends. */
      lastDay: () => String(dayByRule({ from: 'match-day', days: 0 }, cycleOf(real(), season), season)),
      firstDay: () => String(dayByRule({ from: 'review-opens', days: 0 }, cycleOf(real(), season), season)),
    },

    /** Tells of each move from now on, until what it returns is called. */
    follow(tell: () => void): () => void {
      followers.add(tell);
      return () => followers.delete(tell);
    },
  };
}
