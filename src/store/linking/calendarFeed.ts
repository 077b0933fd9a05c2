import { randomBytes } from 'node:crypto';
import { type CalendarFeed, type OpenCalendar, SECRET_BYTES } from '../../core/ports/calendarFeed.ts';
import type { Account } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import { communitiesOf, trackOf } from '../communities/lastSeen.ts';
import type { BatchReads } from '../driver/batchReads.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, instantOf, toAccount, toUser } from '../entities/rows.ts';

interface Scope {
  client: Client;
  /** A keyed digest, under which secrets are kept. */
  digest(text: string): string;
}

const hashOf = (secret: string, { digest }: Scope): string => digest(`calendar ${secret}`);

export function createCalendarFeed(scope: Scope, account: Account, now: Temporal.Instant): CalendarFeed {
  const { client } = scope;
  const { userId } = account;
  return {
    async since() {
      const row = await client.calendarFeed.findUnique({ where: { userId } });
      return row && instantOf(row.createdAt);
    },
    async issue() {
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const at = dateOf(now);
      const made = {
        accountId: account.id,
        secretHash: hashOf(secret, scope),
        given: '',
        changedAt: at,
        createdAt: at,
      };
      await client.calendarFeed.upsert({ where: { userId }, create: { id: newId(), userId, ...made }, update: made });
      return secret;
    },
    revoke: async () => (await client.calendarFeed.deleteMany({ where: { userId } })).count > 0,
  };
}

/**
 * Looked up by a keyed digest, which nobody can steer: how long that takes tells nothing of any secret, and one that
 * was revoked is looked for as any other.
 */
export async function openCalendar(
  secret: string,
  scope: Scope & { reads: BatchReads },
): Promise<OpenCalendar | undefined> {
  const { client, reads } = scope;
  const row = await client.calendarFeed.findUnique({ where: { secretHash: hashOf(secret, scope) } });
  if (!row) return undefined;
  const { id, userId } = row;
  const [user, account, seenIn] = await Promise.all([
    client.user.findUnique({ where: { id: userId } }),
    client.account.findFirst({ where: { userId }, orderBy: { lastSeenAt: 'desc' } }),
    communitiesOf(reads, [userId]),
  ]);
  if (!user || !account) return undefined;
  return {
    user: toUser(user),
    account: toAccount(account),
    track: trackOf(seenIn(userId)),
    async given(digest, now) {
      if (digest === row.given) return instantOf(row.changedAt);
      // A whole second, as HTTP says it.
      const changedAt = now.round({ smallestUnit: 'second', roundingMode: 'floor' });
      await client.calendarFeed.updateMany({ where: { id }, data: { given: digest, changedAt: dateOf(changedAt) } });
      return changedAt;
    },
  };
}
