import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Notifier } from '../../src/core/ports/notifier.ts';
import { createFirstMessages } from '../../src/doors/discord/firstMessages.ts';
import { createTestMessages } from '../../src/doors/testMessages.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    setTimeout(() => (signal.aborted ? reject(signal.reason) : resolve()), milliseconds);
  });

/** Two hundred people within a minute, at ten first messages a minute. */
test('on a launch day each is told by when, and by then it has come, at the safe pace', async () => {
  const cap = createFirstMessages(10, () => {});
  const sentAt = new Map<string, number>();
  const notifier: Notifier = {
    platform: 'discord',
    atOnce: 1,
    async send(address) {
      const who = address.kind === 'person' ? address.account : '';
      const wait = cap.take(who);
      if (wait > 0)
        return { status: 'failed', permanent: false, reason: 'held-back', detail: '', retryAfterSeconds: wait };
      sentAt.set(who, performance.now());
      return { status: 'delivered', messageId: who };
    },
    findByKey: async () => ({ status: 'absent' }),
  };
  const stopping = new AbortController();
  const tryThem = createTestMessages({ notifier, perMinute: 10, stopping: stopping.signal, wait });
  const began = performance.now();
  const told: [string, number][] = [];
  for (let index = 0; index < 200; index += 1) {
    const externalId = `P${index}`;
    const found = await tryThem({ platform: 'discord', scope: '', externalId });
    told.push([externalId, typeof found === 'object' ? found.withinMinutes : 0]);
    await vi.advanceTimersByTimeAsync(250);
  }
  expect(told.filter(([, minutes]) => minutes === 0)).toHaveLength(10);
  expect(Math.max(...told.map(([, minutes]) => minutes))).toBeLessThanOrEqual(20);
  await vi.advanceTimersByTimeAsync(25 * 60_000);
  expect(sentAt.size).toBe(200);
  for (const [index, [who, minutes]] of told.entries())
    expect((sentAt.get(who) ?? Number.NaN) - began).toBeLessThanOrEqual(index * 250 + minutes * 60_000 + 1000);
  const times = [...sentAt.values()].sort((one, other) => one - other);
  for (const [index, at] of times.entries())
    expect((times[index + 10] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(59_000);
});

test('where the door closes meanwhile, nothing is sent any more', async () => {
  let sent = 0;
  const notifier: Notifier = {
    platform: 'discord',
    atOnce: 1,
    async send() {
      sent += 1;
      return { status: 'failed', permanent: false, reason: 'held-back', detail: '', retryAfterSeconds: 60 };
    },
    findByKey: async () => ({ status: 'absent' }),
  };
  const stopping = new AbortController();
  const tryThem = createTestMessages({ notifier, perMinute: 10, stopping: stopping.signal, wait });
  expect(await tryThem({ platform: 'discord', scope: '', externalId: 'P' })).toEqual({ withinMinutes: 1 });
  stopping.abort();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent).toBe(1);
});
