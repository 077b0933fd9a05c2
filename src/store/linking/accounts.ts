import type { Arrival, Store } from '../../core/ports/store.ts';
import type { Identity } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import { communitiesOf, trackOf } from '../communities/lastSeen.ts';
import type { BatchReads } from '../driver/batchReads.ts';
import { type Client, isTaken } from '../driver/client.ts';
import { dateOf, toAccount, toCommunity, toUser } from '../entities/rows.ts';
import type { Account as AccountRow, Community as CommunityRow, User as UserRow } from '../generated/sqlite/client.ts';

/** `lastSeenAt` is written once an hour at most: it is for months, not for minutes. */
const SEEN = { hours: 1 };

type Verbs = 'arrive' | 'knows' | 'makeOrganizer' | 'hasOrganizer' | 'keepDirectChannel';
type CommunityPlace = { externalId: string; name: string; zone?: string };

export function createAccounts(client: Client, reads: BatchReads): Pick<Store, Verbs> {
  return { arrive, knows, makeOrganizer, hasOrganizer, keepDirectChannel };

  async function arrive(
    who: Identity,
    where: CommunityPlace | null,
    now: Temporal.Instant,
    zone?: string,
  ): Promise<Arrival> {
    const [{ account, user }, community] = await Promise.all([
      identify(who, now, zone),
      where && findCommunity(who, where, now),
    ]);
    const isOrganizer = community !== null && (await organizes(community.id, account.id));
    if (community) await seeMember(community.id, user.id, now);
    const seenIn = community ? [community] : (await communitiesOf(reads, [user.id]))(user.id);
    return {
      account: toAccount(account),
      user: toUser(user),
      community: community && toCommunity(community),
      track: trackOf(seenIn),
      isOrganizer,
    };
  }

  async function identify(who: Identity, now: Temporal.Instant, zone?: string) {
    const account = (await findAccount(who)) ?? (await makeAccount(who, now));
    const isStale = account.lastSeenAt < dateOf(now.subtract(SEEN));
    if (isStale) await client.account.update({ where: { id: account.id }, data: { lastSeenAt: dateOf(now) } });
    const user = await client.user.findUniqueOrThrow({ where: { id: account.userId } });
    return { account, user: user.zone === null && zone ? await giveZone(user, zone, now) : user };
  }

  function findAccount({ platform, scope, externalId }: Identity) {
    return client.account.findUnique({ where: { platform_scope_externalId: { platform, scope, externalId } } });
  }

  async function knows(who: Identity[]) {
    const named = who.map(({ platform, scope, externalId }) => ({ platform, scope, externalId }));
    return (await client.account.count({ where: { OR: named } })) > 0;
  }

  /** Somebody's first request; of two at once the slower finds what the quicker made. */
  async function makeAccount({ platform, scope, externalId }: Identity, now: Temporal.Instant): Promise<AccountRow> {
    const at = dateOf(now);
    const userId = newId();
    try {
      return await client.$transaction(async tx => {
        await tx.user.create({ data: { id: userId, createdAt: at } });
        return tx.account.create({
          data: { id: newId(), userId, platform, scope, externalId, createdAt: at, lastSeenAt: at },
        });
      });
    } catch (error) {
      const made = isTaken(error) && (await findAccount({ platform, scope, externalId }));
      if (made) return made;
      throw error;
    }
  }

  /** The platform's word for a zone, while the user has none of their own; what is planned is planned anew. */
  async function giveZone(user: UserRow, zone: string, now: Temporal.Instant): Promise<UserRow> {
    const { count } = await client.user.updateMany({ where: { id: user.id, zone: null }, data: { zone } });
    if (count > 0)
      await client.user.updateMany({
        where: { id: user.id, nextPlanAt: { gt: dateOf(now) } },
        data: { nextPlanAt: dateOf(now) },
      });
    return client.user.findUniqueOrThrow({ where: { id: user.id } });
  }

  async function findCommunity(
    { platform }: Identity,
    { externalId, name, zone }: CommunityPlace,
    now: Temporal.Instant,
  ) {
    const where = { platform_externalId: { platform, externalId } };
    const known = await client.community.findUnique({ where });
    if (!known) {
      const data = { id: newId(), platform, externalId, name, zone: zone ?? null, createdAt: dateOf(now) };
      return client.community.create({ data }).catch((error): Promise<CommunityRow> => {
        if (isTaken(error)) return client.community.findUniqueOrThrow({ where });
        throw error;
      });
    }
    if (known.name === name && (known.zone !== null || !zone)) return known;
    const data = { name, ...(known.zone === null && zone !== undefined && { zone }) };
    return client.community.update({ where: { id: known.id }, data });
  }

  async function seeMember(communityId: string, userId: string, now: Temporal.Instant) {
    const key = { communityId, userId };
    const known = await client.membership.findUnique({ where: { communityId_userId: key } });
    if (known && known.seenAt >= dateOf(now.subtract(SEEN))) return;
    const data = { seenAt: dateOf(now) };
    await client.membership.upsert({ where: { communityId_userId: key }, create: { ...key, ...data }, update: data });
  }

  async function makeOrganizer(communityId: string, accountId: string) {
    const key = { communityId, accountId };
    await client.organizer.upsert({ where: { communityId_accountId: key }, create: key, update: {} });
  }

  async function keepDirectChannel({ platform, scope, externalId }: Identity, directChannel: string) {
    await client.account.updateMany({ where: { platform, scope, externalId }, data: { directChannel } });
  }

  async function organizes(communityId: string, accountId: string) {
    return (await client.organizer.count({ where: { communityId, accountId } })) > 0;
  }

  async function hasOrganizer(platform: string, externalId: string) {
    const known = await client.community.findUnique({ where: { platform_externalId: { platform, externalId } } });
    return known !== null && (await client.organizer.count({ where: { communityId: known.id } })) > 0;
  }
}
