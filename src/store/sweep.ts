import { kindOf } from '../core/sending/apart.ts';
import { purgeRemoved } from './communities/installation.ts';
import type { Client } from './driver/client.ts';
import { dateOf } from './entities/rows.ts';
import { endedTries } from './linking/tries.ts';
import { tendIdleNotebooks } from './notebook/idleNotebooks.ts';
import { oldQuestions } from './questions/questions.ts';

/** Whoever was acknowledged is told that nothing was saved, also when the bot comes back the next day. */
const TOLD_WITHIN = { hours: 24 };
/** As much as may wait of everybody together; beyond that the oldest go. */
const MOST_LETTERS = 500_000_000;

async function dropOldest(client: Client): Promise<number> {
  const { _sum: sum } = await client.pendingCall.aggregate({ _sum: { letters: true } });
  let over = (sum.letters ?? 0) - MOST_LETTERS;
  let removed = 0;
  while (over > 0) {
    const some = { orderBy: { expiresAt: 'asc' }, take: 500, select: { id: true, letters: true } } as const;
    const oldest = await client.pendingCall.findMany(some);
    if (oldest.length === 0) break;
    removed += (await client.pendingCall.deleteMany({ where: { id: { in: oldest.map(({ id }) => id) } } })).count;
    over -= oldest.reduce((total, { letters }) => total + letters, 0);
  }
  return removed;
}

/**
 * Removes what is only kept for a while, communities that are long gone, and notebooks that nobody has opened for a
 * year. Each kind by itself: one that fails is told to `report` and leaves the others alone. Says how many rows.
 * @param retentionDays how long a community that removed the bot is kept
 */
export async function sweep(
  client: Client,
  { now, retentionDays }: { now: Temporal.Instant; retentionDays: number },
  report: (what: string, error: string) => void = () => {},
): Promise<number> {
  const where = { expiresAt: { lt: dateOf(now) } };
  const failed = (what: string, error: unknown): number => {
    report(what, kindOf(error));
    return 0;
  };
  const kinds = {
    PendingCall: () => client.pendingCall.deleteMany({ where }),
    Undo: () => client.undo.deleteMany({ where }),
    Request: () => client.request.deleteMany({ where }),
    SlackInstallState: () => client.slackInstallState.deleteMany({ where }),
    LinkCode: () => client.linkCode.deleteMany({ where }),
    LinkTry: () => endedTries(client, now),
    UnfoundQuestion: () => oldQuestions(client, now),
    UnansweredRequest: () =>
      client.unansweredRequest.deleteMany({ where: { keptAt: { lt: dateOf(now.subtract(TOLD_WITHIN)) } } }),
  };
  let removed = 0;
  for (const [what, remove] of Object.entries(kinds))
    removed += await remove().then(
      ({ count }) => count,
      error => failed(what, error),
    );
  removed += await dropOldest(client).catch(error => failed('PendingCall', error));
  removed += await tendIdleNotebooks(client, now, failed).catch(error => failed('User', error));
  return removed + (await purgeRemoved(client, { now, days: retentionDays }, failed));
}
