import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../src/store/open.ts';
import { databases, NOW } from '../databases.ts';

test('a statement is compiled once, however often it runs', async () => {
  const database = await databases[0].create();
  const { client, close } = await openDatabase(database.url);
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const user = (id: string) => ({ id, createdAt: new Date(NOW.epochMilliseconds) });
  await client.user.create({ data: user('first') });
  const compiled = prepare.mock.calls.length;
  for (const id of ['second', 'third']) await client.user.create({ data: user(id) });
  expect(prepare.mock.calls.length).toBe(compiled);
  expect((await client.user.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual([
    'first',
    'second',
    'third',
  ]);
  prepare.mockRestore();
  await close();
  await database.remove();
});
