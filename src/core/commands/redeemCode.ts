import { createHash, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Store } from '../ports/store.ts';
import type { Community } from '../ports/users.ts';

/** `used`: the community has an organizer, and the code stops working with the first. `none`: it has no code here. */
export type Redeemed = 'done' | 'wrong' | 'used' | 'none' | 'too-many-tries';

/** So many wrong codes are read in an hour, over everybody in a community: a code has eight digits to guess. */
const TRIES = 5;
const WITHIN = { hours: 1 };
/** Whose wrong codes are remembered: far more than have an organizer to come. */
const MOST_COMMUNITIES = 10_000;

interface Claim {
  community: Community;
  accountId: string;
  given: string;
  /** The community's code; undefined where it has none. */
  code: string | undefined;
  now: Temporal.Instant;
}

/** Makes whoever types a community's code its first organizer. */
export function createCodeRedeeming(store: Pick<Store, 'makeOrganizer' | 'hasOrganizer'>) {
  const wrong = new LRUCache<string, Temporal.Instant[]>({ max: MOST_COMMUNITIES });
  return async ({ community, accountId, given, code, now }: Claim): Promise<Redeemed> => {
    if (code === undefined) return 'none';
    if (await store.hasOrganizer(community.platform, community.externalId)) return 'used';
    const since = now.subtract(WITHIN);
    const recent = (wrong.get(community.id) ?? []).filter(at => Temporal.Instant.compare(at, since) > 0);
    if (recent.length >= TRIES) return 'too-many-tries';
    if (!isSame(given.trim().toUpperCase(), code)) {
      wrong.set(community.id, [...recent, now]);
      return 'wrong';
    }
    wrong.delete(community.id);
    await store.makeOrganizer(community.id, accountId);
    return 'done';
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Takes as long however much of it is right. */
const isSame = (given: string, code: string): boolean => timingSafeEqual(digest(given), digest(code));
