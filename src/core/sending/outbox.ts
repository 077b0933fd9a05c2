import type { Card } from '../cards/card.ts';
import type { Delivery, Ledger, Outcome } from '../ports/ledger.ts';
import type { Address, ChannelProblem, FailureReason, Notifier, Platform, Sent } from '../ports/notifier.ts';
import { backoffMs, type Waits } from './backoff.ts';
import { createOutcomes } from './outcomes.ts';
import { platformOfLane } from './queueKey.ts';

/** A passing failure is tried again this often, later each time, before it counts as undelivered. */
export const MAX_ATTEMPTS = 6;
/** One message waits a minute at first. */
const WAITS: Waits = { firstMs: 60_000, longestMs: 64 * 60_000, spread: 1 / 2 };

export interface OutboxParts {
  ledger: Ledger;
  notifiers: ReadonlyMap<Platform, Notifier>;
  /** The message from fresh data, or why it is not sent any more. */
  render(delivery: Delivery): Promise<{ card: Card } | { skip: string }>;
  now(): Temporal.Instant;
  report(error: unknown, delivery: string): void;
  /** Told what became of each attempt. */
  attempted?(platform: Platform, state: Outcome['status']): void;
}

/**
 * Sends what is due in one lane, as much at once as its notifier takes, until nothing is due, the app turns out to be
 * removed there, its token is refused, or the signal aborts. What may have been sent already is looked up first. One drain at a time runs in
 * a lane: that is the dispatcher's promise.
 */
export async function drain(lane: string, parts: OutboxParts, signal: AbortSignal): Promise<void> {
  const { ledger, notifiers, now } = parts;
  const platform = platformOfLane(lane) as Platform;
  const notifier = notifiers.get(platform);
  if (!notifier) return;
  const settling = createOutcomes(ledger);
  const ended = new AbortController();
  const ending = AbortSignal.any([signal, ended.signal]);

  async function carryOut(delivery: Delivery, act: typeof send): Promise<void> {
    const outcome = await act(delivery, notifier as Notifier, parts, ending).catch((error: unknown): Outcome => {
      if (ending.aborted && error === ending.reason) return { status: 'waiting', tryAt: now() };
      parts.report(error, delivery.id);
      return afterFailure(delivery, { reason: 'unreachable', detail: 'an error on our side' }, now());
    });
    if (outcome === 'removed') await ledger.stopLane(lane, now());
    // Nothing else would be taken either: what is due stays due.
    if (outcome === 'removed' || outcome === 'refused') ended.abort();
    const settled: Outcome = typeof outcome === 'string' ? { status: 'waiting', tryAt: now() } : outcome;
    parts.attempted?.(platform, settled.status);
    await settling.settle(delivery.id, settled);
  }

  const doubtful = await ledger.interrupted(lane, now());
  await atOnce(
    notifier.atOnce,
    async () => (ending.aborted ? undefined : doubtful.shift()),
    delivery => carryOut(delivery, lookUp),
  );

  const queue: Delivery[] = [];
  let claiming: Promise<void> | undefined;
  async function claim(): Promise<void> {
    queue.push(...(await ledger.lease(lane, now(), (notifier as Notifier).atOnce)));
  }
  await atOnce(
    notifier.atOnce,
    async () => {
      if (queue.length === 0 && !ending.aborted) {
        claiming ??= claim().finally(() => {
          claiming = undefined;
        });
        await claiming;
      }
      return ending.aborted ? undefined : queue.shift();
    },
    delivery => carryOut(delivery, send),
  );
  await settling.all(queue.map(({ id }) => ({ id, outcome: { status: 'waiting', tryAt: now() } })));
}

/** So many take one after the other until there is none. */
async function atOnce<T>(count: number, next: () => Promise<T | undefined>, act: (one: T) => Promise<void>) {
  const worker = async () => {
    for (let one = await next(); one !== undefined; one = await next()) await act(one);
  };
  const ended = await Promise.allSettled(Array.from({ length: count }, worker));
  // Not before all have ended: whoever hears of it may begin the next drain.
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
}

type Step = Outcome | 'removed' | 'refused';

