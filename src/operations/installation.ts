import type { Installation } from '../core/ports/door.ts';
import type { Platform } from '../core/ports/notifier.ts';
import type { Store } from '../core/ports/store.ts';

type Kept = Pick<Store, 'leave' | 'comeBack' | 'keepDirectChannel' | 'leaseLane'>;

/** Where the bot is installed on one platform, as it is kept. */
export const createInstallation = (store: Kept, platform: Platform, now: () => Temporal.Instant): Installation => ({
  left: externalId => store.leave(platform, externalId, now()),
  isIn: (externalIds, all) => store.comeBack(platform, externalIds, now(), all),
  opened: (who, channel) => store.keepDirectChannel(who, channel),
  leaseLane: (lane, owner) => store.leaseLane(lane, owner, now()),
});
