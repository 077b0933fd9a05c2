/**
 * Makes a thing once for each key and keeps the `most` that were asked for last, so that what everybody looks at is
 * never made again and what nobody looks at is let go.
 */
export function createKeeper<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
