import { describe, expect, test } from 'vitest';
import type { Planned, PlannedDelivery } from '../../../src/core/ports/ledger.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { databases, freshStore, NOW, newcomer } from '../databases.ts';

const LANE = 'slack:T1';
const TIPS = { channel: 'C1', weekday: 1, hour: 9, zone: 'America/New_York' };

const deliveryTo = (subject: Planned, change: Partial<PlannedDelivery> = {}): PlannedDelivery => ({
  kind: subject.kind === 'person' ? 'digest' : 'tip',
  recipient:
    subject.kind === 'person'
      ? { user: subject.user.id, account: subject.account.id }
      : { community: subject.community.id },
  lane: LANE,
  occurrence: '2026-11-22',
  dueAt: NOW,
  graceUntil: NOW.add({ hours: 3 }),
  ...change,
});

/** One user who asked for a digest, as the planner sees them. */
async function arrange(store: OpenStore) {
  const person = await newcomer(store);
  await person.fresh().changeProfile({ remind: 'weekly' });
  const subject = (await store.ledger.dueSubjects(NOW, 500)).find(
    planned => planned.kind === 'person' && planned.user.id === person.user.id,
  );
  if (!subject) throw new Error('nobody to plan');
  return { ...person, subject };
}

const plan = (store: OpenStore, subject: Planned, ...changes: Partial<PlannedDelivery>[]) =>
  store.ledger.recordPlan([
    { subject, deliveries: changes.map(change => deliveryTo(subject, change)), nextPlanAt: null },
  ]);

