import type { Account } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import type { ScopedClient, ScopedTransaction } from '../driver/scopedClient.ts';
import { dateOf } from '../entities/rows.ts';
import type { TableName } from '../entities/tables.ts';
import { fromTemporalJson, toTemporalJson } from '../entities/temporalJson.ts';
import type { KeptReads } from './keptReads.ts';
import type { WaitingCall } from './waitingCalls.ts';

/** One request of one account, and everything of its user's. */
export interface RequestScope {
  account: Account;
  requestId: string;
  now: Temporal.Instant;
  client: ScopedClient;
  reads: KeptReads;
  /** The undo with which this request's next write is taken back: an earlier write's of its own, or one that it tells more of. */
  undo: { with?: { id: string; tells: boolean } };
  /** Keeps calls of this user that wait behind buttons, in one statement. */
  keepWaiting(calls: readonly WaitingCall[]): Promise<void>;
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
 *
 * @param touched which tables the write changed, where that is known
 *
 * That it was written before shows at the end, by the key that no two of them share: then all of this is rolled back.
 */
export async function idempotent<Result>(
  { client, account, requestId, now, reads }: RequestScope,
  verb: string,
  write: (tx: ScopedTransaction) => Promise<Result>,
  touched: (result: Result) => readonly TableName[] | undefined = () => undefined,
): Promise<{ result: Result; repeated: boolean }> {
  const { id: accountId } = account;
  const request = { accountId, requestId, verb };
  let revision: number | undefined;
  try {
    const result = await client.$within(() =>
      client.$transaction(async tx => {
        // Their writes happen one after the other: a twin of this one waits here.
        revision = await tx.$raise(dateOf(now));
        const result = await write(tx);
        const expiresAt = dateOf(now.add(REMEMBERED));
        await tx.$insert('Request', [{ id: newId(), ...request, result: toTemporalJson(result), expiresAt }]);
        return result;
      }),
    );
    reads.forget(touched(result), revision);
    return { result, repeated: false };
  } catch (error) {
    reads.forget();
    // Whatever it failed at: what the first wrote may be what the second stumbled over.
    const first = await client.request.findUnique({ where: { accountId_requestId_verb: request } });
    if (!first) throw error;
    return { result: fromTemporalJson<Result>(first.result), repeated: true };
  }
}
