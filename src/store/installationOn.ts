import type { Installation } from '../core/ports/door.ts';
import type { Platform } from '../core/ports/notifier.ts';
import type { OpenStore } from './open.ts';

/** What a platform's door tells of where the bot is, kept. */
export const installationOn = (store: OpenStore, platform: Platform, now: () => Temporal.Instant): Installation => ({
  left: externalId => store.leave(platform, externalId, now()),
  isIn: (externalIds, all) => store.comeBack(platform, externalIds, now(), all),
  opened: (who, channel) => store.keepDirectChannel(who, channel),
  leaseLane: (lane, owner) => store.leaseLane(lane, owner, now()),
});
