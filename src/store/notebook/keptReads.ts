import { LRUCache } from 'lru-cache';
import { childrenOf, type TableName } from '../entities/tables.ts';

/** What was read of one notebook: each thing once, and anew when something that it was read from is written. */
export interface KeptReads {
  /** The read, whose answer is kept under this name until one of its tables is written; one that fails is not. */
  kept<Found>(name: string, tables: readonly TableName[], read: () => Promise<Found>): () => Promise<Found>;
  /**
   * Something was written, or may have been.
   * @param touched the tables, all where nobody knows
   * @param revision the notebook's since
   */
  forget(touched?: readonly TableName[], revision?: number): void;
}

/** So many rows of all notebooks together stay in memory: about 50 MB. */
const MOST_ROWS = 50_000;
const ACTIVE_MS = 10 * 60 * 1000;

/**
 * What the notebooks of those who are active say, opened: somebody who looks at several cards within ten minutes has
 * their notes decrypted once. A notebook's revision, which each write raises, tells whether anything was written since,
 * by this process or another. It is read when a request arrives, so that what is given is never older than the request.
 */
export function createActiveNotebooks(): (userId: string, revision: number | undefined) => KeptReads {
  const active = new LRUCache<string, { notebook: Notebook }>({
    maxSize: MOST_ROWS,
    ttl: ACTIVE_MS,
    updateAgeOnGet: true,
  });
  return (userId, revision) => {
    if (revision === undefined) return createNotebook(revision, () => undefined);
    const known = active.get(userId)?.notebook;
    if (known?.isAt(revision)) return known;
    const fresh = createNotebook(revision, rows => {
      // The same object again would keep the weight that it had.
      if (active.peek(userId)?.notebook === fresh) active.set(userId, { notebook: fresh }, { size: 1 + rows });
    });
    active.set(userId, { notebook: fresh }, { size: 1 });
    return fresh;
  };
}

interface Notebook extends KeptReads {
  isAt(revision: number): boolean;
}

function createNotebook(given: number | undefined, weigh: (rows: number) => void): Notebook {
  const reads = new Map<string, { found: Promise<unknown>; tables: readonly TableName[]; rows: number }>();
  let revision = given;

  return {
    isAt: wanted => revision === wanted,
    kept: (name, tables, read) => () => {
      const known = reads.get(name);
      if (known) return known.found as ReturnType<typeof read>;
      const found = read().then(frozen);
      const one = { found, tables, rows: 0 };
      reads.set(name, one);
      found.then(
        value => {
          one.rows = Array.isArray(value) ? value.length : 1;
          weigh([...reads.values()].reduce((sum, { rows }) => sum + rows, 0));
        },
        () => reads.get(name) === one && reads.delete(name),
      );
      return found;
    },
    forget(touched, since) {
      const isNext = since !== undefined && revision !== undefined && since === revision + 1;
      if (since !== undefined) revision = Math.max(since, revision ?? since);
      const gone = touched && isNext ? new Set(touched.flatMap(withChildren)) : undefined;
      for (const [name, { tables }] of reads) if (!gone || tables.some(table => gone.has(table))) reads.delete(name);
    },
  };
}

/** A row takes along those that hang on it when it goes. */
const withChildren = (table: TableName): TableName[] => [
  table,
  ...childrenOf(table).flatMap(({ child }) => withChildren(child)),
];

/** Many requests share it: what one of them changed in it would be the others' too. */
function frozen<Found>(found: Found): Found {
  if (Array.isArray(found)) for (const item of found) Object.freeze(item);
  return Object.freeze(found);
}
