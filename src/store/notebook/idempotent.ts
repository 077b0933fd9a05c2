import type { Account } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import type { ScopedClient, ScopedTransaction } from '../driver/scopedClient.ts';
import { dateOf } from '../entities/rows.ts';
import { fromTemporalJson, toTemporalJson } from '../entities/temporalJson.ts';
import type { KeptReads } from './keptReads.ts';

/** One request of one account, and everything of its user's. */
export interface RequestScope {
  account: Account;
  requestId: string;
  now: Temporal.Instant;
  client: ScopedClient;
  reads: KeptReads;
  /** A keyed digest for the user's own names. */
  nameKey(name: string): string;
  /** A keyed digest of a text, different for each user. */
  digest(text: string): string;
}

/** Platforms deliver a request again within minutes; a day is generous. */
const REMEMBERED = { hours: 24 };

/**
 * Runs a write in a transaction once for each request and verb: the same again answers what the first did. A verb
 * that one request may use several times, such as for several people, carries its subject: `log:subject`.
 */
export function idempotent<Result>(
  { client, account, requestId, now, reads }: RequestScope,
  verb: string,
  write: (tx: ScopedTransaction) => Promise<Result>,
): Promise<{ result: Result; repeated: boolean }> {
  const userId = account.userId;
  const done = client.$transaction(async tx => {
    // Locks the user's row on PostgreSQL: their writes happen one after the other, and a twin of this one waits here.
    await tx.user.update({ where: { id: userId }, data: { revision: { increment: 1 } }, select: { id: true } });
    const request = { accountId: account.id, requestId, verb };
    const first = await tx.request.findUnique({ where: { accountId_requestId_verb: request } });
    if (first) return { result: fromTemporalJson<Result>(first.result), repeated: true };

    const result = await write(tx);
    await tx.request.create({
      data: { id: newId(), userId, ...request, result: toTemporalJson(result), expiresAt: dateOf(now.add(REMEMBERED)) },
    });
    // Whatever was written may change what lies ahead: it is planned anew. What has come before is not left behind.
    const isAhead = { OR: [{ nextPlanAt: null }, { nextPlanAt: { gt: dateOf(now) } }] };
    await tx.user.updateMany({ where: { id: userId, ...isAhead }, data: { nextPlanAt: dateOf(now) } });
    return { result, repeated: false };
  });
  return done.finally(reads.forget);
}