/** Whether what may have been sent was: if not it is due again, and if that is not to be learned it is asked later. */
async function lookUp(delivery: Delivery, notifier: Notifier, parts: OutboxParts, signal: AbortSignal): Promise<Step> {
  const now = parts.now();
  const address = addressOf(delivery);
  if (!address) return { status: 'skipped', why: 'nobody to send it to any more' };
  const found = await notifier.findByKey(address, delivery.id, signal).catch((error: unknown): Sent => {
    if (signal.aborted && error === signal.reason) throw error;
    parts.report(error, delivery.id);
    return { status: 'failed', permanent: false, reason: 'unreachable', detail: 'it cannot be looked up' };
  });
  // After a crash no attempt was made; after a lost answer there was one.
  if (found.status === 'absent' && !delivery.reason) return { status: 'waiting', tryAt: now };
  if (found.status === 'absent')
    return afterFailure(delivery, { reason: 'unreachable', detail: 'no answer', retryAfterSeconds: 0 }, now);
  if (found.status !== 'failed') return { status: 'sent', messageId: found.messageId, at: now };
  const { reason, detail } = found;
  if (reason === 'uninstalled') return 'removed';
  // Whether it arrived is to be asked with a token that is taken.
  if (reason === 'token-refused')
    return { status: 'sending', tryAt: retryAt(delivery, undefined, now), reason: 'unreachable', detail };
  if (found.permanent || isOver(delivery, now)) return { status: 'undelivered', reason, detail };
  return { status: 'sending', tryAt: retryAt(delivery, found.retryAfterSeconds, now), reason, detail };
}

async function send(delivery: Delivery, notifier: Notifier, parts: OutboxParts, signal: AbortSignal): Promise<Step> {
  const address = addressOf(delivery);
  if (!address) return { status: 'skipped', why: 'nobody to send it to any more' };
  if (isOver(delivery, parts.now()))
    return { status: 'undelivered', reason: 'too-late', detail: 'its grace time is over' };
  const message = await parts.render(delivery);
  if ('skip' in message) return { status: 'skipped', why: message.skip };
  const sent = await notifier.send(address, message.card, delivery.id, signal);
  const now = parts.now();
  if (sent.status === 'delivered') return { status: 'sent', messageId: sent.messageId, at: now };
  if (sent.reason === 'uninstalled') return 'removed';
  if (sent.reason === 'token-refused') return 'refused';
  await reportChannel(delivery, sent.reason, parts);
  if (sent.permanent) return { status: 'undelivered', reason: sent.reason, detail: sent.detail };
  if (sent.reason === 'rate-limited' || sent.reason === 'held-back')
    return { status: 'waiting', tryAt: retryAt(delivery, sent.retryAfterSeconds, now) };
  if (!sent.doubtful) return afterFailure(delivery, sent, now);
  return { status: 'sending', tryAt: retryAt(delivery, undefined, now), reason: sent.reason, detail: sent.detail };
}

/** A community whose channel takes no tips any more is told once, and left in peace. */
async function reportChannel({ recipient }: Delivery, reason: FailureReason, parts: OutboxParts): Promise<void> {
  if (recipient?.kind === 'channel' && isChannelProblem(reason))
    await parts.ledger.reportProblem(recipient.community.id, reason, parts.now());
}
const isChannelProblem = (reason: FailureReason): reason is ChannelProblem =>
  reason === 'channel-gone' || reason === 'no-permission';

type Failure = { reason: FailureReason; detail: string; retryAfterSeconds?: number };

function afterFailure(
  delivery: Delivery,
  { reason, detail, retryAfterSeconds }: Failure,
  now: Temporal.Instant,
): Outcome {
  if (delivery.attempts >= MAX_ATTEMPTS) return { status: 'undelivered', reason, detail };
  return { status: 'due', tryAt: retryAt(delivery, retryAfterSeconds, now), reason, detail };
}

/** As long as the platform says, else 1, 2, 4 ... minutes after the first, second, third attempt, and some by chance. */
function retryAt(
  { attempts }: Delivery,
  retryAfterSeconds: number | undefined,
  now: Temporal.Instant,
): Temporal.Instant {
  const wait =
    retryAfterSeconds === undefined ? backoffMs(Math.max(0, attempts - 1), undefined, WAITS) : retryAfterSeconds * 1000;
  return now.add({ milliseconds: Math.ceil(wait) });
}

const isOver = ({ graceUntil }: Delivery, now: Temporal.Instant) => Temporal.Instant.compare(now, graceUntil) > 0;

function addressOf({ recipient }: Delivery): Address | undefined {
  if (recipient?.kind === 'person') {
    const { platform, scope, externalId, directChannel } = recipient.account;
    return { platform, scope, kind: 'person', account: externalId, ...(directChannel && { channel: directChannel }) };
  }
  if (!recipient?.community.tips) return undefined;
  const { platform, externalId, tips } = recipient.community;
  return { platform, scope: externalId, kind: 'channel', channel: tips.channel };
}
