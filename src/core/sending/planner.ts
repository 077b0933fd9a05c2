import type { Message } from '../../domain/nudges/nudgeDay.ts';
import { decideNudges } from '../../domain/nudges/nudges.ts';
import { decideWeekly } from '../../domain/nudges/weekly.ts';
import type { SeasonRules } from '../../domain/season/season.ts';
import { trackRules } from '../../domain/season/track.ts';
import type { Ledger, PlanDecision, Planned, PlannedDelivery, SetAside } from '../ports/ledger.ts';
import { apart, type Failure, kindOf } from './apart.ts';
import { laneOf } from './queueKey.ts';
import { recipientOf } from './recipient.ts';

/** How many people and communities are planned in one transaction. */
const BATCH = 1000;

/**
 * Plans everybody whose moment has come, so many at a time, and says how many: what is planned already can be sent while
 * the others are. Costs what is due. Whoever cannot be decided about or recorded is set aside, and the others are not.
 */
export async function* planDue(
  ledger: Ledger,
  now: Temporal.Instant,
  rules: SeasonRules,
  report: (error: unknown) => void = () => {},
): AsyncGenerator<number> {
  for (let planned = BATCH; planned === BATCH; ) {
    const subjects = await ledger.dueSubjects(now, BATCH);
    const { done, failed } = await apart(subjects, async some => {
      await ledger.recordPlan(some.map(subject => ({ subject, ...decide(subject, now, rules) })));
      return some;
    });
    await ledger.setAside(failed.map(asBroken), now);
    for (const { error } of failed) report(error);
    planned = subjects.length;
    yield done.length;
  }
}

const asBroken = ({ item, error }: Failure<Planned>): SetAside =>
  item.kind === 'person'
    ? { model: 'User', id: item.user.id, userId: item.user.id, error: kindOf(error) }
    : { model: 'Community', id: item.community.id, userId: null, error: kindOf(error) };

type Decision = Omit<PlanDecision, 'subject'>;
const NOTHING: Decision = { deliveries: [], nextPlanAt: null };

const decide = (subject: Planned, now: Temporal.Instant, rules: SeasonRules): Decision =>
  subject.kind === 'person' ? decidePerson(subject, now, rules) : decideCommunity(subject, now);

/**
 * A member's messages are written down when their moment has come and not before: whatever changes until then, a zone,
 * a setting or an interview, needs nothing to be taken back.
 */
function decidePerson(subject: Planned & { kind: 'person' }, now: Temporal.Instant, rules: SeasonRules): Decision {
  const { user, account, communityZone, track, facts, plannedFor } = subject;
  const member = recipientOf(user, communityZone);
  const span = { from: since(plannedFor, now), now };
  const { due, missed, nextPlanAt, moved } = decideNudges(member, facts, span, trackRules(rules, track));
  const toDelivery = ({ items, dueAt, graceUntil }: Message): PlannedDelivery[] => {
    const [first] = items;
    if (!first) return [];
    return [
      {
        kind: first.kind,
        recipient: { user: user.id, account: account.id },
        lane: laneOf(account.platform, account.scope),
        occurrence: [first.subject, first.occurrence].filter(Boolean).join(' '),
        dueAt,
        graceUntil,
        items,
      },
    ];
  };
  return { nextPlanAt, moved, deliveries: [...due, ...(missed ? [missed] : [])].flatMap(toDelivery) };
}

/** What was to be decided longer ago than this has no use any more, and would take long to go through. */
const LOOKED_BACK = { hours: 24 * 60 };
function since(plannedFor: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const longAgo = now.subtract(LOOKED_BACK);
  return Temporal.Instant.compare(plannedFor, longAgo) > 0 ? plannedFor : longAgo;
}

function decideCommunity({ community, plannedFor }: Planned & { kind: 'channel' }, now: Temporal.Instant): Decision {
  if (!community.tips || community.paused) return NOTHING;
  const { due, next } = decideWeekly(since(plannedFor, now), now, community.tips, community.tips.zone);
  const lane = laneOf(community.platform, community.externalId);
  return {
    nextPlanAt: next,
    deliveries: due ? [{ kind: 'tip', recipient: { community: community.id }, lane, ...due }] : [],
  };
}
