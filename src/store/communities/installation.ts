import type { Platform } from '../../core/ports/notifier.ts';
import type { Store } from '../../core/ports/store.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import { type Client, isTaken } from '../driver/client.ts';
import type { Provider } from '../driver/database.ts';
import { dateOf } from '../entities/rows.ts';

/** A bot that has not said for so long that a lane is its own has gone. */
const UNSEEN = { hours: 3 };

/** Where the bot is, and where it is no more. */
export function createInstallation(
  client: Client,
  provider: Provider,
): Pick<Store, 'leave' | 'comeBack' | 'leaseLane'> {
  return {
    async leaseLane(lane, owner, now) {
      const seenAt = dateOf(now);
      // One process alone uses a SQLite file: whoever was the owner is no more.
      const isFree = provider === 'sqlite' ? {} : { OR: [{ owner }, { seenAt: { lt: dateOf(now.subtract(UNSEEN)) } }] };
      const take = async () =>
        (await client.laneOwner.updateMany({ where: { lane, ...isFree }, data: { owner, seenAt } })).count > 0;
      if (await take()) return true;
      return client.laneOwner.create({ data: { lane, owner, seenAt } }).then(
        () => true,
        // Another was first, perhaps one of the same bot's.
        (error: unknown) => (isTaken(error) ? take() : Promise.reject(error)),
      );
    },
    async leave(platform, externalId, now) {
      await client.community.updateMany({
        where: { platform, externalId, removedAt: null },
        data: { removedAt: dateOf(now), nextPlanAt: null },
      });
      const lane = ownLane(platform, externalId);
      if (lane) await stopLane(client, lane, now);
    },
    async comeBack(platform, externalIds, now, all = false) {
      for (const externalId of externalIds) {
        const lane = ownLane(platform, externalId);
        if (lane) await startLane(client, lane);
      }
      const back = { platform, externalId: { in: externalIds }, removedAt: { not: null } };
      const planned = { ...back, tipsChannel: { not: null }, paused: false };
      // What stood in the way while it was gone, or before, may stand there no more: it is tried again.
      const here = { removedAt: null, problem: null };
      await client.community.updateMany({ where: planned, data: { ...here, nextPlanAt: dateOf(now) } });
      await client.community.updateMany({ where: back, data: here });
      if (!all) return;
      await client.community.updateMany({
        where: { platform, externalId: { notIn: externalIds }, removedAt: null },
        data: { removedAt: dateOf(now), nextPlanAt: null },
      });
    },
  };
}

/** The lane that is a community's alone: a Slack workspace's. Discord's is the bot's, whatever server removes it. */
const ownLane = (platform: Platform, externalId: string) =>
  platform === 'slack' ? laneOf(platform, externalId) : undefined;

export async function stopLane(client: Client, lane: string, now: Temporal.Instant): Promise<void> {
  const stopped = { lane, since: dateOf(now) };
  await client.stoppedLane.upsert({ where: { lane }, create: stopped, update: {} });
}

export const startLane = async (client: Client, lane: string): Promise<void> =>
  void (await client.stoppedLane.deleteMany({ where: { lane } }));

/** A workspace whose lane stood still all that time removed the bot while nobody listened. */
async function markUnreachable(client: Client, since: { lt: Date }): Promise<void> {
  const prefix = laneOf('slack', '');
  const stopped = await client.stoppedLane.findMany({ where: { since, lane: { startsWith: prefix } } });
  for (const { lane, since: removedAt } of stopped)
    await client.community.updateMany({
      where: { platform: 'slack', externalId: lane.slice(prefix.length), removedAt: null },
      data: { removedAt },
    });
}

/**
 * Purges what was kept of communities that removed the bot so many days ago. Notebooks belong to their people, and stay.
 * One that fails is told to `failed`, stays for the next time and leaves the others alone. Says how many there were.
 */
export async function purgeRemoved(
  client: Client,
  { now, days }: { now: Temporal.Instant; days: number },
  failed: (what: string, error: unknown) => number,
): Promise<number> {
  const removedAt = { lt: dateOf(now.subtract({ hours: 24 * days })) };
  await markUnreachable(client, removedAt).catch(error => failed('StoppedLane', error));
  // Nothing else of them is read: a name that cannot be opened keeps nothing from going.
  const gone = await client.community.findMany({ where: { removedAt }, select: { id: true } });
  let removed = 0;
  for (const { id } of gone)
    removed += await purgeCommunity(client, id, removedAt).catch(error => failed('Community', error));
  return removed;
}

async function purgeCommunity(client: Client, id: string, removedAt: { lt: Date }): Promise<number> {
  // Only while it is still gone: who comes back at the last moment finds all of it.
  const { count } = await client.community.deleteMany({ where: { id, removedAt } });
  if (count > 0) await client.delivery.deleteMany({ where: { communityId: id } });
  return count;
}
