import type { Profile } from '../../core/ports/users.ts';
import type { Columns } from '../../domain/entities/entity.ts';
import { settings } from '../../domain/entities/settings.ts';

/** The rows that can be read, in their order; what they are not is told to `unreadable`. */
export function readable<Row extends { id: string }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
  unreadable: (id: string) => void = () => {},
): Item[] {
  return rows.flatMap(row => {
    try {
      return [toItem(row)];
    } catch {
      unreadable(row.id);
      return [];
    }
  });
}

/** Settings as they are kept: one that cannot be read is as if it had not been made. */
export function readProfile(row: object): Profile {
  try {
    return settings.toItem(row);
  } catch {
    const columns: Columns = settings.columns;
    const made = Object.entries(row).filter(([column, value]) => columns[column]?.type.safeParse(value).success);
    return settings.toItem(Object.fromEntries(made));
  }
}
