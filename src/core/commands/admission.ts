import type { Identity } from '../ports/users.ts';

/** How much may be under way at once. */
export interface Bounds {
  /** At work at the same time, over everybody; and of one person. */
  running: number;
  runningEach: number;
  /** What takes longer lets fewer be at work beside it; what takes half of it lets more again. */
  quickMs: number;
  /** Let in and not yet answered, over everybody; and of one person. */
  inFlight: number;
  inFlightEach: number;
  /** Whoever's turn has not come after so long is told. */
  patienceMs: number;
}

/**
 * Platforms give three seconds. A request that has waited for half of one is better told that nothing was saved than
 * answered too late; and of those at work there are no more than are done in another.
 */
const BOUNDS: Bounds = {
  ...{ running: 24, runningEach: 3, quickMs: 1000 },
  ...{ inFlight: 200, inFlightEach: 8, patienceMs: 500 },
};
/** However slow everything is, so many may. */
const FEWEST = 4;

/** Lets requests in, everybody in turn, and no more of them than can be answered in time. */
export interface Admission {
  /** Resolves when it is this request's turn, to what ends it; to undefined where it cannot be had in time. */
  enter(person: string): Promise<(() => void) | undefined>;
  /** How many were turned away since the start. */
  refused(): number;
}

interface Waiting {
  admit(leave: (() => void) | undefined): void;
  timer: NodeJS.Timeout;
}

export function createAdmission(bounds: Bounds = BOUNDS): Admission {
  const running = new Map<string, number>();
  /** Who waits, each with their requests in order. Whoever had a turn goes to the end. */
  const waiting = new Map<string, Waiting[]>();
  let most = bounds.running;
  let runningCount = 0;
  let waitingCount = 0;
  let refusedCount = 0;

  const runningOf = (person: string) => running.get(person) ?? 0;
  const mayRun = (person: string) => runningCount < most && runningOf(person) < bounds.runningEach;

  function adapt(tookMs: number): void {
    if (tookMs > bounds.quickMs) most = Math.max(Math.min(FEWEST, bounds.running), most - 1);
    else if (tookMs < bounds.quickMs / 2) most = Math.min(bounds.running, most + 1);
  }

  function begin(person: string): () => void {
    const began = performance.now();
    runningCount += 1;
    running.set(person, runningOf(person) + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      adapt(performance.now() - began);
      runningCount -= 1;
      if (runningOf(person) > 1) running.set(person, runningOf(person) - 1);
      else running.delete(person);
      next();
    };
  }

  /** The first in the round who may, as long as there are turns. */
  function next(): void {
    for (const [person, queue] of [...waiting]) {
      if (runningCount >= most) return;
      const [first] = queue;
      if (!first || !mayRun(person)) continue;
      forget(person, first);
      // To the end of the round.
      if (waiting.delete(person)) waiting.set(person, queue);
      first.admit(begin(person));
    }
  }

  function forget(person: string, one: Waiting): void {
    clearTimeout(one.timer);
    const queue = waiting.get(person) ?? [];
    queue.splice(queue.indexOf(one), 1);
    waitingCount -= 1;
    if (queue.length === 0) waiting.delete(person);
  }

  return {
    async enter(person) {
      const queue = waiting.get(person) ?? [];
      if (queue.length === 0 && mayRun(person)) return begin(person);
      const full = runningCount + waitingCount >= bounds.inFlight;
      if (full || runningOf(person) + queue.length >= bounds.inFlightEach) {
        refusedCount += 1;
        return undefined;
      }
      return new Promise(admit => {
        const timer = setTimeout(() => {
          forget(person, one);
          refusedCount += 1;
          admit(undefined);
        }, bounds.patienceMs);
        const one: Waiting = { admit, timer };
        waiting.set(person, [...queue, one]);
        waitingCount += 1;
      });
    },
    refused: () => refusedCount,
  };
}

export const personKey = ({ platform, scope, externalId }: Identity): string => `${platform} ${scope} ${externalId}`;

/** What asks the store for somebody waits for their turn; where that does not come, what needs no store is done. */
export const createInTurn =
  (admission: Admission) =>
  async <T>(who: Identity, work: () => Promise<T>, otherwise: () => T): Promise<T> => {
    const leave = await admission.enter(personKey(who));
    return leave ? work().finally(leave) : otherwise();
  };
