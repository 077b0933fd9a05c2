/** How often what has happened since the start. Names are kinds, such as `stray.rejection`: never anybody's words. */
export interface Counters {
  /** @returns how often with this time */
  count(kind: string): number;
  all(): Record<string, number>;
}

export function createCounters(): Counters {
  const counts = new Map<string, number>();
  return {
    count(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count;
    },
    all: () => Object.fromEntries(counts),
  };
}
