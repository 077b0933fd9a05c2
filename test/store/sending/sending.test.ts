import { describe, expect, onTestFinished, test } from 'vitest';
import type { Delivery, Outcome } from '../../../src/core/ports/ledger.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { openStore } from '../../../src/store/open.ts';
import { SEED_KEY, seed } from '../../support/seed.ts';
import { databases, type Scratch, scratch } from '../databases.ts';

const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
const LANE = 'slack:T1';
const TIPS = { channel: 'C1', weekday: 1, hour: 9, zone: 'America/New_York' };
const later = (minutes: number) => NOW.add({ minutes });

describe.each(databases)('sending, as it is kept on $name', ({ create }) => {
  /** A store with so many due in one lane. */
  async function arrange(count: number) {
    const database: Scratch = await create();
    const people = Array.from({ length: count }, (_, index) => ({
      ...({ platform: 'slack', scope: 'T1', externalId: `U${index}` } as const),
      due: [NOW.epochMilliseconds],
    }));
    const ids = await seed(database.url, people);
    const store = await openStore({ databaseUrl: database.url, encryptionKey: SEED_KEY });
    onTestFinished(async () => {
      await store.close();
      await database.remove();
    });
    const settle = (delivery: Delivery | undefined, outcome: Outcome) =>
      store.ledger.recordOutcomes([{ id: delivery?.id ?? '', outcome }]);
    return { ids, store, settle };
  }
  const arrived = (store: OpenStore, externalId = 'U0') =>
    store.arrive({ platform: 'slack', scope: 'T1', externalId }, { externalId: 'T1', name: 'Aurora' }, NOW);

  test('what waits has made no attempt', async () => {
    const { store, settle } = await arrange(1);
    for (const minutes of [0, 1, 2]) {
      const [row] = await store.ledger.lease(LANE, later(minutes), 5);
      expect(row?.attempts).toBe(1);
      await settle(row, { status: 'waiting', tryAt: later(minutes + 1) });
      expect(await store.ledger.lanesDue(later(minutes))).toEqual([]);
    }
  });

  test('what may have arrived is looked up from its time on, and claimed by nobody', async () => {
    const { store, settle } = await arrange(1);
    const [row] = await store.ledger.lease(LANE, NOW, 5);
    await settle(row, { status: 'sending', tryAt: later(5), reason: 'unreachable', detail: 'no answer' });
    expect(await store.ledger.lanesDue(later(4))).toEqual([]);
    expect(await store.ledger.interrupted(LANE, later(4))).toEqual([]);
    expect(await store.ledger.lanesDue(later(5))).toEqual([LANE]);
    expect(await store.ledger.interrupted(LANE, later(5))).toMatchObject([{ id: row?.id, reason: 'unreachable' }]);
    expect(await store.ledger.lease(LANE, later(5), 5)).toEqual([]);
  });

  test('many outcomes are one write', async () => {
    const { store } = await arrange(500);
    const claimed = await store.ledger.lease(LANE, NOW, 500);
    await store.ledger.recordOutcomes(
      claimed.map(({ id }, index) => ({
        id,
        outcome: index % 2 ? { status: 'sent', messageId: `m${index}`, at: NOW } : { status: 'skipped', why: 'over' },
      })),
    );
    expect(await store.ledger.lanesDue(later(60))).toEqual([]);
    expect(await store.ledger.interrupted(LANE, later(60))).toEqual([]);
  });

  test('a stopped lane is not looked at until it is started', async () => {
    const { store } = await arrange(1);
    await store.ledger.stopLane(LANE, NOW);
    await store.ledger.stopLane(LANE, later(1));
    expect(await store.ledger.lanesDue(later(9))).toEqual([]);
    await store.ledger.startLane(LANE);
    expect(await store.ledger.lanesDue(later(9))).toEqual([LANE]);
  });

  test('what did not reach somebody is told them once', async () => {
    const { store, settle } = await arrange(2);
    const { user, account } = await arrived(store);
    for (const row of await store.ledger.lease(LANE, NOW, 5))
      await settle(row, { status: 'undelivered', reason: 'dms-closed', detail: '50007' });
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, account.id)).toMatchObject([
      { status: 'undelivered', reason: 'dms-closed' },
    ]);
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, account.id)).toEqual([]);
  });

  test('a channel’s problem pauses the tips, and is told once to whoever set them up', async () => {
    const { store } = await arrange(0);
    const { account, community } = await arrived(store);
    const id = community?.id ?? '';
    await store.communitySettings(id, NOW).planTips(TIPS, account.id);
    for (const _ of [1, 2]) await store.ledger.reportProblem(id, 'channel-gone', NOW);
    expect(await store.ledger.dueSubjects(later(60), 10)).toEqual([]);
    const told = await store.ledger.lease(LANE, NOW, 10);
    expect(told).toMatchObject([
      {
        kind: 'problem',
        recipient: { kind: 'person', account: { id: account.id } },
        about: { problem: 'channel-gone' },
      },
    ]);
    const mended = await store.communitySettings(id, later(1)).planTips({ ...TIPS, channel: 'C2' }, account.id);
    expect(mended.problem).toBeNull();
    expect(await store.ledger.dueSubjects(later(60), 10)).toHaveLength(1);
    await store.ledger.reportProblem(id, 'no-permission', later(2));
    expect(await store.ledger.lease(LANE, later(2), 10)).toHaveLength(1);
  });

  test('a community that removed the bot is found as it was within thirty days, and is gone after them', async () => {
    const { store } = await arrange(1);
    const { user, community } = await arrived(store);
    const other = await store.arrive(
      { platform: 'discord', scope: '', externalId: 'D1' },
      { externalId: 'G1', name: 'Other' },
      NOW,
    );
    await store.leave('slack', 'T1', NOW);
    expect(await store.ledger.lanesDue(later(1))).toEqual([]);
    await store.sweep(NOW.add({ hours: 24 * 29 }));
    await store.comeBack('slack', ['T1'], NOW.add({ hours: 24 * 29 }));
    expect(await store.ledger.lanesDue(later(1))).toEqual([LANE]);
    expect((await arrived(store)).user.id).toBe(user.id);

    await store.communitySettings(community?.id ?? '', NOW).planTips(TIPS);
    await store.leave('slack', 'T1', NOW);
    await store.sweep(NOW.add({ hours: 24 * 30 + 1 }));
    const again = await arrived(store);
    expect(again.community).toMatchObject({ tips: null });
    expect(again.community?.id).not.toBe(community?.id);
    // A notebook belongs to its person, wherever the bot is.
    expect(again.user.id).toBe(user.id);
    expect((await store.arrive({ ...other.account }, null, NOW)).user.id).toBe(other.user.id);
  });

  test('a workspace whose token was refused for thirty days is purged as if it had said goodbye', async () => {
    const { store } = await arrange(1);
    const { user, community } = await arrived(store);
    await store.ledger.stopLane(LANE, NOW);
    await store.sweep(NOW.add({ hours: 24 * 29 }));
    expect((await arrived(store)).community?.id).toBe(community?.id);
    await store.sweep(NOW.add({ hours: 24 * 30 + 1 }));
    const again = await arrived(store);
    expect(again.community?.id).not.toBe(community?.id);
    expect(again.user.id).toBe(user.id);
  });

  test('for as many days as are set', async () => {
    const { url } = await scratch(create);
    const store = await openStore({ databaseUrl: url, encryptionKey: SEED_KEY, retentionDays: 3 });
    onTestFinished(store.close);
    const { community } = await arrived(store);
    await store.leave('slack', 'T1', NOW);
    await store.sweep(NOW.add({ hours: 71 }));
    expect((await arrived(store)).community?.id).toBe(community?.id);
    await store.sweep(NOW.add({ hours: 73 }));
    expect((await arrived(store)).community?.id).not.toBe(community?.id);
  });

  test('a start that finds the bot nowhere else marks the others as left', async () => {
    const { store } = await arrange(0);
    const { community } = await arrived(store);
    await store.communitySettings(community?.id ?? '', NOW).planTips(TIPS);
    await store.comeBack('slack', ['T2'], NOW, true);
    expect(await store.ledger.dueSubjects(later(60), 10)).toEqual([]);
    await store.comeBack('slack', ['T1', 'T2'], NOW, true);
    expect(await store.ledger.dueSubjects(later(60), 10)).toHaveLength(1);
  });

  test('the channel of somebody’s direct messages is kept with their account', async () => {
    const { store } = await arrange(1);
    await store.keepDirectChannel({ platform: 'slack', scope: 'T1', externalId: 'U0' }, 'D1');
    expect(await store.ledger.lease(LANE, NOW, 1)).toMatchObject([{ recipient: { account: { directChannel: 'D1' } } }]);
  });
});
