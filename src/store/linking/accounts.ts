import type { Arrival, Store } from '../../core/ports/store.ts';
import type { Identity } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import { trackOf } from '../communities/lastSeen.ts';
import { type Client, isTaken } from '../driver/client.ts';
import { dateOf, toAccount, toCommunity, toUser } from '../entities/rows.ts';
import type { Community as CommunityRow, User as UserRow } from '../generated/sqlite/client.ts';
import { type Known, readKnown } from './arrival.ts';

/** `lastSeenAt` is written once an hour at most: it is for months, not for minutes. */
const SEEN = { hours: 1 };

type Verbs = 'arrive' | 'knows' | 'makeOrganizer' | 'hasOrganizer' | 'keepDirectChannel';
type CommunityPlace = { externalId: string; name: string; zone?: string };

export function createAccounts(client: Client): Pick<Store, Verbs> {
  return { arrive, knows, makeOrganizer, hasOrganizer, keepDirectChannel };

  async function arrive(
    who: Identity,
    where: CommunityPlace | null,
    now: Temporal.Instant,
    zone?: string,
  ): Promise<Arrival> {
    const known = await identify(who, where, now);
    const { account, isOrganizer, hasUnseenFailures } = known;
    if (account.restsSince) await wake(account, account.restsSince);
    const isStale = account.lastSeenAt < dateOf(now.subtract(SEEN));
    if (isStale) await client.account.update({ where: { id: account.id }, data: { lastSeenAt: dateOf(now) } });
    const user = known.user.zone === null && zone ? await giveZone(known.user.id, zone, now) : known.user;
    const community = where && (await sameCommunity(known.community, who, where, now));
    if (community) await seeMember(community.id, user.id, known.seenAt, now);
    return {
      account: toAccount(account),
      user: toUser(user),
      community: community && toCommunity(community),
      track: trackOf([community ?? known.community].filter(seen => seen !== null)),
      isOrganizer,
      hasUnseenFailures,
      revision: known.user.revision,
    };
  }

  /** What was not planned while nothing reached this account is looked at from then on. */
  async function wake({ id, userId }: Known['account'], restsSince: Date): Promise<void> {
    await client.account.update({ where: { id }, data: { restsSince: null } });
    await client.user.updateMany({ where: { id: userId, nextPlanAt: null }, data: { nextPlanAt: restsSince } });
  }

  async function identify(who: Identity, where: CommunityPlace | null, now: Temporal.Instant): Promise<Known> {
    const known = await readKnown(client, who, where);
    if (known) return known;
    await makeAccount(who, now);
    const made = await readKnown(client, who, where);
    if (!made) throw new Error('an account is gone that was there a moment ago');
    return made;
  }

  async function knows(who: Identity[]) {
    const named = who.map(({ platform, scope, externalId }) => ({ platform, scope, externalId }));
    return (await client.account.count({ where: { OR: named } })) > 0;
  }

  /** Somebody's first request; of two at once the slower finds what the quicker made. */
  async function makeAccount({ platform, scope, externalId }: Identity, now: Temporal.Instant): Promise<void> {
    const at = dateOf(now);
    const userId = newId();
    try {
      await client.$transaction(async tx => {
        await tx.user.create({ data: { id: userId, createdAt: at } });
        await tx.account.create({
          data: { id: newId(), userId, platform, scope, externalId, createdAt: at, lastSeenAt: at },
        });
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }

  /** The platform's word for a zone, while the user has none of their own; what is planned is planned anew. */
  async function giveZone(id: string, zone: string, now: Temporal.Instant): Promise<UserRow> {
    const { count } = await client.user.updateMany({ where: { id, zone: null }, data: { zone } });
    if (count > 0)
      await client.user.updateMany({
        where: { id, nextPlanAt: { gt: dateOf(now) } },
        data: { nextPlanAt: dateOf(now) },
      });
    return client.user.findUniqueOrThrow({ where: { id } });
  }

  /** The community as the platform has it now, made where it is new here. */
  async function sameCommunity(
    known: CommunityRow | null,
    { platform }: Identity,
    { externalId, name, zone }: CommunityPlace,
    now: Temporal.Instant,
  ): Promise<CommunityRow> {
    if (!known) {
      const data = { id: newId(), platform, externalId, name, zone: zone ?? null, createdAt: dateOf(now) };
      return client.community.create({ data }).catch((error): Promise<CommunityRow> => {
        const where = { platform_externalId: { platform, externalId } };
        if (isTaken(error)) return client.community.findUniqueOrThrow({ where });
        throw error;
      });
    }
    if (known.name === name && (known.zone !== null || !zone)) return known;
    const data = { name, ...(known.zone === null && zone !== undefined && { zone }) };
    return client.community.update({ where: { id: known.id }, data });
  }

  async function seeMember(communityId: string, userId: string, seenAt: Date | null, now: Temporal.Instant) {
    if (seenAt && seenAt >= dateOf(now.subtract(SEEN))) return;
    const key = { communityId, userId };
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

  async function hasOrganizer(platform: string, externalId: string) {
    const known = await client.community.findUnique({ where: { platform_externalId: { platform, externalId } } });
    return known !== null && (await client.organizer.count({ where: { communityId: known.id } })) > 0;
  }
}
