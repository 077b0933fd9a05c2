import type { Card } from '../cards/card.ts';

export type Platform = 'slack' | 'discord' | 'playground';

/** Where a message goes: a person's direct messages or a community's channel. */
export type Address =
  /** `channel`: that of the direct messages, where it was opened before. */
  | { platform: Platform; scope: string; kind: 'person'; account: string; channel?: string }
  | { platform: Platform; scope: string; kind: 'channel'; channel: string };

/** Why a message cannot be delivered, now or for good. */
export const failureReasons = {
  'dms-closed': {},
  'person-gone': {},
  'channel-gone': {},
  'no-permission': {},
  uninstalled: {},
  /** The bot's token is taken nowhere for now: what is due waits for a better one. */
  'token-refused': {},
  rejected: {},
  'rate-limited': {},
  'held-back': {},
  unreachable: {},
  'too-late': {},
} as const;
export type FailureReason = keyof typeof failureReasons;

/** Why nothing can be posted in a community's channel. */
export type ChannelProblem = 'channel-gone' | 'no-permission';
/** The same when a channel is chosen: some are hidden from whoever was not invited. */
export type ChoiceProblem = ChannelProblem | 'not-invited';

export type Failed =
  | { status: 'failed'; permanent: true; reason: FailureReason; detail: string }
  /** `doubtful`: it may have arrived all the same, and is looked up before it is sent again. */
  | {
      status: 'failed';
      permanent: false;
      reason: FailureReason;
      detail: string;
      retryAfterSeconds?: number;
      doubtful?: boolean;
    };
export type Sent = { status: 'delivered'; messageId: string } | Failed;
export type Found = { status: 'found'; messageId: string } | { status: 'absent' } | Failed;

/**
 * How a door sends what nobody asked for in this moment, no faster than its platform takes it. One for each platform.
 * Where `signal` aborts before something was sent, a call rejects with its reason.
 */
export interface Notifier {
  platform: Platform;
  /** How many may be under way at once in one lane. A crash leaves as many to be looked up. */
  atOnce: number;
  /** Sends once and does not try again by itself. The key travels with the message, so that `find` sees it. */
  send(address: Address, card: Card, key: string, signal?: AbortSignal): Promise<Sent>;
  /** Was the message of this key delivered? Asked only after a crash or a lost answer. */
  findByKey(address: Address, key: string, signal?: AbortSignal): Promise<Found>;
}
