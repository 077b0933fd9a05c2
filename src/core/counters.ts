/** How often what has happened since the start. Names are kinds, such as `stray.rejection`: never anybody's words. */
export interface Counters {
  count(kind: string): void;
  all(): Record<string, number>;
}

export function createCounters(): Counters {
  const counts = new Map<string, number>();
  return {
    count: kind => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    all: () => Object.fromEntries(counts),
  };
}
