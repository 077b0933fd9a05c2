import type { Amount } from '../said/piece.ts';

/** Everything that is counted, together. */
export function durationOf(amounts: readonly Amount[]): Temporal.Duration {
  const sums = { minutes: 0, hours: 0, days: 0, weeks: 0, months: 0, years: 0 };
  for (const { unit, count } of amounts) sums[`${unit}s`] += count;
  return Temporal.Duration.from(sums);
}
