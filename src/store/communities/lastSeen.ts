import { standardTrack, type Track } from '../../domain/season/track.ts';
import type { BatchReads } from '../driver/batchReads.ts';
import { toCommunity } from '../entities/rows.ts';
import type { Community as CommunityRow } from '../generated/sqlite/client.ts';

/** The communities that each of these users was seen in, the latest first. */
export async function communitiesOf(reads: BatchReads, userIds: string[]): Promise<(userId: string) => CommunityRow[]> {
  const seen = await reads.rows('Membership', 'userId', userIds);
  seen.sort((one, other) => other.seenAt.getTime() - one.seenAt.getTime());
  const rows = await reads.rows('Community', 'id', [...new Set(seen.map(row => row.communityId))]);
  const byId = new Map(rows.map(row => [row.id, row]));
  const byUser = Map.groupBy(seen, row => row.userId);
  return userId => (byUser.get(userId) ?? []).flatMap(({ communityId }) => byId.get(communityId) ?? []);
}

/** The track of somebody's season: that of the community they were seen in last. */
export const trackOf = ([last]: CommunityRow[]): Track => (last ? toCommunity(last).track : standardTrack);
