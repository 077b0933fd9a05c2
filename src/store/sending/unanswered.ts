import type { LeftRequest, Unanswered } from '../../core/ports/unanswered.ts';
import { newId } from '../../core/runtime/id.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, instantOf, platformOf } from '../entities/rows.ts';
import type { UnansweredRequest as Row } from '../generated/sqlite/client.ts';

/** So many at a time: what a crash leaves are those that were under way. */
const AT_ONCE = 50;

export function createUnanswered(client: Client): Unanswered {
  async function take({ id, takenAt }: Pick<Row, 'id' | 'takenAt'>, now: Temporal.Instant): Promise<LeftRequest[]> {
    const { count } = await client.unansweredRequest.updateMany({
      where: { id, takenAt },
      data: { takenAt: dateOf(now), tries: { increment: 1 } },
    });
    if (count === 0) return [];
    try {
      const row = await client.unansweredRequest.findUnique({ where: { id } });
      return row ? [toLeft(row)] : [];
    } catch {
      // It cannot be opened: there is nobody to be told.
      await client.unansweredRequest.deleteMany({ where: { id } });
      return [];
    }
  }

  return {
    async keep({ platform, scope, externalId }, bot, request, now) {
      const [id, at] = [newId(), dateOf(now)];
      // One statement: whoever needs it has three seconds, and a database that is busy.
      await client.unansweredRequest.create({
        data: { id, platform, scope, externalId, bot, request, keptAt: at, takenAt: at },
      });
      return id;
    },
    forget: async id => void (await client.unansweredRequest.deleteMany({ where: { id } })),
    async take({ platform, bot }, before, now, except = []) {
      const rows = await client.unansweredRequest.findMany({
        // What an earlier version kept says no bot.
        where: { platform, bot: { in: [bot, ''] }, takenAt: { lt: dateOf(before) }, id: { notIn: [...except] } },
        orderBy: [{ keptAt: 'asc' }, { id: 'asc' }],
        take: AT_ONCE,
        select: { id: true, takenAt: true },
      });
      const taken: LeftRequest[] = [];
      for (const row of rows) taken.push(...(await take(row, now)));
      return taken;
    },
  };
}

/** Where one process alone uses the database, whatever another had taken is nobody's now. */
export const letGo = async (client: Client): Promise<void> =>
  void (await client.unansweredRequest.updateMany({ data: { takenAt: new Date(0) } }));

const toLeft = ({ id, platform, scope, externalId, request, tries, keptAt }: Row): LeftRequest => ({
  ...{ id, request, tries, keptAt: instantOf(keptAt) },
  who: { platform: platformOf(platform), scope, externalId },
});
