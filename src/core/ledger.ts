import type { FailureReason } from './notifier.ts';
import type { Account, Community, User } from './store.ts';

/** What is sent unasked. */
export type NudgeKind = 'tip' | 'digest';

/** due -> sending -> sent | undelivered | skipped; a passing failure goes back to due, later. */
export type DeliveryStatus = 'due' | 'sending' | 'sent' | 'undelivered' | 'skipped';

/** One message to one recipient. Unique on recipient, kind and local occurrence: it cannot be planned twice. */
export interface PlannedDelivery {
  kind: NudgeKind;
  /** A user's digest or a community's tip. */
  recipient: { user: string; account: string } | { community: string };
  /** The platform's own rate-limit domain: `slack:T123`, `discord`, `playground`. */
  lane: string;
  /** The local day it is for, `2026-11-01`, in the recipient's zone. */
  occurrence: string;
  dueAt: Temporal.Instant;
  /** After this it is not sent any more. */
  graceUntil: Temporal.Instant;
}
export interface Delivery {
  id: string;
  kind: NudgeKind;
  lane: string;
  occurrence: string;
  status: DeliveryStatus;
  dueAt: Temporal.Instant;
  graceUntil: Temporal.Instant;
  attempts: number;
  /** Fresh from the store at the time of the claim; null where that person or community is gone. */
  recipient: { kind: 'person'; user: User; account: Account } | { kind: 'channel'; community: Community } | null;
}

export type Outcome =
  | { status: 'sent'; messageId: string; at: Temporal.Instant }
  | { status: 'skipped'; why: string }
  | { status: 'undelivered'; reason: FailureReason; detail: string }
  | { status: 'due'; tryAt: Temporal.Instant; reason: FailureReason; detail: string };

/** Somebody whose moment to be planned has come. */
export type Planned =
  | { kind: 'person'; user: User; account: Account; communityZone: string | null; plannedFor: Temporal.Instant }
  | { kind: 'channel'; community: Community; plannedFor: Temporal.Instant };

/** The delivery ledger: what is to be sent, and what was sent to whom. */
export interface Ledger {
  /** People and communities whose `nextPlanAt` is not after `now`, oldest first. Costs what is due, not what there is. */
  toPlan(now: Temporal.Instant, limit: number): Promise<Planned[]>;
  /** Records the deliveries and moves each subject's `nextPlanAt` (null: nothing to plan), in one transaction. */
  plan(
    decisions: { subject: Planned; deliveries: PlannedDelivery[]; nextPlanAt: Temporal.Instant | null }[],
  ): Promise<void>;
  /** Lanes with something due, or with rows that a crash left in `sending`. */
  lanesDue(now: Temporal.Instant): Promise<string[]>;
  /** Rows that a crash left in `sending`: to be looked up before anything else is sent in the lane. */
  interrupted(lane: string): Promise<Delivery[]>;
  /** Takes up to `limit` due rows of the lane, oldest first, and marks them `sending`. */
  claim(lane: string, now: Temporal.Instant, limit: number): Promise<Delivery[]>;
  settle(id: string, outcome: Outcome): Promise<void>;
  /** A delivery of this user's, to show it; undefined for anybody else's. */
  deliveryFor(userId: string, id: string): Promise<Delivery | undefined>;
}
