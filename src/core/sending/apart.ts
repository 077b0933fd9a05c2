/** What could not be worked on, and why. */
export interface Failure<Item> {
  item: Item;
  error: unknown;
}

/**
 * Works on all at once; where that fails, on either half, down to those that fail by themselves. One broken row so
 * costs nobody else anything, and costs time only where there is one.
 */
export async function apart<Item, Result>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<{ done: Result[]; failed: Failure<Item>[] }> {
  const [first] = items;
  if (first === undefined) return { done: [], failed: [] };
  try {
    return { done: [...(await work(items))], failed: [] };
  } catch (error) {
    if (items.length === 1) return { done: [], failed: [{ item: first, error }] };
  }
  const middle = Math.ceil(items.length / 2);
  const one = await apart(items.slice(0, middle), work);
  const other = await apart(items.slice(middle), work);
  return { done: [...one.done, ...other.done], failed: [...one.failed, ...other.failed] };
}

/** What kind of error it is, without its message, which may hold what somebody wrote. */
export const kindOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  const name = error instanceof Error ? error.name : typeof error;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? `${name} ${code}` : name;
};
