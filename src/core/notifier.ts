import type { Card } from './card.ts';

export type Platform = 'slack' | 'discord' | 'playground';

/** Where a message goes: a person's direct messages or a community's channel. */
export type Address =
  | { platform: Platform; scope: string; kind: 'person'; account: string }
  | { platform: Platform; scope: string; kind: 'channel'; channel: string };

/** Why a message cannot be delivered, now or for good. */
export type FailureReason =
  | 'dms-closed'
  | 'person-gone'
  | 'channel-gone'
  | 'no-permission'
  | 'uninstalled'
  | 'rejected'
  | 'rate-limited'
  | 'unreachable';

export type Sent =
  | { status: 'delivered'; messageId: string }
  | { status: 'failed'; permanent: true; reason: FailureReason; detail: string }
  | { status: 'failed'; permanent: false; reason: FailureReason; detail: string; retryAfterSeconds?: number };

/** How a door sends what nobody asked for in this moment. One for each platform. */
export interface Notifier {
  platform: Platform;
  /** Sends once and does not try again by itself. The key travels with the message, so that `find` sees it. */
  send(address: Address, card: Card, key: string): Promise<Sent>;
  /** Was the message of this key delivered? Asked only after a crash. */
  find(address: Address, key: string): Promise<{ found: true; messageId: string } | { found: false }>;
  /** Milliseconds to leave between two sends in one lane, from the platform's own limits. */
  paceMs: number;
}
