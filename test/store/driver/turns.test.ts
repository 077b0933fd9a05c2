import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../src/core/runtime/id.ts';
import { createTurns } from '../../../src/store/driver/turns.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { databases, scratch } from '../databases.ts';

const user = () => ({ data: { id: newId(), createdAt: new Date(0) } });

async function arrange(create: (typeof databases)[number]['create']) {
  const { url } = await scratch(create);
  const database = await openDatabase(url);
  onTestFinished(database.close);
  return database;
}

test('two classes take turns where both wait, and each keeps its order', async () => {
  const { take: turn } = createTurns();
  const order: string[] = [];
  const take = async (of: 'people' | 'engine', name: string) => {
    const end = await turn(of);
    order.push(name);
    end();
  };
  const first = await turn('people');
  const all = [
    ...['p1', 'p2', 'p3', 'p4'].map(name => take('people', name)),
    ...['e1', 'e2'].map(name => take('engine', name)),
  ];
  first();
  await Promise.all(all);
  expect(order).toEqual(['e1', 'p1', 'e2', 'p2', 'p3', 'p4']);
});

test('on SQLite the engine waits for a few statements, however many are in line', async () => {
  const { client, engine } = await arrange(databases[0].create);
  let answered = 0;
  const flood = Array.from({ length: 500 }, async () => {
    await client.user.create(user());
    answered += 1;
  });
  await flood[0];
  const before = answered;
  for (let statement = 0; statement < 10; statement += 1) await engine.user.count();
  // Some of them pass while a statement of the engine is on its way to the line.
  expect(answered - before).toBeLessThan(100);
  await Promise.all(flood);
  expect(await engine.user.count()).toBe(500);
});

test('on SQLite the engine’s writes and those of people share one connection, and neither joins the other’s transaction', async () => {
  const { client, engine } = await arrange(databases[0].create);
  let beside: Promise<unknown> = Promise.resolve();
  const rolledBack = client.$transaction(async tx => {
    await tx.user.create(user());
    beside = engine.user.create(user());
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await beside;
  expect(await client.user.count()).toBe(1);
});

test('on PostgreSQL the engine has connections of its own', async () => {
  const { client, engine } = await arrange(databases[1].create);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const transactions = Array.from({ length: 30 }, () =>
    client.$transaction(async tx => {
      await tx.user.create(user());
      await held;
    }),
  );
  expect(await engine.user.count()).toBe(0);
  letGo();
  await Promise.all(transactions);
  expect(await engine.user.count()).toBe(30);
});
