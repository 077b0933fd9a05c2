import { purgeRemoved } from './communities/presence.ts';
import type { Client } from './driver/client.ts';
import { dateOf } from './entities/rows.ts';

/** Whoever was acknowledged is told that nothing was saved, also when the bot comes back the next day. */
const TOLD_WITHIN = { hours: 24 };

/** Removes what is only kept for a while, and communities that are long gone. Says how many rows. */
export async function sweep(client: Client, now: Temporal.Instant): Promise<number> {
  const where = { expiresAt: { lt: dateOf(now) } };
  const calls = await client.pendingCall.deleteMany({ where });
  const undos = await client.undo.deleteMany({ where });
  const requests = await client.request.deleteMany({ where });
  const codes = await client.linkCode.deleteMany({ where });
  const unanswered = await client.unansweredRequest.deleteMany({
    where: { keptAt: { lt: dateOf(now.subtract(TOLD_WITHIN)) } },
  });
  const purged = await purgeRemoved(client, now);
  return purged + calls.count + undos.count + requests.count + codes.count + unanswered.count;
}
