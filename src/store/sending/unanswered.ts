import { newId } from '../../core/id.ts';
import type { Store } from '../../core/ports/store.ts';
import type { LeftRequest, Unanswered } from '../../core/ports/unanswered.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, instantOf } from '../entities/rows.ts';

/** A day after it was kept nobody waits for it any more. */
const KEPT = { hours: 24 };
/** So many at a time: what a crash leaves are those that were under way. */
const AT_ONCE = 50;

export function createUnanswered(client: Client, { arrive }: Pick<Store, 'arrive'>): Unanswered {
  return {
    async keep(who, request, now) {
      const { user } = await arrive(who, null, now);
      const [keptAt, expiresAt] = [dateOf(now), dateOf(now.add(KEPT))];
      const row = { id: newId(), userId: user.id, platform: who.platform, request, keptAt, takenAt: keptAt, expiresAt };
      await client.unansweredRequest.create({ data: row });
      return row.id;
    },

    forget: async id => void (await client.unansweredRequest.deleteMany({ where: { id } })),

    async take(platform, before, now) {
      const takenAt = { lt: dateOf(before) };
      const rows = await client.unansweredRequest.findMany({
        where: { platform, takenAt },
        orderBy: [{ keptAt: 'asc' }, { id: 'asc' }],
        take: AT_ONCE,
      });
      const taken: LeftRequest[] = [];
      for (const { id, request, keptAt } of rows) {
        const { count } = await client.unansweredRequest.updateMany({
          where: { id, takenAt },
          data: { takenAt: dateOf(now) },
        });
        if (count > 0) taken.push({ id, request, keptAt: instantOf(keptAt) });
      }
      return taken;
    },
  };
}
