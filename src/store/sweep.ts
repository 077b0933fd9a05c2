import { purgeRemoved } from './communities/presence.ts';
import type { Client } from './driver/client.ts';
import { dateOf } from './entities/rows.ts';
import { sweepTries } from './linking/tries.ts';

/** Removes what is only kept for a while, and communities that are long gone. Says how many rows. */
export async function sweep(client: Client, now: Temporal.Instant): Promise<number> {
  const where = { expiresAt: { lt: dateOf(now) } };
  const calls = await client.pendingCall.deleteMany({ where });
  const undos = await client.undo.deleteMany({ where });
  const requests = await client.request.deleteMany({ where });
  const codes = await client.linkCode.deleteMany({ where });
  const purged = await purgeRemoved(client, now);
  const tries = await sweepTries(client, now);
  return purged + tries + calls.count + undos.count + requests.count + codes.count;
}
