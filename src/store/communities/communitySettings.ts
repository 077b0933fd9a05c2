import type { CommunitySettings, MovedTo } from '../../core/ports/store.ts';
import { type Community, type CommunityChange, communityChanges, type TipsPlan } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import type { Client, Transaction } from '../driver/client.ts';
import { dateOf, instantOf, key, toAccount, toCommunity } from '../entities/rows.ts';

/** Fewer people than this are not counted for anybody: a small number says who. */
const FEWEST = 5;
/** Nobody is counted before. */
const FIRST_COUNT = { hours: 24 * 7 };
/** So many changes are shown; older ones go. */
const CHANGES = 20;

interface Desk {
  communityId: string;
  now: Temporal.Instant;
  /** The account that sits at it. */
  by: string | null;
}

/** The settings of one community. */
export function createCommunitySettings(client: Client, { communityId, now, by }: Desk): CommunitySettings {
  const where = { id: communityId };

  async function note(tx: Transaction, what: CommunityChange): Promise<void> {
    await tx.communityChange.create({ data: { id: newId(), communityId, accountId: by, what, at: dateOf(now) } });
    const old = { where: { communityId }, orderBy: { at: 'desc' }, skip: CHANGES, select: { id: true } } as const;
    const ids = (await tx.communityChange.findMany(old)).map(({ id }) => id);
    if (ids.length > 0) await tx.communityChange.deleteMany({ where: { id: { in: ids } } });
  }

  const change = (what: CommunityChange, data: object): Promise<Community> =>
    client.$transaction(async tx => {
      const row = await tx.community.update({ where, data });
      await note(tx, what);
      return toCommunity(row);
    });

  /** Tips are planned again from now, or not at all while they are paused. */
  const settle = (
    what: CommunityChange,
    changed: { paused?: boolean } | ReturnType<typeof columns>,
  ): Promise<Community> =>
    client.$transaction(async tx => {
      // Whoever sets it has seen what was wrong; what still is comes up again at the next tip.
      const row = await tx.community.update({ where, data: { ...changed, problem: null } });
      const nextPlanAt = row.paused || row.tipsChannel === null ? null : dateOf(now);
      await note(tx, what);
      return toCommunity(await tx.community.update({ where, data: { nextPlanAt } }));
    });

  return {
    planTips: (plan, tell, moved) => settle('tips', columns(plan, tell, moved)),
    pause: paused => settle(paused ? 'paused' : 'resumed', { paused }),
    keepTrack: ({ shiftDays, match }) =>
      change('season', {
        ...(shiftDays !== undefined && { trackShiftDays: shiftDays }),
        ...(match !== undefined && { trackMatch: match }),
      }),
    keepNext: ({ ownLine, skipOn }) =>
      ownLine !== undefined
        ? change(ownLine ? 'line' : 'no-line', {
            ownLine: ownLine?.text ?? null,
            ownLineOn: ownLine?.on.toString() ?? null,
          })
        : change(skipOn ? 'skip' : 'no-skip', { skipOn: skipOn?.toString() ?? null }),
    keepPingRole: role => change(role ? 'role' : 'no-role', { pingRole: role }),
    async counts() {
      const { createdAt } = await client.community.findUniqueOrThrow({ where });
      if (createdAt > dateOf(now.subtract(FIRST_COUNT))) return null;
      const members = await client.membership.count({ where: { communityId } });
      const logged = await client.user.count({
        where: { memberships: { some: { communityId } }, entries: { some: {} } },
      });
      return { members: counted(members), logged: counted(logged) };
    },
    async changes() {
      const latest = { where: { communityId }, orderBy: { at: 'desc' }, take: CHANGES } as const;
      const rows = await client.communityChange.findMany(latest);
      const ids = rows.flatMap(({ accountId }) => accountId ?? []);
      const accounts = await client.account.findMany({ where: { id: { in: ids } } });
      const byId = new Map(accounts.map(row => [row.id, toAccount(row)]));
      return rows.map(({ what, at, accountId }) => ({
        what: key(communityChanges, what),
        at: instantOf(at),
        by: byId.get(accountId ?? '') ?? null,
      }));
    },
  };
}

const counted = (count: number): number | null => (count < FEWEST ? null : count);

const columns = (plan: TipsPlan, tell: string | undefined, { ownLineOn, skipOn }: MovedTo = {}) => ({
  ...(ownLineOn && { ownLineOn: ownLineOn.toString() }),
  ...(skipOn && { skipOn: skipOn.toString() }),
  tipsChannel: plan.channel,
  tipsWeekday: plan.weekday,
  tipsHour: plan.hour,
  tipsZone: plan.zone,
  ...(tell !== undefined && { setUpBy: tell }),
});