describe.each(databases)('the ledger on $name', ({ create }) => {
  test('people and communities are planned oldest first, as many as asked for', async () => {
    const store = await freshStore(create);
    const [late, early] = [await newcomer(store), await newcomer(store)];
    await late.fresh(3).changeProfile({ remind: 'weekly' });
    await early.fresh(1).changeProfile({ remind: 'eves' });
    await store.communitySettings(late.community?.id ?? '', NOW.add({ minutes: 2 })).planTips(TIPS);

    const planned = await store.ledger.dueSubjects(NOW.add({ minutes: 3 }), 10);
    expect(planned).toMatchObject([
      { kind: 'person', user: { id: early.user.id, remind: 'eves' }, account: { id: early.account.id } },
      { kind: 'channel', community: { id: late.community?.id, tips: TIPS } },
      { kind: 'person', user: { id: late.user.id } },
    ]);
    expect(planned.map(({ plannedFor }) => NOW.until(plannedFor).total('minutes'))).toEqual([1, 2, 3]);
    expect(await store.ledger.dueSubjects(NOW.add({ minutes: 2 }), 10)).toHaveLength(2);
    expect(await store.ledger.dueSubjects(NOW.add({ minutes: 3 }), 1)).toStrictEqual(planned.slice(0, 1));
  });

  test('a user is planned for on the account that asked, with a zone of the community they were last seen in', async () => {
    const store = await freshStore(create);
    const { fresh, account } = await newcomer(store);
    await store.arrive(account, { externalId: 'T2', name: 'Old', zone: 'Asia/Tokyo' }, NOW.subtract({ hours: 5 }));
    await store.arrive(account, { externalId: 'T3', name: 'New', zone: 'Asia/Kathmandu' }, NOW.add({ hours: 5 }));
    await fresh().changeProfile({ remind: 'weekly' });
    expect(await store.ledger.dueSubjects(NOW, 10)).toMatchObject([
      { account: { id: account.id }, communityZone: 'Asia/Kathmandu', user: { zone: null } },
    ]);
  });

  test('what is planned is recorded, and its subject comes again when it says', async () => {
    const store = await freshStore(create);
    const { subject } = await arrange(store);
    const next = NOW.add({ hours: 168 });
    await store.ledger.recordPlan([{ subject, deliveries: [deliveryTo(subject)], nextPlanAt: next }]);
    expect(await store.ledger.dueSubjects(next.subtract({ seconds: 1 }), 10)).toEqual([]);
    expect(await store.ledger.dueSubjects(next, 10)).toMatchObject([{ kind: 'person' }]);
    expect(await store.ledger.lanesDue(NOW)).toEqual([LANE]);
  });

  test('what is planned twice is sent once', async () => {
    const store = await freshStore(create);
    const { subject } = await arrange(store);
    await Promise.all([1, 2, 3].map(() => plan(store, subject, {}, { occurrence: '2026-11-29' })));
    await plan(store, subject, { lane: 'elsewhere', dueAt: NOW.subtract({ hours: 1 }) });
    const claimed = await store.ledger.lease(LANE, NOW, 10);
    expect(claimed.map(({ occurrence }) => occurrence).sort()).toEqual(['2026-11-22', '2026-11-29']);
    expect(await store.ledger.lanesDue(NOW)).toEqual([LANE]);
  });

  test('a setting that was changed while the planner thought is planned anew', async () => {
    const store = await freshStore(create);
    const { subject, fresh } = await arrange(store);
    await fresh(1).changeProfile({ digestHour: 7 });
    await store.ledger.recordPlan([{ subject, deliveries: [], nextPlanAt: NOW.add({ hours: 168 }) }]);
    expect(await store.ledger.dueSubjects(NOW.add({ minutes: 1 }), 10)).toMatchObject([{ user: { digestHour: 7 } }]);
  });

  test('a plan of many is one write', async () => {
    const store = await freshStore(create);
    const { subject } = await arrange(store);
    const days = Array.from({ length: 2000 }, (_, days) => Temporal.PlainDate.from('2026-01-01').add({ days }));
    await plan(store, subject, ...days.map(day => ({ occurrence: day.toString() })));
    expect(await store.ledger.lease(LANE, NOW, 5000)).toHaveLength(2000);
  });

  test('a lane’s due rows are claimed oldest first, once, with their recipient', async () => {
    const store = await freshStore(create);
    const { subject, user, account } = await arrange(store);
    await plan(
      store,
      subject,
      { occurrence: '2026-11-03', dueAt: NOW.subtract({ minutes: 1 }) },
      { occurrence: '2026-11-02', dueAt: NOW.subtract({ minutes: 2 }) },
      { occurrence: '2026-11-04', dueAt: NOW.add({ seconds: 1 }) },
      { occurrence: '2026-11-05', lane: 'slack:T2' },
    );
    const first = await store.ledger.lease(LANE, NOW, 1);
    expect(first).toMatchObject([
      {
        kind: 'digest',
        lane: LANE,
        occurrence: '2026-11-02',
        status: 'sending',
        attempts: 1,
        recipient: { kind: 'person', user: { id: user.id }, account },
      },
    ]);
    expect(first[0]?.dueAt.equals(NOW.subtract({ minutes: 2 }))).toBe(true);
    expect(first[0]?.graceUntil.equals(NOW.add({ hours: 3 }))).toBe(true);
    expect((await store.ledger.lease(LANE, NOW, 9)).map(({ occurrence }) => occurrence)).toEqual(['2026-11-03']);
    expect(await store.ledger.lease(LANE, NOW, 9)).toEqual([]);
    expect((await store.ledger.interrupted(LANE, NOW)).map(({ occurrence }) => occurrence)).toEqual([
      '2026-11-02',
      '2026-11-03',
    ]);
    expect(await store.ledger.interrupted('slack:T2', NOW)).toEqual([]);
  });

  test('claims at once share nothing', async () => {
    const store = await freshStore(create);
    const { subject } = await arrange(store);
    const days = Array.from({ length: 60 }, (_, days) => Temporal.PlainDate.from('2026-01-01').add({ days }));
    await plan(store, subject, ...days.map(day => ({ occurrence: day.toString() })));
    const claims = await Promise.all(Array.from({ length: 8 }, () => store.ledger.lease(LANE, NOW, 10)));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  test('a passing failure is due again, later; an end is an end', async () => {
    const store = await freshStore(create);
    const { subject, user } = await arrange(store);
    await plan(store, subject, ...['01', '02', '03', '04'].map(day => ({ occurrence: `2026-11-${day}` })));
    const [sent, skipped, failed, later] = await store.ledger.lease(LANE, NOW, 4);
    const tryAt = NOW.add({ minutes: 5 });
    await store.ledger.recordOutcomes([
      { id: sent?.id ?? '', outcome: { status: 'sent', messageId: 'm1', at: NOW } },
      { id: skipped?.id ?? '', outcome: { status: 'skipped', why: 'nothing to say' } },
      { id: failed?.id ?? '', outcome: { status: 'undelivered', reason: 'dms-closed', detail: '50007' } },
      { id: later?.id ?? '', outcome: { status: 'due', tryAt, reason: 'unreachable', detail: 'EPIPE' } },
    ]);

    const statuses = [sent, skipped, failed, later].map(row => store.ledger.deliveryFor(user.id, row?.id ?? ''));
    expect((await Promise.all(statuses)).map(row => row?.status)).toEqual(['sent', 'skipped', 'undelivered', 'due']);
    expect(await store.ledger.lanesDue(NOW)).toEqual([]);
    expect(await store.ledger.lease(LANE, NOW, 9)).toEqual([]);
    expect(await store.ledger.lease(LANE, tryAt, 9)).toMatchObject([{ id: later?.id, attempts: 2 }]);
  });

  test('a lane with nothing but what a crash left behind is still looked at', async () => {
    const store = await freshStore(create);
    const { subject } = await arrange(store);
    await plan(store, subject, {});
    expect(await store.ledger.lanesDue(NOW.subtract({ seconds: 1 }))).toEqual([]);
    await store.ledger.lease(LANE, NOW, 9);
    expect(await store.ledger.lanesDue(NOW)).toEqual([LANE]);
  });

  test('a tip goes to its community as it is now', async () => {
    const store = await freshStore(create);
    const { community } = await newcomer(store);
    const desk = store.communitySettings(community?.id ?? '', NOW);
    await desk.planTips(TIPS);
    const [subject] = await store.ledger.dueSubjects(NOW, 10);
    if (!subject) throw new Error('nothing to plan');
    await plan(store, subject, {});
    await desk.planTips({ ...TIPS, channel: 'C2' });
    expect(await store.ledger.lease(LANE, NOW, 9)).toMatchObject([
      { kind: 'tip', recipient: { kind: 'channel', community: { name: 'Aurora', tips: { channel: 'C2' } } } },
    ]);
  });

  test('a person is planned and written to by the season of their community', async () => {
    const store = await freshStore(create);
    const person = await newcomer(store);
    await person.fresh().changeProfile({ remind: 'weekly' });
    await store.communitySettings(person.community?.id ?? '', NOW).keepTrack({ shiftDays: 14, match: false });
    const [subject] = await store.ledger.dueSubjects(NOW, 9);
    expect(subject).toMatchObject({ kind: 'person', track: { shiftDays: 14, match: false } });
    if (!subject) throw new Error('nobody to plan');
    await plan(store, subject, {});
    expect(await store.ledger.lease(LANE, NOW, 9)).toMatchObject([
      { recipient: { kind: 'person', track: { shiftDays: 14, match: false } } },
    ]);
  });

  test('a delivery is shown to its own user alone', async () => {
    const store = await freshStore(create);
    const { subject, user } = await arrange(store);
    const other = await newcomer(store);
    await plan(store, subject, {});
    const [row] = await store.ledger.lease(LANE, NOW, 9);
    expect(await store.ledger.deliveryFor(user.id, row?.id ?? '')).toMatchObject({
      id: row?.id,
      recipient: { account: row?.recipient?.kind === 'person' ? row.recipient.account : {} },
    });
    expect(await store.ledger.deliveryFor(other.user.id, row?.id ?? '')).toBeUndefined();
    expect(await store.ledger.deliveryFor(user.id, 'nothing')).toBeUndefined();
  });

  test('who is gone by the time of the claim is nobody', async () => {
    const store = await freshStore(create);
    const { subject } = await arrange(store);
    const recipient = { user: 'gone', account: 'gone' };
    await plan(store, subject, { recipient });
    expect(await store.ledger.lease(LANE, NOW, 9)).toMatchObject([{ recipient: null }]);
  });
});
