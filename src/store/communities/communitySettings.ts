import type { CommunitySettings } from '../../core/ports/store.ts';
import type { Community, TipsPlan } from '../../core/ports/users.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, toCommunity } from '../entities/rows.ts';

/** Fewer people than this are not counted for anybody: a small number says who. */
const FEWEST = 5;

/** The settings of one community. */
export function createCommunitySettings(client: Client, communityId: string, now: Temporal.Instant): CommunitySettings {
  /** Tips are planned again from now, or not at all while they are paused. */
  const settle = (change: { paused?: boolean } | ReturnType<typeof columns>): Promise<Community> =>
    client.$transaction(async tx => {
      // Whoever sets it has seen what was wrong; what still is comes up again at the next tip.
      const data = { ...change, problem: null };
      const row = await tx.community.update({ where: { id: communityId }, data });
      const nextPlanAt = row.paused || row.tipsChannel === null ? null : dateOf(now);
      return toCommunity(await tx.community.update({ where: { id: communityId }, data: { nextPlanAt } }));
    });

  return {
    planTips: (plan, by) => settle(columns(plan, by)),
    pause: paused => settle({ paused }),
    async keepTrack({ shiftDays, match }) {
      const data = {
        ...(shiftDays !== undefined && { trackShiftDays: shiftDays }),
        ...(match !== undefined && { trackMatch: match }),
      };
      return toCommunity(await client.community.update({ where: { id: communityId }, data }));
    },
    async countMembers() {
      const count = await client.membership.count({ where: { communityId } });
      return count < FEWEST ? null : count;
    },
  };
}

const columns = (plan: TipsPlan, by: string | undefined) => ({
  tipsChannel: plan.channel,
  tipsWeekday: plan.weekday,
  tipsHour: plan.hour,
  tipsZone: plan.zone,
  ...(by !== undefined && { setUpBy: by }),
});
