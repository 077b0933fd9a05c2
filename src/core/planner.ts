import { DIGEST_SPREAD_MINUTES, decideWeekly } from '../domain/nudges.ts';
import type { Ledger, Planned, PlannedDelivery } from './ledger.ts';
import type { Platform } from './notifier.ts';

/** How many people and communities are planned in one transaction. */
const BATCH = 500;

/** A platform's own rate-limit domain: one a Slack workspace, one for the Discord bot, one for the playground. */
export const laneOf = (platform: Platform, scope: string): string =>
  platform === 'slack' ? `slack:${scope}` : platform;

/** Plans everybody whose moment has come. Costs what is due. */
export async function planDue(ledger: Ledger, now: Temporal.Instant): Promise<number> {
  for (let planned = 0; ; ) {
    const subjects = await ledger.toPlan(now, BATCH);
    await ledger.plan(subjects.map(subject => ({ subject, ...decide(subject, now) })));
    planned += subjects.length;
    if (subjects.length < BATCH) return planned;
  }
}

interface Decision {
  deliveries: PlannedDelivery[];
  nextPlanAt: Temporal.Instant | null;
}
const NOTHING: Decision = { deliveries: [], nextPlanAt: null };

function decide(subject: Planned, now: Temporal.Instant): Decision {
  return subject.kind === 'person' ? decidePerson(subject, now) : decideCommunity(subject, now);
}

function decidePerson(subject: Planned & { kind: 'person' }, now: Temporal.Instant): Decision {
  const { user, account, communityZone, plannedFor } = subject;
  if (user.remind !== 'weekly') return NOTHING;
  const zone = user.zone ?? communityZone ?? 'UTC';
  const weekly = { weekday: user.digestDay, hour: user.digestHour };
  const { due, next } = decideWeekly(user.id, plannedFor, now, weekly, zone, DIGEST_SPREAD_MINUTES);
  const recipient = { user: user.id, account: account.id };
  const lane = laneOf(account.platform, account.scope);
  return { nextPlanAt: next, deliveries: due ? [{ kind: 'digest', recipient, lane, ...due }] : [] };
}

function decideCommunity({ community, plannedFor }: Planned & { kind: 'channel' }, now: Temporal.Instant): Decision {
  if (!community.tips || community.paused) return NOTHING;
  const { due, next } = decideWeekly(community.id, plannedFor, now, community.tips, community.tips.zone);
  const lane = laneOf(community.platform, community.externalId);
  return {
    nextPlanAt: next,
    deliveries: due ? [{ kind: 'tip', recipient: { community: community.id }, lane, ...due }] : [],
  };
}
