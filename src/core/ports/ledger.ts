import type { NotebookFacts, NudgeFacts } from '../../domain/nudges/nudgeFacts.ts';
import type { NudgeItem, NudgeKind } from '../../domain/nudges/nudgeKinds.ts';
import type { Track } from '../../domain/season/track.ts';
import type { ChannelProblem, FailureReason } from './notifier.ts';
import type { Account, Community, User } from './users.ts';

/** What is sent unasked: to a community, to an organizer, or to a member, named by the most pressing thing in it. */
export type DeliveryKind = 'tip' | 'problem' | AccountNotice | NudgeKind;

/**
 * What an account is told of the notebook it opens: that another account joined it, that a code was typed wrong, or that
 * it is erased soon because nobody has opened it for long.
 */
export const accountNotices = { joined: {}, 'wrong-code': {}, idle: {} } as const;
export type AccountNotice = keyof typeof accountNotices;
export const isAccountNotice = (kind: DeliveryKind): kind is AccountNotice => kind in accountNotices;

/** due -> sending -> sent | undelivered | skipped; a passing failure goes back to due, later. What may have arrived stays sending until it was looked up. */
export type DeliveryStatus = 'due' | 'sending' | 'sent' | 'undelivered' | 'skipped';

/** One message to one recipient. Unique on recipient, kind and local occurrence: it cannot be planned twice. */
export interface PlannedDelivery {
  kind: DeliveryKind;
  /** A member's message or a community's tip. */
  recipient: { user: string; account: string } | { community: string };
  /** The platform's own rate-limit domain: `slack:T123`, `discord`, `playground`. */
  lane: string;
  /** The local day it is for, `2026-11-01`, in the recipient's zone. */
  occurrence: string;
  dueAt: Temporal.Instant;
  /** After this it is not sent any more. */
  graceUntil: Temporal.Instant;
  /** What a member's message says, the most pressing first. */
  items?: readonly DeliveryItem[];
}
/** One thing that a message says, and why it came: no word that anybody wrote. */
export type DeliveryItem = NudgeItem & { why: string };
export interface Delivery {
  id: string;
  kind: DeliveryKind;
  lane: string;
  occurrence: string;
  status: DeliveryStatus;
  dueAt: Temporal.Instant;
  graceUntil: Temporal.Instant;
  attempts: number;
  items: DeliveryItem[];
  sentAt: Temporal.Instant | null;
  /** When the member marked it as done. */
  doneAt: Temporal.Instant | null;
  /** Fresh from the store at the time of the claim; null where that person or community is gone. */
  recipient:
    | {
        kind: 'person';
        user: User;
        account: Account;
        track: Track /** Read at the claim alone. */;
        facts?: NotebookFacts;
      }
    | { kind: 'channel'; community: Community }
    | null;
  /** The community that a message to a person is about. */
  about: Community | null;
  /** Why it was not delivered, where it was not. */
  reason: FailureReason | null;
}

export type Outcome =
  | { status: 'sent'; messageId: string; at: Temporal.Instant }
  | { status: 'skipped'; why: string }
  | { status: 'undelivered'; reason: FailureReason; detail: string }
  /** A failure that passes. */
  | { status: 'due'; tryAt: Temporal.Instant; reason: FailureReason; detail: string }
  /** Surely not sent, and no failure of its own: it does not count as an attempt. */
  | { status: 'waiting'; tryAt: Temporal.Instant }
  /** It may have arrived: looked up from `tryAt` on, before it may be sent again. */
  | { status: 'sending'; tryAt: Temporal.Instant; reason: FailureReason; detail: string };

/** A row that could not be worked on, and what kind of error that was: never a word of what it says. */
export interface SetAside {
  /** The model's name, such as `Reminder`. */
  model: string;
  id: string;
  userId: string | null;
  error: string;
}

/** Somebody whose moment to be planned has come. */
export type Planned =
  | {
      kind: 'person';
      user: User;
      account: Account;
      communityZone: string | null;
      /** The season of the community that they were seen in last. */
      track: Track;
      facts: NudgeFacts;
      plannedFor: Temporal.Instant;
      /** Counts the user's writes: a decision made before another write is not recorded. */
      revision: number;
    }
  | { kind: 'channel'; community: Community; plannedFor: Temporal.Instant };

/** What was decided about one subject. */
export interface PlanDecision {
  subject: Planned;
  deliveries: PlannedDelivery[];
  nextPlanAt: Temporal.Instant | null;
  /** Keys of what was moved to a later message. */
  moved?: readonly string[];
}

/** The delivery ledger: what is to be sent, and what was sent to whom. */
export interface Ledger {
  /**
   * People and communities whose `nextPlanAt` is not after `now`, oldest first. Costs what is due, not what there is.
   * Who cannot be read is set aside.
   */
  dueSubjects(now: Temporal.Instant, limit: number): Promise<Planned[]>;
  /**
   * Records the deliveries and moves each subject's `nextPlanAt` (null: nothing to plan), in one transaction. Whoever
   * wrote something since they were read is left as they are, to be planned again: nothing is decided on old facts.
   */
  recordPlan(decisions: readonly PlanDecision[]): Promise<void>;
  /**
   * Notes what could not be worked on, for the operator's list. People and communities among it are passed by for a
   * while, longer each time; a delivery counts as undelivered.
   */
  setAside(broken: readonly SetAside[], now: Temporal.Instant): Promise<void>;
  /** Lanes with something due or to be looked up; none that was stopped. */
  lanesDue(now: Temporal.Instant): Promise<string[]>;
  /** Rows that a crash or a lost answer left in `sending`: to be looked up before anything else is sent in the lane. */
  interrupted(lane: string, now: Temporal.Instant): Promise<Delivery[]>;
  /** Takes up to `limit` due rows of the lane, oldest first, and marks them `sending`: an attempt of each. */
  lease(lane: string, now: Temporal.Instant, limit: number): Promise<Delivery[]>;
  /** Records what became of them, in one write. */
  recordOutcomes(outcomes: readonly { id: string; outcome: Outcome }[]): Promise<void>;
  /** Nothing is sent in this lane until it is started again: the app was removed there, or its token refused. */
  stopLane(lane: string, now: Temporal.Instant): Promise<void>;
  startLane(lane: string): Promise<void>;
  /**
   * Pauses the tips of a community whose channel takes none, and plans one message about it to whoever set them up;
   * does nothing where it was reported already.
   */
  reportProblem(communityId: string, problem: ChannelProblem, now: Temporal.Instant): Promise<void>;
  /**
   * What did not reach this user and was not told them yet; from now on it counts as told. A notice about accounts is
   * for the account that it was sent to: another one, which may be the one that it warns of, does not take it.
   */
  takeUnseenFailures(userId: string, now: Temporal.Instant, accountId: string): Promise<Delivery[]>;
  /** A delivery of this user's, to show it; undefined for anybody else's. */
  deliveryFor(userId: string, id: string): Promise<Delivery | undefined>;
  /** What was to be sent to this user, the latest first. */
  recentFor(userId: string, limit: number): Promise<Delivery[]>;
  /** Notes that this user is done with it. */
  markDone(userId: string, id: string, now: Temporal.Instant): Promise<void>;
}
