import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../src/core/runtime/id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { databases, scratch } from '../databases.ts';

async function arrange() {
  const [{ create }] = databases;
  const { url } = await scratch(create);
  const { client, close } = await openDatabase(url);
  onTestFinished(close);
  const user = (id = newId()) => ({ data: { id, createdAt: new Date(0) } });
  return { client, user };
}

test('a write beside a transaction that is rolled back stays', async () => {
  const { client, user } = await arrange();
  let bystander: Promise<unknown> = Promise.resolve();
  const rolledBack = client.$transaction(async tx => {
    await tx.user.create(user('inside'));
    bystander = client.user.create(user('bystander'));
    await setImmediate();
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await bystander;
  expect((await client.user.findMany({})).map(({ id }) => id)).toEqual(['bystander']);
});

test('acknowledged writes beside failing nested ones are all there', async () => {
  const { client, user } = await arrange();
  await client.user.create(user('taken'));
  const contact = { name: 'x', nameKey: 'same', role: 'other', createdAt: new Date(0), writeId: 'w' };
  // The second contact has the first one's key: the user and the first contact are rolled back with it.
  const nested = () => {
    const contacts = { create: [1, 2].map(() => ({ id: newId(), ...contact })) };
    return client.user.create({ data: { ...user().data, contacts } });
  };
  const writes = Array.from({ length: 150 }, (_, index) =>
    index % 3 === 0 ? nested().then(Boolean, () => false) : client.user.create(user()).then(Boolean),
  );
  const acknowledged = (await Promise.all(writes)).filter(Boolean).length;
  expect(acknowledged).toBe(100);
  expect(await client.user.count()).toBe(101);
  expect(await client.contact.count()).toBe(0);
});

test('a transaction sees its own writes, and others see them once it is over', async () => {
  const { client, user } = await arrange();
  let outside: Promise<number> = Promise.resolve(0);
  await client.$transaction(async tx => {
    outside = client.user.count();
    await tx.user.create(user());
    await setImmediate();
    expect(await tx.user.count()).toBe(1);
  });
  expect(await outside).toBe(1);
});

test('a long row of awaited queries lets timers run', async () => {
  const { client, user } = await arrange();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  for (let index = 0; index < 300; index++) await client.user.create(user());
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(2);
});

test('what is acknowledged is on the disk', async () => {
  const { client } = await arrange();
  expect(await client.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: 'wal' }]);
  expect(await client.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }]);
  expect(await client.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }]);
});
