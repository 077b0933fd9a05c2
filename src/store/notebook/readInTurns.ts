import { createYielding } from '../../core/runtime/yielding.ts';
import { readable } from '../entities/records.ts';

/** The rows that can be read, in their order, as `readable` has them; of many, others have their turn in between. */
export async function readInTurns<Row extends { id: string }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
  unreadable?: (id: string) => void,
): Promise<Item[]> {
  const breathe = createYielding();
  const items: Item[] = [];
  for (const row of rows) {
    items.push(...readable([row], toItem, unreadable));
    await breathe();
  }
  return items;
}
