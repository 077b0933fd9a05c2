const MINUTE_MS = 60_000;

/**
 * Caps how many people a minute are written to for the first time: Discord quarantines a bot that writes to many. Those
 * who have to wait get a place in a line, and keep it until they come again.
 * @param heldBack told, once a minute at most, how many wait
 */
export function createFirstMessages(perMinute: number, heldBack: (count: number) => void) {
  /** When each of the last ones was, or is to be, written to; the soonest first. */
  const taken: number[] = [];
  const places = new Map<string, number>();
  let told = Number.NEGATIVE_INFINITY;

  /** The soonest moment at which one more is within the cap. */
  const next = (now: number) => Math.max(now, (taken.at(-perMinute) ?? Number.NEGATIVE_INFINITY) + MINUTE_MS);

  return {
    /** 0 where this person may be written to now, else the seconds after which to come again. */
    take(person: string): number {
      const now = performance.now();
      while (taken.length > perMinute && (taken[0] ?? now) < now - MINUTE_MS) taken.shift();
      let place = places.get(person);
      if (place === undefined) {
        place = next(now);
        taken.push(place);
      }
      if (place <= now) {
        places.delete(person);
        return 0;
      }
      places.set(person, place);
      if (now - told > MINUTE_MS) {
        told = now;
        heldBack(places.size);
      }
      return Math.ceil((place - now) / 1000);
    },
  };
}
