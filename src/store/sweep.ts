import { purgeRemoved } from './communities/presence.ts';
import type { Client } from './driver/client.ts';
import { dateOf } from './entities/rows.ts';

/** Removes what is only kept for a while, and communities that are long gone. Says how many rows. */
export async function sweep(client: Client, now: Temporal.Instant): Promise<number> {
  const where = { expiresAt: { lt: dateOf(now) } };
  const calls = await client.pendingCall.deleteMany({ where });
  const undos = await client.undo.deleteMany({ where });
  const requests = await client.request.deleteMany({ where });
  const unanswered = await client.unansweredRequest.deleteMany({ where });
  const codes = await client.linkCode.deleteMany({ where });
  const purged = await purgeRemoved(client, now);
  return purged + calls.count + undos.count + requests.count + unanswered.count + codes.count;
}
