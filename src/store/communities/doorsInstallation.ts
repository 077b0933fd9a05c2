import type { Installation } from '../../core/ports/door.ts';
import type { Platform } from '../../core/ports/notifier.ts';
import type { Store } from '../../core/ports/store.ts';

/** What a door tells the store of where its app is, and asks of it. */
export const doorsInstallation = (store: Store, platform: Platform, now: () => Temporal.Instant): Installation => ({
  left: externalId => store.leave(platform, externalId, now()),
  isIn: (externalIds, all) => store.comeBack(platform, externalIds, now(), all),
  opened: (who, channel) => store.keepDirectChannel(who, channel),
  leaseLane: (lane, owner) => store.leaseLane(lane, owner, now()),
});
