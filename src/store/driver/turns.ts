/** Whose turn at the database it is: somebody's who waits for an answer, or the season's own, which sends what is due. */
export type TurnClass = 'people' | 'engine';

/** After this long without a pause the event loop gets one: the driver is synchronous and Prisma awaits microtasks. */
const BREATHE_MS = 8;

/**
 * A queue for each class before one connection. Where both wait they take turns: however many people ask, the engine
 * waits for one of theirs, and however much is due, so do they.
 * @returns `take` resolves when its turn has come, to the function that ends the turn
 */
export function createTurns() {
  const waiting: Record<TurnClass, (() => void)[]> = { people: [], engine: [] };
  let isTaken = false;
  let last: TurnClass = 'people';
  let breathed = performance.now();

  function end(): void {
    const other = last === 'people' ? 'engine' : 'people';
    const of = waiting[other].length > 0 ? other : last;
    const next = waiting[of].shift();
    isTaken = next !== undefined;
    last = of;
    next?.();
  }

  async function take(of: TurnClass): Promise<() => void> {
    if (isTaken) await new Promise<void>(resolve => waiting[of].push(resolve));
    else last = of;
    isTaken = true;
    if (performance.now() - breathed > BREATHE_MS) {
      await new Promise(setImmediate);
      breathed = performance.now();
    }
    return end;
  }
  return { take, othersWait: () => waiting.people.length + waiting.engine.length > 0 };
}
