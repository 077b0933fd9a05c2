import type { Outcome } from '../../core/ports/ledger.ts';
import type { FailureReason } from '../../core/ports/notifier.ts';
import type { Client } from '../driver/client.ts';
import type { Provider } from '../driver/database.ts';
import { createRowTable } from '../driver/rowList.ts';
import { timeText } from '../entities/rows.ts';

/** Records what became of deliveries, all in one statement: by id alone, for only the drain that claimed them does. */
export function createRecordOutcomes(client: Client, provider: Provider) {
  const rowTable = createRowTable(provider);
  return async (outcomes: readonly { id: string; outcome: Outcome }[]): Promise<void> => {
    if (outcomes.length === 0) return;
    const rows = outcomes.map(({ id, outcome }) => ({ id, ...nothing, ...columnsOf(outcome) }));
    await client.$run`
      UPDATE "Delivery" SET
        "status" = r."status",
        "attempts" = "attempts" - CASE WHEN r."uncounted" IS NULL THEN 0 ELSE 1 END,
        "tryAt" = COALESCE(r."tryAt", "Delivery"."tryAt"),
        "messageId" = COALESCE(r."messageId", "Delivery"."messageId"),
        "sentAt" = COALESCE(r."sentAt", "Delivery"."sentAt"),
        "reason" = r."reason",
        "detail" = r."detail"
      FROM ${rowTable(rows, columns)} AS r
      WHERE "Delivery"."id" = r."id"`;
    for (const { id, outcome } of outcomes) if (isForGood(outcome)) await letRest(client, id);
  };
}

/** Reasons that lie with the account: the next message would fare no better. */
const FOR_GOOD: readonly FailureReason[] = ['dms-closed', 'person-gone', 'no-permission', 'rejected'];
const isForGood = (outcome: Outcome) => outcome.status === 'undelivered' && FOR_GOOD.includes(outcome.reason);
/** So many in a row, and nothing more is planned for an account until its next command. */
const ENOUGH = 2;

async function letRest(client: Client, id: string): Promise<void> {
  const failed = await client.delivery.findUnique({ where: { id } });
  if (!failed?.userId || !failed.accountId) return;
  const { userId, accountId, dueAt } = failed;
  const last = await client.delivery.findMany({
    where: { userId, accountId, status: { in: ['sent', 'undelivered'] } },
    orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    take: ENOUGH,
  });
  const isForGood = (reason: string | null) => FOR_GOOD.some(one => one === reason);
  if (last.length < ENOUGH || !last.every(({ reason, status }) => status === 'undelivered' && isForGood(reason)))
    return;
  // Whatever came before their last command is no news: they were told of it then.
  const since = { lt: last.at(-1)?.dueAt ?? dueAt };
  await client.account.updateMany({
    where: { id: accountId, restsSince: null, lastSeenAt: since },
    // Only what comes after it is to be looked at then.
    data: { restsSince: new Date(dueAt.getTime() + 1) },
  });
}

const columns = {
  id: 'text',
  status: 'text',
  uncounted: 'text',
  tryAt: 'time',
  messageId: 'text',
  sentAt: 'time',
  reason: 'text',
  detail: 'text',
} as const;
type Columns = Partial<Record<keyof typeof columns, string | null>>;

const nothing: Columns = { uncounted: null, tryAt: null, messageId: null, sentAt: null, reason: null, detail: null };

function columnsOf(outcome: Outcome): Columns {
  const { status } = outcome;
  switch (status) {
    case 'sent':
      return { status, messageId: outcome.messageId, sentAt: timeText(outcome.at) };
    case 'skipped':
      return { status, detail: outcome.why };
    case 'undelivered':
      return { status, reason: outcome.reason, detail: outcome.detail };
    case 'waiting':
      return { status: 'due', uncounted: 'yes', tryAt: timeText(outcome.tryAt) };
    case 'due':
    case 'sending':
      return { status, tryAt: timeText(outcome.tryAt), reason: outcome.reason, detail: outcome.detail };
  }
}
