import type { Delivery, Ledger } from '../ports/ledger.ts';

/** What was sent, or was to be sent, to one person unasked. */
export interface Messages {
  find(id: string): Promise<Delivery | undefined>;
  /** The latest first. */
  recent(limit: number): Promise<Delivery[]>;
  markDone(id: string): Promise<void>;
}

export const messagesTo = (ledger: Ledger, userId: string, now: Temporal.Instant): Messages => ({
  find: id => ledger.deliveryFor(userId, id),
  recent: limit => ledger.recentFor(userId, limit),
  markDone: id => ledger.markDone(userId, id, now),
});
