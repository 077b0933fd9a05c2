import { LRUCache } from 'lru-cache';

/**
 * Makes a thing once for each key and keeps the `most` that were asked for last, so that what everybody looks at is
 * never made again and what nobody looks at is let go. What could not be made is made anew when it is asked for again.
 */
export function createCache<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const made = new LRUCache<string, Promise<T>>({ max: most });
  return (key, make) => {
    const known = made.get(key);
    if (known) return known;
    const value = make();
    made.set(key, value);
    value.catch(() => made.peek(key) === value && made.delete(key));
    return value;
  };
}
