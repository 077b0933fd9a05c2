import type { Notebook } from '../../core/ports/notebook.ts';
import type { Written } from '../../core/ports/repository.ts';
import { newId } from '../../core/runtime/id.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { dateOf } from '../entities/rows.ts';
import { childrenOf, type TableName } from '../entities/tables.ts';
import { fromTemporalJson, toTemporalJson } from '../entities/temporalJson.ts';
import { applyUndo, type Change, readChanges } from './applyUndo.ts';
import { idempotent, type RequestScope } from './idempotent.ts';

const UNDO_MINUTES = 10;

/** What a write did, and how to take it back. `what` is a sentence: what holds again once it is undone. */
export interface Done<T> {
  value: T;
  what: string;
  changes: Change[];
}

/**
 * A write that happens once for a request and can be taken back, with all that the request wrote before it. Rows it
 * writes carry `writeId`. @param apart it is taken back by itself, such as settings
 */
export async function write<T>(
  scope: RequestScope,
  verb: string,
  run: (tx: ScopedTransaction, writeId: string) => Promise<Done<T>>,
  { apart = false }: { apart?: boolean } = {},
): Promise<Written<T>> {
  let touched: TableName[] = [];
  const once = async (tx: ScopedTransaction) => {
    const earlier = apart ? undefined : await joined(tx, scope);
    const id = earlier?.id ?? newId();
    const done = await run(tx, id);
    touched = done.changes.map(({ table }) => table);
    const { what, changes } = earlier ? together(done, earlier) : done;
    const expiresAt = dateOf(scope.now.add({ minutes: UNDO_MINUTES }));
    const data = { what, changes: toTemporalJson(changes), expiresAt };
    if (earlier) await tx.undo.update({ where: { id }, data });
    else await tx.$insert('Undo', [{ id, ...data }]);
    return { value: done.value, undoId: id };
  };
  const { result, repeated } = await idempotent(scope, verb, once, () => touched);
  if (!apart) scope.undo.with = { id: result.undoId, tells: false };
  return { ...result, repeated };
}

interface Earlier {
  id: string;
  what: string;
  changes: Change[];
  /** Whether what comes now only tells more of what was written then. */
  tells: boolean;
}

/** The write with which another is taken back, while that is possible. */
async function joined(
  tx: ScopedTransaction,
  { undo: { with: earlier }, now }: RequestScope,
): Promise<Earlier | undefined> {
  if (!earlier) return undefined;
  const row = await tx.undo.findUnique({ where: { id: earlier.id } });
  if (!row || row.done || row.expiresAt < dateOf(now)) return undefined;
  return { ...earlier, what: row.what, changes: readChanges(fromTemporalJson<Change[]>(row.changes)) };
}

/** Two writes as one, the later taken back first. What others may hang on since stays with them, and the rest goes. */
function together(later: Done<unknown>, { what, changes, tells }: Earlier): Pick<Done<unknown>, 'what' | 'changes'> {
  if (tells) return { what, changes: [...later.changes, ...changes] };
  const parts = changes.map(change =>
    change.op === 'delete' && childrenOf(change.table).length > 0 ? { ...change, optional: true } : change,
  );
  return { what: `${later.what} ${what}`, changes: [...later.changes, ...parts] };
}

type Undone = Awaited<ReturnType<Notebook['undo']>>;

/** Takes a write back as a whole, or not at all (`already`) where a later write touched the same rows. */
export async function undo(scope: RequestScope, undoId: string): Promise<Undone> {
  const { result } = await idempotent(scope, `undo:${undoId}`, async (tx): Promise<Undone> => {
    const row = await tx.undo.findUnique({ where: { id: undoId } });
    if (!row) return { undone: false, why: 'unknown' };
    if (row.done) return { undone: false, why: 'already' };
    if (row.expiresAt < dateOf(scope.now)) return { undone: false, why: 'expired' };

    if (!(await applyUndo(tx, readChanges(fromTemporalJson<Change[]>(row.changes)), undoId)))
      return { undone: false, why: 'already' };
    await tx.undo.update({ where: { id: undoId }, data: { done: true } });
    return { undone: true, what: row.what };
  });
  return result;
}
