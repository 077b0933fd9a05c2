import { CODE_MINUTES, CODE_TRIES } from '../../core/ports/linking.ts';
import type { Client } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';
import type { LinkScope } from './linking.ts';

const WINDOW = { minutes: CODE_MINUTES };

/**
 * One identity's tries at any code. They are counted beside the account, under a digest: who erases their notebook and
 * comes again finds them as they were, until they are swept away.
 */
export function createTries({ client, account: { platform, scope, externalId }, now, digest }: LinkScope) {
  const key = digest(`link tries ${JSON.stringify([platform, scope, externalId])}`);
  return {
    /** Counts this one, whatever comes of it; false where it is one too many. */
    async count(): Promise<boolean> {
      const fresh = { tries: 0, since: dateOf(now) };
      await client.linkTry.updateMany({ where: { key, since: { lt: dateOf(now.subtract(WINDOW)) } }, data: fresh });
      const { tries } = await client.linkTry.upsert({
        where: { key },
        create: { key, ...fresh, tries: 1 },
        update: { tries: { increment: 1 } },
      });
      return tries <= CODE_TRIES;
    },
    async forget(): Promise<void> {
      await client.linkTry.deleteMany({ where: { key } });
    },
  };
}

/** Removes what is no longer counted. */
export const endedTries = (client: Client, now: Temporal.Instant) =>
  client.linkTry.deleteMany({ where: { since: { lt: dateOf(now.subtract(WINDOW)) } } });
