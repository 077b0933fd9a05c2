import type { Message } from '../../domain/nudges/nudgeDay.ts';
import { decideNudges } from '../../domain/nudges/nudges.ts';
import { decideWeekly } from '../../domain/nudges/weekly.ts';
import type { SeasonRules } from '../../domain/season/season.ts';
import { trackRules } from '../../domain/season/track.ts';
import type { Ledger, Planned, PlannedDelivery } from '../ports/ledger.ts';
import { laneOf } from './lane.ts';
import { recipientOf } from './recipient.ts';

/** How many people and communities are planned in one transaction. */
const BATCH = 1000;

/**
 * Plans everybody whose moment has come, so many at a time, and says how many: what is planned already can be sent while
 * the others are. Costs what is due.
 */
export async function* planDue(ledger: Ledger, now: Temporal.Instant, rules: SeasonRules): AsyncGenerator<number> {
  for (let planned = BATCH; planned === BATCH; ) {
    const subjects = await ledger.toPlan(now, BATCH);
    await ledger.plan(subjects.map(subject => ({ subject, ...decide(subject, now, rules) })));
    planned = subjects.length;
    yield planned;
  }
}

interface Decision {
  deliveries: PlannedDelivery[];
  nextPlanAt: Temporal.Instant | null;
}
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
  const { due, missed, nextPlanAt } = decideNudges(member, facts, { from: plannedFor, now }, trackRules(rules, track));
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
  return { nextPlanAt, deliveries: [...due, ...(missed ? [missed] : [])].flatMap(toDelivery) };
}

function decideCommunity({ community, plannedFor }: Planned & { kind: 'channel' }, now: Temporal.Instant): Decision {
  if (!community.tips || community.paused) return NOTHING;
  const { due, next } = decideWeekly(plannedFor, now, community.tips, community.tips.zone);
  const lane = laneOf(community.platform, community.externalId);
  return {
    nextPlanAt: next,
    deliveries: due ? [{ kind: 'tip', recipient: { community: community.id }, lane, ...due }] : [],
  };
}
