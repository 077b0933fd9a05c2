import { describe, expect, test } from 'vitest';
import { card } from '../../src/core/cards/card.ts';
import type { Notifier, Sent } from '../../src/core/ports/notifier.ts';
import { MAX_ATTEMPTS } from '../../src/core/sending/outbox.ts';
import { createSink } from '../support/sink.ts';
import { arrange, NOW, people } from './sending.ts';

const failed = (reason: 'dms-closed' | 'person-gone'): Sent => ({
  status: 'failed',
  permanent: true,
  reason,
  detail: reason,
});
const rateLimited: Sent = {
  status: 'failed',
  permanent: false,
  reason: 'rate-limited',
  detail: '429',
  retryAfterSeconds: 7,
};
const unreachable: Sent = { status: 'failed', permanent: false, reason: 'unreachable', detail: 'HTTP 502' };
const doubtful: Sent = { ...unreachable, doubtful: true, detail: 'no answer' };
const later = (minutes: number) => NOW.add({ minutes });

describe('F5: after a crash nothing comes twice and nothing is lost', () => {
  test('F5: what was sent before it could be recorded is found again', async () => {
    const { store, ids, drain } = await arrange(people(2));
    const sink = createSink('discord', 5);
    const [claimed] = await store.ledger.lease('discord', NOW, 1);
    const key = claimed?.id ?? '';
    await sink.notifier.send({ platform: 'discord', scope: '', kind: 'person', account: '0' }, {} as never, key);
    await drain(sink.notifier);
    expect([...sink.taken].sort()).toEqual(ids.map(id => [id, 1]).sort());
  });

  test('F5: what was claimed and never sent is sent, and the crash is no attempt', async () => {
    const { store, ids, drain, first } = await arrange(people(1));
    const sink = createSink('discord', 5);
    for (let crash = 0; crash < MAX_ATTEMPTS + 2; crash += 1) {
      await store.ledger.lease('discord', NOW, 1);
      const stopping = new AbortController();
      const stopped: Notifier['send'] = async (_address, _card, _key, signal) => {
        stopping.abort();
        throw signal?.reason;
      };
      await drain({ ...sink.notifier, send: stopped }, { signal: stopping.signal });
      expect(await first()).toMatchObject({ status: 'due', attempts: 0 });
    }
    await drain(sink.notifier);
    expect(sink.taken.get(ids[0] ?? '')).toBe(1);
    expect(await first()).toMatchObject({ status: 'sent', attempts: 1 });
  });

  test('F5: what cannot be looked up is not sent again before it was', async () => {
    const { store, ids, drain, first, reports } = await arrange(people(1));
    const sink = createSink('discord', 5);
    await store.ledger.lease('discord', NOW, 1);
    const broken = { ...sink.notifier, findByKey: async () => Promise.reject(new Error('no history')) };
    await drain(broken);
    expect(sink.taken.size).toBe(0);
    expect(await first()).toMatchObject({ status: 'sending' });
    expect(reports).toHaveLength(1);
    expect(await store.ledger.lanesDue(later(120))).toEqual(['discord']);
    await drain(sink.notifier, { now: later(120) });
    expect([...sink.taken]).toEqual([[ids[0], 1]]);
  });

  test('F5: a send whose answer was lost is looked up before it is tried again', async () => {
    const { ids, drain, first } = await arrange(people(1));
    const sink = createSink('discord', 5);
    const lost = {
      ...sink.notifier,
      async send(...args: Parameters<typeof sink.notifier.send>) {
        await sink.notifier.send(...args);
        return doubtful;
      },
    };
    await drain(lost);
    expect(await first()).toMatchObject({ status: 'sending', reason: 'unreachable' });
    await drain(lost, { now: later(10) });
    expect(sink.taken.get(ids[0] ?? '')).toBe(1);
    expect(await first()).toMatchObject({ status: 'sent' });
  });
});

test.each(['dms-closed', 'person-gone'] as const)(
  'F7: %s: it is kept as undelivered, told at the next command, and goes nowhere else',
  async reason => {
    const { store, user, account, drain, first } = await arrange(people(2));
    const sink = createSink('discord', 5);
    const addresses = new Set<string>();
    sink.answer(address => {
      addresses.add(address.kind);
      return address.kind === 'person' && address.account === '0' ? failed(reason) : undefined;
    });
    await drain(sink.notifier);
    expect(await first()).toMatchObject({ status: 'undelivered', reason });
    expect(sink.taken.size).toBe(1);
    expect([...addresses]).toEqual(['person']);
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, account.id)).toMatchObject([{ reason }]);
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, account.id)).toEqual([]);
  },
);

