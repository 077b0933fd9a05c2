import type { SeasonRules } from '../../season/season.ts';
import { beforeQuietHours, isQuiet, type QuietHours } from '../../time/localTime.ts';
import type { NotebookFacts, Recipient, Source } from '../nudgeFacts.ts';
import type { NudgeItem, NudgeKind } from '../nudgeKinds.ts';

/** What is known when something is about to be said. */
export interface Asked {
  member: Recipient;
  facts: NotebookFacts;
  now: Temporal.Instant;
  rules: SeasonRules;
}

/** Why an item is not said any more, now that it would be; undefined where it still holds. */
export type Check = (item: NudgeItem, asked: Asked) => string | undefined;

/** What decides on some kinds: when each could be said, and whether it still holds then. */
export interface NudgeRule<Kind extends NudgeKind> {
  moments: Source;
  checks: Record<Kind, Check>;
}

const EVENING = new Temporal.PlainTime(18);

export const evening = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: EVENING }).toInstant();

export const localDay = (moment: Temporal.Instant, zone: string): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(zone).toPlainDate();

export const hasBegun = (moment: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(moment, now) <= 0;

/** A deadline's moment, before the quiet hours that it would fall into, and how to say that. */
export function ahead(moment: Temporal.Instant, quiet: QuietHours, zone: string) {
  const moved = isQuiet(moment, quiet, zone) ? ', moved to just before your quiet hours' : '';
  return { dueAt: beforeQuietHours(moment, quiet, zone), moved };
}
