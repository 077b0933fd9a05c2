import { describe, expect, test } from 'vitest';
import { databases, freshStore, NOW } from './databases.ts';

const later = (minutes: number) => NOW.add({ minutes });

describe.each(databases)('where the Slack app is installed, on $name', ({ create }) => {
  test('is written anew under the same key, found, read by what changed, and forgotten', async () => {
    const { slackApps } = await freshStore(create);
    await slackApps.keep({ key: 'T1', app: 'first' }, NOW);
    await slackApps.keep({ key: 'T2', app: 'other' }, NOW);
    await slackApps.keep({ key: 'T1', app: 'second' }, later(5));
    expect(await slackApps.find('T1')).toBe('second');
    expect(await slackApps.changed()).toHaveLength(2);
    expect(await slackApps.changed(later(1))).toEqual([{ key: 'T1', app: 'second' }]);
    await slackApps.forget(['T1', 'never there']);
    expect(await slackApps.find('T1')).toBeUndefined();
  });

  test('a token is tended by one at a time, and by another after five minutes', async () => {
    const { slackApps } = await freshStore(create);
    await slackApps.keep({ key: 'T1', app: '{}' }, NOW);
    const both = await Promise.all([slackApps.tend('T1', NOW), slackApps.tend('T1', NOW)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await slackApps.tend('T1', later(4))).toBe(false);
    expect(await slackApps.tend('T1', later(6))).toBe(true);
  });

  test('a state is taken once, in time, and only where it was issued', async () => {
    const { slackApps } = await freshStore(create);
    for (const state of ['once', 'late']) await slackApps.issue(state, later(10));
    const taken = await Promise.all([slackApps.take('once', later(1)), slackApps.take('once', later(1))]);
    expect(taken.sort()).toEqual([false, true]);
    expect(await slackApps.take('late', later(11))).toBe(false);
    expect(await slackApps.take('guessed', NOW)).toBe(false);
  });

  test('as many states as are asked for take a bounded room', async () => {
    const { slackApps } = await freshStore(create);
    for (let index = 0; index < 1005; index += 1) await slackApps.issue(`s${index}`, NOW.add({ seconds: 600 + index }));
    expect(await slackApps.take('s0', NOW)).toBe(false);
    expect(await slackApps.take('s1004', NOW)).toBe(true);
  });

  test('a workspace that joins an organization takes its people along, but nobody who came by it before', async () => {
    const store = await freshStore(create);
    const at = (scope: string, externalId: string) => ({ platform: 'slack', scope, externalId }) as const;
    const here = { externalId: 'T1', name: 'East' };
    const [ana, ben] = [
      await store.arrive(at('T1', 'UANA'), here, NOW),
      await store.arrive(at('T1', 'UBEN'), here, NOW),
    ];
    const other = await store.arrive(at('E1', 'UBEN'), null, NOW);
    await store.slackApps.join('T1', 'E1');
    await store.slackApps.join('T1', 'E1');
    expect((await store.arrive(at('E1', 'UANA'), here, NOW)).user.id).toBe(ana.user.id);
    expect((await store.arrive(at('E1', 'UBEN'), here, NOW)).user.id).toBe(other.user.id);
    expect(await store.knows([at('T1', 'UBEN')])).toBe(true);
    expect(ben.user.id).not.toBe(other.user.id);
  });
});
