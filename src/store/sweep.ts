import { kindOf } from '../core/sending/apart.ts';
import { purgeRemoved } from './communities/presence.ts';
import type { Client } from './driver/client.ts';
import { dateOf } from './entities/rows.ts';

/**
 * Removes what is only kept for a while, and communities that are long gone. Each kind by itself: one that fails is
 * told to `report` and leaves the others alone. Says how many rows.
 */
export async function sweep(
  client: Client,
  now: Temporal.Instant,
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
    UnansweredRequest: () => client.unansweredRequest.deleteMany({ where }),
    LinkCode: () => client.linkCode.deleteMany({ where }),
  };
  let removed = 0;
  for (const [what, remove] of Object.entries(kinds))
    removed += await remove().then(
      ({ count }) => count,
      error => failed(what, error),
    );
  return removed + (await purgeRemoved(client, now, failed));
}
