import type { Community, CommunityDesk } from '../core/store.ts';
import type { Client } from './client.ts';
import { dateOf, toCommunity } from './rows.ts';

/** Fewer people than this are not counted for anybody: a small number says who. */
const FEWEST = 5;

/** The settings of one community. */
export function createDesk(client: Client, communityId: string, now: Temporal.Instant): CommunityDesk {
  /** Tips are planned again from now, or not at all while they are paused. */
  const settle = (data: { paused?: boolean } | ReturnType<typeof columns>): Promise<Community> =>
    client.$transaction(async tx => {
      const row = await tx.community.update({ where: { id: communityId }, data });
      const nextPlanAt = row.paused || row.tipsChannel === null ? null : dateOf(now);
      return toCommunity(await tx.community.update({ where: { id: communityId }, data: { nextPlanAt } }));
    });

  return {
    planTips: plan => settle(columns(plan)),
    pause: paused => settle({ paused }),
    async countMembers() {
      const count = await client.membership.count({ where: { communityId } });
      return count < FEWEST ? null : count;
    },
  };
}

const columns = (plan: NonNullable<Community['tips']>) => ({
  tipsChannel: plan.channel,
  tipsWeekday: plan.weekday,
  tipsHour: plan.hour,
  tipsZone: plan.zone,
});
