import { standardTrack, type Track } from '../domain/season/track.ts';
import type { Client } from './client.ts';
import type { Community as CommunityRow } from './generated/sqlite/client.ts';
import { toCommunity } from './rows.ts';

/** The communities that each of these users was seen in, the latest first. */
export async function communitiesOf(client: Client, userIds: string[]): Promise<(userId: string) => CommunityRow[]> {
  const seen = await client.membership.findMany({ where: { userId: { in: userIds } }, orderBy: { seenAt: 'desc' } });
  const ids = [...new Set(seen.map(row => row.communityId))];
  const rows = ids.length > 0 ? await client.community.findMany({ where: { id: { in: ids } } }) : [];
  const byId = new Map(rows.map(row => [row.id, row]));
  const byUser = Map.groupBy(seen, row => row.userId);
  return userId => (byUser.get(userId) ?? []).flatMap(({ communityId }) => byId.get(communityId) ?? []);
}

/** The track of somebody's season: that of the community they were seen in last. */
export const trackOf = ([last]: CommunityRow[]): Track => (last ? toCommunity(last).track : standardTrack);
