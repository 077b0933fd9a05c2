import { describe, expect, test } from 'vitest';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { databases, freshStore, KEY, NOW, newcomer, scratch } from '../databases.ts';

const who = { platform: 'slack', scope: 'T1', externalId: 'U1' } as const;
const where = { externalId: 'T1', name: 'Aurora' };

describe.each(databases)('who arrives on $name', ({ create }) => {
  test('a first request makes an account, its user and the community; the next finds them', async () => {
    const store = await freshStore(create);
    const first = await store.arrive(who, where, NOW);
    expect(first.account).toMatchObject({ ...who, userId: first.user.id });
    expect(first.community).toMatchObject({ platform: 'slack', ...where, zone: null, tips: null, paused: false });
    expect(first.isOrganizer).toBe(false);
    for (const id of [first.account.id, first.user.id, first.community?.id]) expect(id).toMatch(/^[\w-]{22}$/);
    expect(await store.arrive(who, where, NOW.add({ hours: 2 }))).toStrictEqual(first);
  });

  test('first requests at once make one user', async () => {
    const store = await freshStore(create);
    const arrivals = await Promise.all(Array.from({ length: 8 }, () => store.arrive(who, where, NOW)));
    expect(new Set(arrivals.map(({ user }) => user.id)).size).toBe(1);
    expect(new Set(arrivals.map(({ community }) => community?.id)).size).toBe(1);
  });

  test('the same id on another platform or in another workspace is somebody else', async () => {
    const store = await freshStore(create);
    const identities = [who, { ...who, platform: 'discord', scope: '' }, { ...who, scope: 'T2' }] as const;
    const users = [];
    for (const identity of identities) users.push((await store.arrive(identity, null, NOW)).user.id);
    expect(new Set(users).size).toBe(3);
    const places = [];
    for (const identity of identities) places.push((await store.arrive(identity, where, NOW)).community?.id);
    expect(new Set(places).size).toBe(2);
  });

  test('in a direct message there is no community', async () => {
    const store = await freshStore(create);
    expect(await store.arrive(who, null, NOW)).toMatchObject({ community: null, isOrganizer: false });
  });

  test('the platform’s zone is taken while the user has none', async () => {
    const store = await freshStore(create);
    expect((await store.arrive(who, null, NOW)).user.zone).toBeNull();
    expect((await store.arrive(who, null, NOW, 'America/Chicago')).user.zone).toBe('America/Chicago');
    expect((await store.arrive(who, null, NOW, 'Asia/Tokyo')).user.zone).toBe('America/Chicago');
  });

  test('a community is renamed, and keeps the first zone that is known of it', async () => {
    const store = await freshStore(create);
    await store.arrive(who, where, NOW);
    const renamed = { ...where, name: 'Borealis', zone: 'America/Denver' };
    expect((await store.arrive(who, renamed, NOW)).community).toMatchObject(renamed);
    const moved = await store.arrive(who, { ...renamed, zone: 'Asia/Tokyo' }, NOW);
    expect(moved.community).toMatchObject(renamed);
  });

  test('a community keeps its own season, and its members go by it in direct messages too', async () => {
    const store = await freshStore(create);
    const { community, track } = await store.arrive(who, where, NOW);
    expect(track).toEqual({ shiftDays: 0, match: true });
    const desk = store.communitySettings(community?.id ?? '', NOW);
    expect((await desk.keepTrack({ shiftDays: -14 })).track).toEqual({ shiftDays: -14, match: true });
    expect((await desk.keepTrack({ match: false })).track).toEqual({ shiftDays: -14, match: false });
    expect((await store.arrive(who, null, NOW)).track).toEqual({ shiftDays: -14, match: false });
    await store.arrive(who, { externalId: 'T2', name: 'Borealis' }, NOW.add({ hours: 1 }));
    expect((await store.arrive(who, null, NOW)).track).toEqual({ shiftDays: 0, match: true });
  });

  test('an organizer is one in one community, by one account', async () => {
    const store = await freshStore(create);
    const { account, community } = await store.arrive(who, where, NOW);
    expect(await store.hasOrganizer('slack', 'T1')).toBe(false);
    await store.makeOrganizer(community?.id ?? '', account.id);
    await store.makeOrganizer(community?.id ?? '', account.id);
    expect(await store.hasOrganizer('slack', 'T1')).toBe(true);
    expect(await store.hasOrganizer('discord', 'T1')).toBe(false);
    expect(await store.hasOrganizer('slack', 'T2')).toBe(false);
    expect((await store.arrive(who, where, NOW)).isOrganizer).toBe(true);
    expect((await store.arrive(who, { ...where, externalId: 'T2' }, NOW)).isOrganizer).toBe(false);
    expect((await store.arrive({ ...who, externalId: 'U2' }, where, NOW)).isOrganizer).toBe(false);
  });

  test('that somebody was seen is written once an hour', async () => {
    const { url } = await scratch(create);
    const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    const { account } = await store.arrive(who, where, NOW);
    await store.arrive({ ...who, externalId: 'U2' }, where, NOW);
    await store.arrive(who, where, NOW.add({ minutes: 59 }));
    await store.arrive({ ...who, externalId: 'U2' }, where, NOW.add({ minutes: 61 }));
    await store.close();
    const { client, close } = await openDatabase(url);
    const [one, other] = await client.account.findMany({ orderBy: { externalId: 'asc' } });
    const members = await client.membership.findMany({ orderBy: { seenAt: 'asc' } });
    await close();
    expect(one).toMatchObject({ id: account.id, lastSeenAt: new Date(NOW.epochMilliseconds) });
    expect(other?.lastSeenAt).toEqual(new Date(NOW.add({ minutes: 61 }).epochMilliseconds));
    expect(members.map(({ seenAt }) => seenAt)).toEqual([one?.lastSeenAt, other?.lastSeenAt]);
  });
});

