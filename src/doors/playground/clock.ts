/** A clock that can be moved and goes on from there. */
export interface MovedClock {
  now(): Temporal.Instant;
  /** The time that passes by itself. */
  real(): Temporal.Instant;
  isMoved(): boolean;
  moveTo(moment: Temporal.Instant): void;
  /** Shows the real time again. */
  backToNow(): void;
}

/** @param real the clock that it goes by: until it is moved both show the same */
export function createMovedClock(real: () => Temporal.Instant): MovedClock {
  let aheadMs = 0;
  return {
    now: () => real().add({ milliseconds: aheadMs }),
    real,
    isMoved: () => aheadMs !== 0,
    moveTo(moment) {
      aheadMs = moment.epochMilliseconds - real().epochMilliseconds;
    },
    backToNow() {
      aheadMs = 0;
    },
  };
}
