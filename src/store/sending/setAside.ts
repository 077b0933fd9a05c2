import type { Ledger, SetAside } from '../../core/ports/ledger.ts';
import { newId } from '../../core/runtime/id.ts';
import { backoffMs } from '../../core/sending/backoff.ts';
import type { Client } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';

/** A row that fails is tried again after a minute, later up to half a day. */
const WAITS = { firstMs: 60_000, longestMs: 12 * 3_600_000, spread: 0 };

/** Notes what could not be worked on, each by itself, and passes by who was to be planned. */
export const createSetAside =
  (client: Client): Ledger['setAside'] =>
  async (broken, now) => {
    for (const row of broken) await setAside(client, row, now);
  };

async function setAside(client: Client, { model, id, userId, error }: SetAside, now: Temporal.Instant): Promise<void> {
  const { failures } = await client.setAside.upsert({
    where: { model_rowId: { model, rowId: id } },
    create: { id: newId(), model, rowId: id, ownerId: userId, error, since: dateOf(now) },
    update: { error, failures: { increment: 1 } },
    select: { failures: true },
  });
  const milliseconds = Math.ceil(backoffMs(failures - 1, 0, WAITS));
  const data = { nextPlanAt: dateOf(now.add({ milliseconds })) };
  // Raw rows may hold what the models refuse, so that nothing of them is read here.
  if (model === 'User') await client.user.updateMany({ where: { id }, data });
  if (model === 'Delivery')
    await client.delivery.updateMany({ where: { id }, data: { status: 'undelivered', detail: error } });
  if (model === 'Community') await client.community.updateMany({ where: { id }, data });
}
