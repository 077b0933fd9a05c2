import type { Notebook } from '../../core/ports/notebook.ts';
import type { Written } from '../../core/ports/repository.ts';
import { newId } from '../../core/runtime/id.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { dateOf } from '../entities/rows.ts';
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

/** A write that happens once for a request and can be taken back. Rows it writes carry `writeId`. */
export async function write<T>(
  scope: RequestScope,
  verb: string,
  run: (tx: ScopedTransaction, writeId: string) => Promise<Done<T>>,
): Promise<Written<T>> {
  const { result, repeated } = await idempotent(scope, verb, async tx => {
    const id = newId();
    const { value, what, changes } = await run(tx, id);
    const expiresAt = dateOf(scope.now.add({ minutes: UNDO_MINUTES }));
    await tx.undo.create({
      data: { id, userId: scope.account.userId, what, changes: toTemporalJson(changes), expiresAt },
    });
    return { value, undoId: id };
  });
  return { ...result, repeated };
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
