import type { Client } from '../driver/client.ts';
import { dateOf, instantOf } from '../entities/rows.ts';

/** What a clock that is moved by hand asks of the ledger. Only where no real platform's accounts are kept. */
export interface Moving {
  /** Whether every account here is the playground's. */
  isPlaygroundAlone(): Promise<boolean>;
  /** Whether something was sent later than this: the clock stood there when the process ended. */
  isAhead(now: Temporal.Instant): Promise<boolean>;
  /** The next moment for which anybody is to be planned or anything is due; null where there is none. */
  nextDueAt(): Promise<Temporal.Instant | null>;
  /** Forgets what was planned and sent after a moment, and plans everybody again from there. */
  rewindTo(moment: Temporal.Instant): Promise<void>;
}

export const createMoving = (client: Client): Moving => ({
  isPlaygroundAlone: async () => (await client.account.count({ where: { platform: { not: 'playground' } } })) === 0,

  isAhead: async now => (await client.delivery.count({ where: { sentAt: { gt: dateOf(now) } } })) > 0,

  async nextDueAt() {
    const planned = { where: { nextPlanAt: { not: null } }, orderBy: { nextPlanAt: 'asc' } } as const;
    const [user, community, delivery] = await Promise.all([
      client.user.findFirst({ ...planned, select: { nextPlanAt: true } }),
      client.community.findFirst({ ...planned, select: { nextPlanAt: true } }),
      client.delivery.findFirst({
        where: { status: { in: ['due', 'sending'] } },
        orderBy: { tryAt: 'asc' },
        select: { tryAt: true },
      }),
    ]);
    const moments = [user?.nextPlanAt, community?.nextPlanAt, delivery?.tryAt].flatMap(at =>
      at ? [at.getTime()] : [],
    );
    return moments.length > 0 ? instantOf(new Date(Math.min(...moments))) : null;
  },

  async rewindTo(moment) {
    const at = dateOf(moment);
    await client.$transaction(async tx => {
      await tx.delivery.deleteMany({ where: { dueAt: { gt: at } } });
      await tx.user.updateMany({ data: { nextPlanAt: at, moved: '[]' } });
      await tx.community.updateMany({ data: { nextPlanAt: at } });
    });
  },
});
