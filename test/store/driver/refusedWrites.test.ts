import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { watchWrites } from '../../../src/store/driver/refusedWrites.ts';
import { serialized } from '../../../src/store/driver/serialized.ts';
import { openStore } from '../../../src/store/open.ts';
import { blankPostgres, KEY, NOW, newcomer } from '../databases.ts';

test('F22: a disk without room is remembered until something was written again', async () => {
  const writes = watchWrites();
  const pragmas = 'PRAGMA max_page_count = 4;';
  const adapter = await writes.watched(serialized(new PrismaBetterSqlite3({ url: ':memory:' }), pragmas)).connect();
  onTestFinished(() => adapter.dispose());
  const run = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] });
  await run('CREATE TABLE "Note" ("text" TEXT)');
  expect(writes.why()).toBeUndefined();
  const write = async (insert: string) => {
    const transaction = await adapter.startTransaction();
    try {
      await transaction.executeRaw({ sql: insert, args: [], argTypes: [] });
      await transaction.commit();
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  };
  const long = `INSERT INTO "Note" VALUES ('${'x'.repeat(100_000)}')`;
  await expect(write(long)).rejects.toThrow();
  expect(writes.why()).toBe('the database cannot be written: there is no room on its disk');
  await expect(adapter.queryRaw({ sql: 'SELECT * FROM "Note"', args: [], argTypes: [] })).resolves.toBeDefined();
  expect(writes.why()).toBeDefined();
  await adapter.executeScript('PRAGMA max_page_count = 1000');
  await write(long);
  expect(writes.why()).toBeUndefined();
});

test('F22: a PostgreSQL that takes no writes any more is told to the operator, and when it does again', async () => {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
  onTestFinished(() => store.close());
  const name = new URL(url).pathname.slice(1);
  const server = await new PrismaPg(inject('postgres')).connect();
  onTestFinished(() => server.dispose());
  const run = (sql: string) => server.executeRaw({ sql, args: [], argTypes: [] });
  const make = async (readOnly: 'on' | 'off') => {
    await run(`ALTER DATABASE ${name} SET default_transaction_read_only = ${readOnly}`);
    await run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  };
  await newcomer(store);
  await make('on');
  const write = () => store.keepDirectChannel({ platform: 'slack', scope: 'T1', externalId: 'U1' }, `${NOW}`);
  await expect
    .poll(async () => {
      await write().catch(() => {});
      return store.health.trouble();
    })
    .toBe('the database cannot be written: it is read-only');
  await make('off');
  await expect.poll(() => store.health.trouble()).toBeUndefined();
});
