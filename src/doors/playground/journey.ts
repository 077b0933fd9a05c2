import type { MovedClock } from './clock.ts';

/** What a moved time sets going: the season's own engine and what it keeps. */
export interface MovedEngine {
  /** The next moment for which something is planned or due; null where nothing is. */
  nextDueAt(): Promise<Temporal.Instant | null>;
  /** Plans and sends everything that is due by now. */
  round(): Promise<void>;
  /** Forgets what was planned and sent after a moment, so that it comes again. */
  rewindTo(moment: Temporal.Instant): Promise<void>;
}

interface JourneyParts {
  clock: MovedClock;
  engine: MovedEngine;
  /** What made-up people do on the way, and when. */
  script: { nextAt(): Temporal.Instant | null; runDue(now: Temporal.Instant): Promise<void> };
  /** What was posted after this moment is to be seen no more: it will come again. */
  forgetAfter(moment: Temporal.Instant): void;
}

/** What is due is tried again a little later where it did not go out, so that no moment stops a journey. */
const STEP = { minutes: 1 };
const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;

function earliest(one: Temporal.Instant | null, other: Temporal.Instant | null): Temporal.Instant | null {
  if (!one || !other) return one ?? other;
  return isAfter(one, other) ? other : one;
}

export type Journey = ReturnType<typeof createJourney>;

/** Moves the clock, and everything that would have come on the way comes at its own hour. One journey at a time. */
export function createJourney({ clock, engine, script, forgetAfter }: JourneyParts) {
  let last: Promise<void> = Promise.resolve();

  async function arrive(at: Temporal.Instant): Promise<void> {
    clock.moveTo(at);
    await script.runDue(at);
    await engine.round();
  }

  async function forward(to: Temporal.Instant): Promise<void> {
    for (;;) {
      const due = earliest(await engine.nextDueAt(), script.nextAt());
      if (!due || isAfter(due, to)) break;
      const now = clock.now();
      const stop = isAfter(due, now) ? due : now.add(STEP);
      if (isAfter(stop, to)) break;
      await arrive(stop);
    }
    await arrive(to);
  }

  async function back(to: Temporal.Instant): Promise<void> {
    clock.moveTo(to);
    await engine.rewindTo(to);
    forgetAfter(to);
    await engine.round();
  }

  async function travel(to: Temporal.Instant | 'now'): Promise<void> {
    const moment = to === 'now' ? clock.real() : to;
    await (isAfter(clock.now(), moment) ? back(moment) : forward(moment));
    if (to === 'now') clock.backToNow();
  }

  return {
    /** Ends when the clock is there and what came on the way was sent. */
    to(moment: Temporal.Instant | 'now'): Promise<void> {
      last = last.catch(() => {}).then(() => travel(moment));
      return last;
    },
  };
}
