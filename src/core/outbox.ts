import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from './card.ts';
import type { Delivery, Ledger, Outcome } from './ledger.ts';
import type { Address, FailureReason, Notifier, Platform, Sent } from './notifier.ts';

/** How many rows a drain takes at once: few, since a crash leaves them to be looked up one by one. */
const CLAIM = 10;
/** A passing failure is tried again this often, later each time, before it counts as undelivered. */
const MAX_ATTEMPTS = 6;

export interface OutboxParts {
  ledger: Ledger;
  notifiers: ReadonlyMap<Platform, Notifier>;
  /** The message from fresh data, or why it is not sent any more. */
  render(delivery: Delivery): Promise<{ card: Card } | { skip: string }>;
  now(): Temporal.Instant;
  report(error: unknown, delivery: string): void;
}

/**
 * Sends what is due in one lane, at the platform's pace, until nothing is due, the platform says to wait, or the
 * signal aborts. One drain at a time runs in a lane: that is the dispatcher's promise.
 */
export async function drain(lane: string, parts: OutboxParts, signal: AbortSignal): Promise<void> {
  const { ledger, notifiers, now } = parts;
  const notifier = notifiers.get(lane.split(':')[0] as Platform);
  if (!notifier) return;

  /** False where the lane has to wait. */
  async function deliver(delivery: Delivery, mayBeSent: boolean): Promise<boolean> {
    const outcome = await attempt(delivery, notifier as Notifier, parts, mayBeSent).catch((error: unknown): Outcome => {
      parts.report(error, delivery.id);
      return later(delivery, now(), { reason: 'unreachable', detail: 'an error on our side' });
    });
    await ledger.settle(delivery.id, outcome);
    return !(outcome.status === 'due' && outcome.reason === 'rate-limited');
  }

  for (const delivery of await ledger.interrupted(lane)) if (!(await deliver(delivery, true))) return;
  while (!signal.aborted) {
    const claimed = await ledger.claim(lane, now(), CLAIM);
    if (claimed.length === 0) return;
    for (const [index, delivery] of claimed.entries()) {
      if (signal.aborted || !(await deliver(delivery, false))) {
        const left = signal.aborted ? claimed.slice(index) : claimed.slice(index + 1);
        for (const { id } of left)
          await ledger.settle(id, { status: 'due', tryAt: now(), reason: 'rate-limited', detail: 'the lane waits' });
        return;
      }
      await sleep(notifier.paceMs);
    }
  }
}

async function attempt(
  delivery: Delivery,
  notifier: Notifier,
  parts: OutboxParts,
  mayBeSent: boolean,
): Promise<Outcome> {
  const address = addressOf(delivery);
  if (!address) return { status: 'skipped', why: 'nobody to send it to any more' };
  if (mayBeSent) {
    const found = await notifier.find(address, delivery.id);
    if (found.found) return { status: 'sent', messageId: found.messageId, at: parts.now() };
  }
  if (Temporal.Instant.compare(parts.now(), delivery.graceUntil) > 0)
    return { status: 'undelivered', reason: 'unreachable', detail: 'its grace time is over' };
  const message = await parts.render(delivery);
  if ('skip' in message) return { status: 'skipped', why: message.skip };
  return settled(delivery, await notifier.send(address, message.card, delivery.id), parts.now());
}

function settled(delivery: Delivery, sent: Sent, now: Temporal.Instant): Outcome {
  if (sent.status === 'delivered') return { status: 'sent', messageId: sent.messageId, at: now };
  if (sent.permanent) return { status: 'undelivered', reason: sent.reason, detail: sent.detail };
  if (delivery.attempts >= MAX_ATTEMPTS) return { status: 'undelivered', reason: sent.reason, detail: sent.detail };
  return later(delivery, now, sent);
}

/** As long as the platform says, else 1, 2, 4 ... minutes with up to half as much again by chance. */
function later(
  delivery: Delivery,
  now: Temporal.Instant,
  { reason, detail, retryAfterSeconds }: { reason: FailureReason; detail: string; retryAfterSeconds?: number },
): Outcome {
  const seconds = retryAfterSeconds ?? Math.round(60 * 2 ** Math.min(delivery.attempts, 6) * (1 + Math.random() / 2));
  return { status: 'due', tryAt: now.add({ seconds }), reason, detail };
}

function addressOf({ recipient }: Delivery): Address | undefined {
  if (recipient?.kind === 'person') {
    const { platform, scope, externalId } = recipient.account;
    return { platform, scope, kind: 'person', account: externalId };
  }
  if (!recipient?.community.tips) return undefined;
  const { platform, externalId, tips } = recipient.community;
  return { platform, scope: externalId, kind: 'channel', channel: tips.channel };
}
