import type { AccountNotice } from '../../core/ports/ledger.ts';
import { newId } from '../../core/runtime/id.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import type { Transaction } from '../driver/client.ts';
import { dateOf, platformOf } from '../entities/rows.ts';
import type { Account as AccountRow } from '../generated/sqlite/client.ts';

/** It may be sent for so long. */
const GRACE = { hours: 24 * 7 };

interface Notice {
  kind: AccountNotice;
  /** What it is about: the joining's id, or the code's. The same is told an account once. */
  about: string;
  now: Temporal.Instant;
  grace?: Temporal.DurationLike;
}

/** Plans a message to each of these accounts, in the transaction of what it tells of. Answers with the messages' ids. */
export async function tell(
  tx: Transaction,
  accounts: AccountRow[],
  { kind, about, now, grace = GRACE }: Notice,
): Promise<{ id: string; accountId: string }[]> {
  const planned = accounts.map(account => ({ id: newId(), account }));
  for (const { id, account } of planned) {
    const occurrence = `${about} ${account.id}`;
    const key = { recipientKey: `user:${account.userId}`, kind, occurrence };
    await tx.delivery.upsert({
      where: { recipientKey_kind_occurrence: key },
      update: {},
      create: {
        ...key,
        id,
        userId: account.userId,
        accountId: account.id,
        lane: laneOf(platformOf(account.platform), account.scope),
        // Where messages do not arrive, it is said at the next command.
        ...(account.restsSince ? { status: 'undelivered', reason: 'dms-closed' } : { status: 'due' }),
        dueAt: dateOf(now),
        graceUntil: dateOf(now.add(grace)),
        tryAt: dateOf(now),
      },
    });
  }
  return planned.map(({ id, account }) => ({ id, accountId: account.id }));
}
