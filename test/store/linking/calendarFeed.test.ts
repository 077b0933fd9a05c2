import { describe, expect, test } from 'vitest';
import type { Account } from '../../../src/core/ports/users.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { databases, freshStoreAt, NOW, newcomer, sharedStore } from '../databases.ts';
import { dump } from '../raw.ts';

const feedOf = (store: OpenStore, account: Account, minutes = 0) => store.calendarFeed(account, NOW.add({ minutes }));
const userOf = async (store: OpenStore, secret: string) => (await store.openCalendar(secret))?.user.id;

describe.each(databases)('the address of a calendar on $name', ({ create }) => {
  const shared = sharedStore(create);

  test('opens its own user’s alone, until a new one or the end of it', async () => {
    const store = shared();
    const [ana, ben] = [await newcomer(store), await newcomer(store)];
    expect(await feedOf(store, ana.account).since()).toBeNull();
    const [secret, other] = [await feedOf(store, ana.account).issue(), await feedOf(store, ben.account).issue()];
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await userOf(store, secret)).toBe(ana.user.id);
    expect(await userOf(store, other)).toBe(ben.user.id);
    expect(await feedOf(store, ana.account).since()).toEqual(NOW);
    const next = await feedOf(store, ana.account, 5).issue();
    expect(await userOf(store, secret)).toBeUndefined();
    expect(await userOf(store, next)).toBe(ana.user.id);
    expect(await feedOf(store, ana.account).revoke()).toBe(true);
    expect(await feedOf(store, ana.account).revoke()).toBe(false);
    expect(await userOf(store, next)).toBeUndefined();
    expect(await userOf(store, other)).toBe(ben.user.id);
  });

  test('is dead once everything is erased', async () => {
    const store = shared();
    const { account } = await newcomer(store);
    const secret = await feedOf(store, account).issue();
    await store.notebook({ account, requestId: crypto.randomUUID(), now: NOW }).eraseAll();
    expect(await userOf(store, secret)).toBeUndefined();
  });

  test('knows since when what it gives is the same', async () => {
    const store = shared();
    const { account } = await newcomer(store);
    const secret = await feedOf(store, account).issue();
    const given = async (digest: string, minutes: number) =>
      (await store.openCalendar(secret))?.given(digest, NOW.add({ minutes, milliseconds: 400 }));
    expect(await given('one', 1)).toEqual(NOW.add({ minutes: 1 }));
    expect(await given('one', 2)).toEqual(NOW.add({ minutes: 1 }));
    expect(await given('two', 3)).toEqual(NOW.add({ minutes: 3 }));
  });

  test('stays with the account that made it, when two are joined and parted', async () => {
    const store = shared();
    const [first, second] = [await newcomer(store), await newcomer(store)];
    const [own, theirs] = [await feedOf(store, first.account).issue(), await feedOf(store, second.account).issue()];
    const code = await store.linking(first.account, NOW).issueCode();
    const joined = await store.linking(second.account, NOW).redeem(code);
    if (!joined.linked || !joined.linkId) throw new Error('not joined');
    const alive = [await userOf(store, own), await userOf(store, theirs)].filter(id => id !== undefined);
    expect(alive).toHaveLength(1);
    const { account } = await store.arrive(second.account, null, NOW);
    const made = await feedOf(store, account).issue();
    expect(await userOf(store, made)).toBe(account.userId);
    await store.linking(account, NOW).unlink(joined.linkId);
    const parted = [
      await store.arrive(first.account, null, NOW),
      await store.arrive(second.account, null, NOW),
    ] as const;
    const opens = await userOf(store, made);
    // Never what stays with the other.
    if (opens !== undefined) expect(opens).toBe(parted[1].user.id);
    expect(await userOf(store, own)).toBeUndefined();
  });

  test('is kept as a digest alone', async () => {
    const { store, url } = await freshStoreAt(create);
    const { account } = await newcomer(store);
    const secret = await feedOf(store, account).issue();
    expect(await userOf(store, secret)).toBe(account.userId);
    await store.close();
    expect(JSON.stringify(await dump(url))).not.toContain(secret);
  });
});
