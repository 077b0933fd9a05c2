import type { SeasonRules } from './season.ts';

/** How a community's season differs from the one that ships: another country, or programs outside the NRMP. */
export interface Track {
  /** Its phases and weeks come so many days later, or earlier where it is negative. */
  shiftDays: number;
  /** False where the Match does not apply: no official dates, and no tip that speaks of it. */
  match: boolean;
}

/** As the season ships. */
export const standardTrack: Track = { shiftDays: 0, match: true };

/** The season's rules as a community goes by them. */
export const trackRules = (rules: SeasonRules, { shiftDays, match }: Track): SeasonRules => ({
  ...rules,
  shiftDays,
  official: match,
});
