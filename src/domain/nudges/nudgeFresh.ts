import type { NudgeItem } from './nudgeKinds.ts';
import { wants } from './nudges.ts';
import { checks } from './rules/index.ts';
import { type Asked, localDay } from './rules/rule.ts';

/** Why an item is not said any more, now that it would be: undefined where it still holds. */
export function whyNotAnyMore(item: NudgeItem, asked: Asked): string | undefined {
  const { member, now } = asked;
  if (!wants(member, item.kind)) return 'this kind is turned off';
  const { pausedUntil, zone } = member;
  if (pausedUntil && Temporal.PlainDate.compare(localDay(now, zone), pausedUntil) < 0) return 'messages are paused';
  return checks[item.kind](item, asked);
}
