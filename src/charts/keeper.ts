/**
 * Makes a thing once for each key and keeps the `most` that were asked for last, so that what everybody looks at is
 * never made again and what nobody looks at is let go. What could not be made is made anew when it is asked for again.
 */
export function createKeeper<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    value.catch(() => kept.get(key) === value && kept.delete(key));
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
