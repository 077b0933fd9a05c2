import { setTimeout as sleep } from 'node:timers/promises';
import { redacted } from '../core/cards/redacted.ts';
import type { Notifier, Sent } from '../core/ports/notifier.ts';
import type { DirectMessages } from '../core/ports/request.ts';
import type { Identity } from '../core/ports/users.ts';
import { newId } from '../core/runtime/id.ts';
import { withTimeout } from '../core/runtime/withTimeout.ts';

interface Parts {
  notifier: Notifier;
  /** How many first messages a minute the platform's pace allows. */
  perMinute: number;
  stopping: AbortSignal;
  /** Waits, and rejects where the signal aborts. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** How long somebody waits for the word that it arrived. */
const PATIENCE_MS = 5000;

/**
 * Test messages to those who have just asked to be written to. Where many ask at once they go out at the platform's safe
 * pace, and each is told by when; what a restart interrupts is not sent again.
 */
export function createTestMessages({ notifier, perMinute, stopping, wait = waitAsleep }: Parts) {
  let waiting = 0;

  return async ({ externalId, ...who }: Identity): Promise<DirectMessages> => {
    const to = { ...who, kind: 'person', account: externalId } as const;
    const key = newId();
    const { promise: place, resolve: hasToWait } = Promise.withResolvers<DirectMessages>();

    async function sendInTurn(): Promise<DirectMessages> {
      let sent = await notifier.send(to, redacted('test'), key, stopping);
      for (let seconds = waitOf(sent); seconds !== undefined; seconds = waitOf(sent)) {
        hasToWait({ withinMinutes: Math.ceil(seconds / 60) });
        await wait(seconds * 1000, stopping);
        sent = await notifier.send(to, redacted('test'), key, stopping);
      }
      if (sent.status === 'delivered') return 'open';
      return sent.reason === 'dms-closed' ? 'closed' : 'unknown';
    }

    waiting += 1;
    const done = sendInTurn()
      .catch((): DirectMessages => 'unknown')
      .finally(() => {
        waiting -= 1;
      });
    const late = { withinMinutes: Math.ceil(waiting / perMinute) } as const;
    return withTimeout(PATIENCE_MS, Promise.race([done, place]), late);
  };
}

const waitAsleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal, ref: false });

/** How many seconds later it may be tried again; undefined where it has ended. */
function waitOf(sent: Sent): number | undefined {
  if (sent.status === 'delivered' || sent.permanent) return undefined;
  return sent.reason === 'held-back' || sent.reason === 'rate-limited' ? sent.retryAfterSeconds : undefined;
}