describe.each(databases)('a community’s desk on $name', ({ create }) => {
  const plan = { channel: 'C1', weekday: 1, hour: 9, zone: 'America/New_York' };

  test('tips are planned at once, not while they are paused, and again after', async () => {
    const store = await freshStore(create);
    const { community } = await newcomer(store);
    const desk = (minutes: number) => store.communitySettings(community?.id ?? '', NOW.add({ minutes }));
    const due = async () => (await store.ledger.dueSubjects(NOW.add({ hours: 1 }), 10)).map(({ kind }) => kind);

    expect(await desk(0).pause(false)).toMatchObject({ paused: false, tips: null });
    expect(await due()).toEqual([]);
    expect((await desk(1).planTips(plan)).tips).toEqual(plan);
    expect(await due()).toEqual(['channel']);
    expect(await desk(2).pause(true)).toMatchObject({ paused: true, tips: plan });
    expect(await due()).toEqual([]);
    await desk(3).planTips({ ...plan, hour: 8 });
    expect(await due()).toEqual([]);
    expect(await desk(4).pause(false)).toMatchObject({ paused: false, tips: { hour: 8 } });
    expect(await due()).toEqual(['channel']);
  });

  test('members are counted from five on, each once', async () => {
    const store = await freshStore(create);
    const { community, account } = await newcomer(store);
    const desk = store.communitySettings(community?.id ?? '', NOW);
    for (let others = 0; others < 3; others++) await newcomer(store);
    await store.arrive(account, where, NOW.add({ hours: 5 }));
    await store.arrive({ ...who, externalId: 'U9' }, { externalId: 'T2', name: 'Other' }, NOW);
    expect(await desk.counts()).toBeNull();
    const later = store.communitySettings(community?.id ?? '', NOW.add({ hours: 24 * 7 + 1 }));
    expect(await later.counts()).toEqual({ members: null, logged: null });
    await newcomer(store);
    expect(await later.counts()).toEqual({ members: 5, logged: null });
    expect(await desk.counts()).toBeNull();
  });

  test('what waits for the next tip moves with the plan, and who changed what is kept for a while', async () => {
    const store = await freshStore(create);
    const { community, account } = await newcomer(store);
    const desk = (minutes: number) => store.communitySettings(community?.id ?? '', NOW.add({ minutes }), account.id);
    const [monday, tuesday] = ['2026-11-23', '2026-11-24'].map(day => Temporal.PlainDate.from(day));
    await desk(0).planTips(plan);
    await desk(1).keepNext({ ownLine: { text: 'Mock interviews on Friday', on: monday as Temporal.PlainDate } });
    const moved = await desk(2).planTips({ ...plan, weekday: 2 }, account.id, {
      ownLineOn: tuesday as Temporal.PlainDate,
    });
    expect(moved.ownLine).toEqual({ text: 'Mock interviews on Friday', on: tuesday });
    expect((await desk(3).keepNext({ ownLine: null })).ownLine).toBeNull();
    expect((await desk(4).keepNext({ skipOn: tuesday as Temporal.PlainDate })).skipOn).toEqual(tuesday);
    expect((await desk(5).keepPingRole('123')).pingRole).toBe('123');
    expect((await desk(6).changes()).map(({ what }) => what)).toEqual([
      'role',
      'skip',
      'no-line',
      'tips',
      'line',
      'tips',
    ]);
    for (let minutes = 7; minutes < 40; minutes += 1) await desk(minutes).pause(minutes % 2 === 0);
    expect(await desk(40).changes()).toHaveLength(20);
    await store.notebook({ account, requestId: 'r', now: NOW }).eraseAll();
    expect((await desk(41).changes())[0]).toMatchObject({ what: 'resumed', by: null });
  });
});
