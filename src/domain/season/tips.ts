import type { DayRule, SeasonRules } from './season.ts';
import { cycleOf, dayByRule, firstDayOf } from './season.ts';

/** Where a tip stands in a community's year. */
export interface TipPlace {
  /** Its place among those that speak of no date. */
  week: number;
  /** The day that it speaks of: it comes before it, whatever weekday a community posts on. */
  before?: DayRule;
  /** How many days before it at least; 1 where it is left out. */
  ahead?: number;
  /** Its day is one of the Match: it has none on a track without it. */
  match?: boolean;
}

/** A tip on the day it is posted. `about`: the day that it speaks of, null where it speaks of none. */
export interface Placed<T> {
  tip: T;
  about: Temporal.PlainDate | null;
}

/**
 * The tip of a day, for who posts on that weekday. A tip that speaks of a date has the last week that leaves its days
 * of warning; where two would have the same, the one that is due sooner goes a week further ahead. All others fill the
 * remaining weeks in their order, so that each comes once a cycle; the 53rd week of a long one repeats the last.
 */
export function tipOn<T extends TipPlace>(date: Temporal.PlainDate, tips: readonly T[], rules: SeasonRules) {
  const cycle = cycleOf(date, rules);
  const starts = firstDayOf(cycle, rules);
  const ends = firstDayOf(cycle + 1, rules);
  const slot = Math.floor(daysFrom(starts, date) / 7);
  const first = date.subtract({ days: 7 * slot });

  const dated = tips
    .flatMap(tip => {
      const about = dayOfTip(tip, cycle, { starts, ends, rules });
      const latest = about && Math.floor((daysFrom(first, about) - (tip.ahead ?? 1)) / 7);
      return about && latest !== null && latest >= 0 ? [{ tip, about, latest }] : [];
    })
    .sort((one, other) => other.latest - one.latest || other.tip.week - one.tip.week);
  const bySlot = new Map<number, Placed<T>>();
  for (const { tip, about, latest } of dated) {
    let free = latest;
    while (bySlot.has(free)) free -= 1;
    bySlot.set(free, { tip, about });
  }
  const placed = bySlot.get(slot);
  if (placed) return placed;

  const isDated = new Set(dated.map(({ tip }) => tip));
  const others = tips.filter(tip => !isDated.has(tip)).sort((one, other) => one.week - other.week);
  const before = [...bySlot.keys()].filter(taken => taken < slot).length;
  const tip = others[Math.min(slot - before, others.length - 1)];
  return tip && ({ tip, about: null } satisfies Placed<T>);
}

interface Year {
  /** The cycle's first day, and the next one's. */
  starts: Temporal.PlainDate;
  ends: Temporal.PlainDate;
  rules: SeasonRules;
}

/** The day that a tip speaks of as it lies in a cycle: some of what belongs to the next one lies in this one's June. */
function dayOfTip(
  { before, match }: TipPlace,
  cycle: number,
  { starts, ends, rules }: Year,
): Temporal.PlainDate | null {
  if (!before || (match && rules.official === false)) return null;
  const days = [cycle, cycle + 1].map(year => dayByRule(before, year, rules));
  return days.find(day => daysFrom(starts, day) >= 0 && daysFrom(day, ends) > 0) ?? null;
}

const daysFrom = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  one.until(other, { largestUnit: 'days' }).days;

/** All posts of a cycle for who posts on this weekday, 1 (Monday) to 7 (Sunday). */
export function tipsOfCycle<T extends TipPlace>(
  cycle: number,
  weekday: number,
  tips: readonly T[],
  rules: SeasonRules,
) {
  const starts = firstDayOf(cycle, rules);
  const first = starts.add({ days: (weekday - starts.dayOfWeek + 7) % 7 });
  const days = Array.from({ length: 53 }, (_, week) => first.add({ weeks: week }));
  return days
    .filter(day => cycleOf(day, rules) === cycle)
    .flatMap(day => {
      const placed = tipOn(day, tips, rules);
      return placed ? [{ day, ...placed }] : [];
    });
}
