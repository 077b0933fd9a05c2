import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { seed } from '../../support/seed.ts';
import { databases, KEY, NOW, scratch } from '../databases.ts';

const due = (...minutesAgo: number[]) => minutesAgo.map(ago => NOW.subtract({ minutes: ago }).epochMilliseconds);

describe.each(databases)('what waits, on $name', ({ create }) => {
  test('is told by lane: how much is due, since when, and what is held or on its way', async () => {
    const { url } = await scratch(create);
    await seed(url, [
      { platform: 'slack', scope: 'T1', externalId: 'U1', due: due(5, 90, -60) },
      { platform: 'slack', scope: 'T1', externalId: 'U2', due: due(30) },
      { platform: 'slack', scope: 'T2', externalId: 'U3', due: due(10) },
      { platform: 'discord', scope: '', externalId: '1', due: due(2, 1) },
    ]);
    const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    await store.ledger.stopLane('slack:T2', NOW);
    expect(await store.ledger.lease('discord', NOW, 1)).toHaveLength(1);
    const waiting = await store.health.waiting(NOW);
    expect(waiting.toSorted((one, other) => one.count - other.count || one.lane.localeCompare(other.lane))).toEqual([
      { lane: 'discord', state: expect.any(String), count: 1, since: expect.anything() },
      { lane: 'discord', state: expect.any(String), count: 1, since: expect.anything() },
      { lane: 'slack:T2', state: 'stopped', count: 1, since: NOW.subtract({ minutes: 10 }) },
      { lane: 'slack:T1', state: 'due', count: 3, since: NOW.subtract({ minutes: 90 }) },
    ]);
    expect(waiting.flatMap(({ lane, state }) => (lane === 'discord' ? [state] : [])).toSorted()).toEqual([
      'due',
      'sending',
    ]);
    expect(await store.health.setAside()).toBe(0);
    await store.close();
  });
});