describe('F11: a 429 loses and doubles nothing', () => {
  test('F11: 300 are due, every tenth meets a 429: each comes once, and waiting is no attempt', async () => {
    const { ids, drain } = await arrange(people(300));
    const sink = createSink('discord', 25);
    let asked = 0;
    sink.answer(() => {
      asked += 1;
      return asked % 10 === 0 ? rateLimited : undefined;
    });
    for (let round = 0; sink.taken.size < 300 && round < 10; round += 1)
      await drain(sink.notifier, { now: NOW.add({ seconds: 8 * round }) });
    expect([...sink.taken].sort()).toEqual(ids.map(id => [id, 1]).sort());
  });

  test('F11: what met a 429 waits as long as it says', async () => {
    const { store, drain, first } = await arrange(people(1));
    const sink = createSink('discord', 5);
    sink.answer(() => rateLimited);
    for (let round = 0; round < MAX_ATTEMPTS + 3; round += 1)
      await drain(sink.notifier, { now: NOW.add({ seconds: 7 * round }) });
    expect(await first()).toMatchObject({ status: 'due', attempts: 0 });
    const last = NOW.add({ seconds: 7 * (MAX_ATTEMPTS + 2) });
    expect(await store.ledger.lanesDue(last.add({ seconds: 6 }))).toEqual([]);
    expect(await store.ledger.lanesDue(last.add({ seconds: 7 }))).toEqual(['discord']);
  });
});

describe('F12: tries again a bounded number of times, later each time', () => {
  test('F12: then it is failed where everybody sees it, and deleted never', async () => {
    const { store, user, account, drain, first } = await arrange(people(1));
    const sink = createSink('discord', 5);
    sink.answer(() => unreachable);
    const waits: number[] = [];
    let now = NOW;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await drain(sink.notifier, { now });
      if (attempt === MAX_ATTEMPTS) break;
      let minutes = 0;
      while ((await store.ledger.lanesDue(now.add({ minutes }))).length === 0) minutes += 1;
      waits.push(minutes);
      now = now.add({ minutes });
    }
    expect(waits.map((minutes, index) => minutes >= 2 ** index && minutes <= 1.5 * 2 ** index + 1)).toEqual(
      waits.map(() => true),
    );
    expect(await first()).toMatchObject({ status: 'undelivered', reason: 'unreachable', attempts: MAX_ATTEMPTS });
    expect(await store.ledger.takeUnseenFailures(user.id, now, account.id)).toHaveLength(1);
  });

  test('F12: a first 5xx loses nothing', async () => {
    const { ids, drain } = await arrange(people(1));
    const sink = createSink('discord', 5);
    sink.answer(() => unreachable);
    await drain(sink.notifier);
    sink.works();
    await drain(sink.notifier, { now: later(2) });
    expect([...sink.taken]).toEqual([[ids[0], 1]]);
  });

  test('F12: several that failed at once do not all come back at once', async () => {
    const { store, drain } = await arrange(people(40));
    const sink = createSink('discord', 10);
    sink.answer(() => unreachable);
    await drain(sink.notifier);
    const soon = await store.ledger.lease('discord', NOW.add({ seconds: 75 }), 100);
    expect(soon.length).toBeGreaterThan(0);
    expect(soon.length).toBeLessThan(40);
  });
});

describe('F19: one that is broken stops no other', () => {
  test('F19: a throw in one delivery is reported, and the others go out', async () => {
    const { ids, drain, reports, first } = await arrange(people(30));
    const sink = createSink('discord', 5);
    sink.answer((_, key) => {
      if (key === ids[0]) throw new Error('broken');
      return undefined;
    });
    await drain(sink.notifier);
    expect(sink.taken.size).toBe(29);
    expect(reports).toHaveLength(1);
    expect(await first()).toMatchObject({ status: 'due' });
  });

  test('F19: a message that cannot be made stops no other', async () => {
    const { ids, drain, first, reports } = await arrange(people(30));
    const sink = createSink('discord', 5);
    const broken = async ({ id }: { id: string }) =>
      id === ids[0] ? Promise.reject(new Error('broken')) : { card: card('Something else') };
    await drain(sink.notifier, { render: broken });
    expect(sink.taken.size).toBe(29);
    expect(reports).toHaveLength(1);
    expect(await first()).toMatchObject({ status: 'due' });
  });
});
