import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/core/ports/errors.ts';
import { openBeside } from '../../../src/store/driver/beside.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { type OpenStore, openStore } from '../../../src/store/open.ts';
import { copySqlite } from '../../../src/store/upkeep/copySqlite.ts';
import { createDailyCopies } from '../../../src/store/upkeep/dailyCopies.ts';
import { checksums, differences } from '../../../src/store/upkeep/models.ts';
import { restore } from '../../../src/store/upkeep/restore.ts';
import { DAY, databases, freshStoreAt, KEY, NOW, newcomer, scratch, sqlite } from '../databases.ts';
import { deliveryTo } from '../raw.ts';

const keys = [KEY];
const { create } = { create: sqlite };

/** A database of its own with a folder beside it, and somebody who logged something. */
async function place() {
  const { url } = await scratch(create);
  const path = sqlitePath(url) ?? '';
  return { url, path, folder: join(dirname(path), 'backups'), copy: join(dirname(path), 'backups', 'copy.db') };
}
const open = (url: string, encryptionKey = KEY) => openStore({ databaseUrl: url, encryptionKey });

async function logged(store: OpenStore, count: number) {
  const ana = await newcomer(store);
  for (let index = 0; index < count; index += 1)
    await ana.fresh().logInteraction({ who: `Person ${index}`, stance: 'good', sentence: 'Calm at night', day: DAY });
  return ana;
}

async function sumsOf(path: string) {
  const client = openBeside(`file:${path}`);
  try {
    return await checksums(client);
  } finally {
    await client.$disconnect();
  }
}
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it was done',
    error => {
      expect(error).toBeInstanceOf(StartError);
      expect(error.message).toMatch(/^[^\n]+\.$/);
      return error.message;
    },
  );

describe('a copy', () => {
  test('is one moment of a database that is written to meanwhile, in one file for its owner alone', async () => {
    const { url, path, copy } = await place();
    const store = await open(url);
    const ana = await logged(store, 30);
    let isCopying = true;
    const copying = copySqlite(path, copy).finally(() => {
      isCopying = false;
    });
    let written = 0;
    for (; isCopying || written < 5; written += 1)
      await ana.fresh().logInteraction({ who: `Later ${written}`, stance: 'good', day: DAY });
    const { rows, bytes } = await copying;
    await store.close();
    expect(readdirSync(dirname(copy))).toEqual(['copy.db']);
    expect(statSync(copy)).toMatchObject({ size: bytes });
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    const sums = await sumsOf(copy);
    expect(Object.values(sums).reduce((sum, table) => sum + table.rows, 0)).toBe(rows);
    expect(sums.LogEntry.rows).toBeGreaterThanOrEqual(30);
    // A log entry comes with its person, in one transaction: none stands there alone.
    expect(sums.LogEntry.rows).toBe(sums.Contact.rows);
  });

  test('erased or damaged, the database comes back from it, equal by checksum, and the other lies aside', async () => {
    const { url, path, copy } = await place();
    const store = await open(url);
    const ana = await logged(store, 20);
    await copySqlite(path, copy);
    const before = await sumsOf(path);
    await ana.fresh().eraseAll();
    await store.close();
    expect(differences(before, await sumsOf(path))).toContain('LogEntry');

    const done = await restore({ from: copy, to: path, keys, now: NOW });
    expect(differences(before, await sumsOf(path))).toEqual([]);
    expect((await sumsOf(done.before ?? '')).LogEntry.rows).toBe(0);
    writeFileSync(path, 'no database any more');
    rmSync(`${path}-wal`, { force: true });
    await restore({ from: copy, to: path, keys, now: NOW.add({ seconds: 1 }) });
    expect(differences(before, await sumsOf(path))).toEqual([]);
    const again = await open(url);
    expect(await again.notebook({ account: ana.account, requestId: 'r', now: NOW }).countEntries()).toBe(20);
    await again.close();
    expect(readdirSync(dirname(path)).filter(name => /restoring|wal|shm/.test(name))).toEqual([]);
  });

  test('what was due in it is looked up before it goes out again; what is due later stays due', async () => {
    const { url, path, copy } = await place();
    const store = await open(url);
    const ana = await newcomer(store);
    await store.close();
    const client = openBeside(url);
    const later = new Date(NOW.add({ hours: 48 }).epochMilliseconds);
    await client.delivery.create({ data: deliveryTo(ana) });
    await client.delivery.create({ data: { ...deliveryTo(ana, '2026-11-24'), dueAt: later, tryAt: later } });
    await client.$disconnect();
    await copySqlite(path, copy);
    await restore({ from: copy, to: path, keys, now: NOW.add({ hours: 1 }) });
    const again = await open(url);
    onTestFinished(again.close);
    expect(await again.ledger.interrupted('slack:T1', NOW.add({ hours: 1 }))).toHaveLength(1);
    expect(await again.ledger.lease('slack:T1', NOW.add({ hours: 1 }), 10)).toEqual([]);
    expect(await again.ledger.lease('slack:T1', NOW.add({ hours: 49 }), 10)).toHaveLength(1);
  });

  test('restores where there is no database yet', async () => {
    const { url, path, copy } = await place();
    const store = await open(url);
    await logged(store, 2);
    await store.close();
    await copySqlite(path, copy);
    const to = join(dirname(path), 'new', 'test.db');
    expect((await restore({ from: copy, to, keys, now: NOW })).before).toBeUndefined();
    expect(differences(await sumsOf(copy), await sumsOf(to))).toEqual([]);
  });
});

test('a log that was left beside either name is not taken for the new one’s', async () => {
  const { url, path, copy } = await place();
  const store = await open(url);
  const ana = await logged(store, 3);
  await copySqlite(path, copy);
  const wanted = await sumsOf(copy);
  await logged(store, 20);
  await ana.fresh().logInteraction({ who: 'Later', stance: 'good', day: DAY });
  const log = readFileSync(`${path}-wal`);
  expect(log.length).toBeGreaterThan(10_000);
  await store.close();
  writeFileSync(`${path}.restoring-wal`, log);
  await restore({ from: copy, to: path, keys, now: NOW });
  expect(differences(await sumsOf(path), wanted)).toEqual([]);
  rmSync(path);
  writeFileSync(`${path}-wal`, log);
  await restore({ from: copy, to: path, keys, now: NOW.add({ seconds: 1 }) });
  expect(differences(await sumsOf(path), wanted)).toEqual([]);
});

describe('a copy is refused in one sentence, with everything as it was,', () => {
  test('while the bot runs, with another key, from a newer version, and where the file is none of ours', async () => {
    const { url, path, copy, folder } = await place();
    const store = await open(url);
    await logged(store, 2);
    await copySqlite(path, copy);
    const at = (from: string, key = KEY) => refused(restore({ from, to: path, keys: [key], now: NOW }));
    expect(await at(copy)).toContain('The bot is running on');
    await store.close();
    const before = await sumsOf(path);
    expect(await at(copy, Buffer.alloc(32, 1))).toContain('sealed with another key');
    const other = (name: string, sql: string) => {
      const made = new Database(join(folder, name));
      made.exec(sql);
      made.close();
      return join(folder, name);
    };
    await copySqlite(path, join(folder, 'newer.db'));
    const newer = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "started_at")
      VALUES ('x', 'x', '29990101000000_later', '2999-01-01', '2999-01-01')`;
    expect(await at(other('newer.db', newer))).toContain('does not know');
    expect(await at(other('foreign.db', 'CREATE TABLE a (b)'))).toContain('none of Backchannel');
    writeFileSync(join(folder, 'text.db'), 'not a database at all '.repeat(500));
    expect(await at(join(folder, 'text.db'))).toContain('no database');
    expect(await at(join(folder, 'missing.db'))).toContain('There is no file');
    expect(await at(path)).toContain('is the database itself');
    const cut = readFileSync(copy);
    writeFileSync(join(folder, 'cut.db'), cut.subarray(0, Math.floor(cut.length / 2)));
    expect(await at(join(folder, 'cut.db'))).toContain('damaged');
    expect(differences(before, await sumsOf(path))).toEqual([]);
    expect(readdirSync(dirname(path)).filter(name => /restoring|before/.test(name))).toEqual([]);
  });

  test('where it cannot be written', async () => {
    const { path, folder } = await place();
    writeFileSync(folder, '');
    expect(await refused(copySqlite(path, join(folder, 'copy.db')))).toContain('cannot be opened');
    expect(await refused(copySqlite(`${path}.none`, `${path}.copy`))).toContain('There is no database');
    expect(existsSync(`${path}.copy.partial`)).toBe(false);
  });
});

describe('daily copies', () => {
  test('are made once a day, and as many are kept as are asked for; what somebody made by hand stays', async () => {
    const { path, folder } = await place();
    const said: string[] = [];
    const daily = createDailyCopies({ database: path, folder, days: 3, announce: line => said.push(line) });
    mkdirSync(folder);
    for (const kept of ['test-2026-11-01T00-00-00Z.db', 'test-daily-x.db', 'other-daily-2026-11-01.db'])
      writeFileSync(join(folder, kept), '');
    writeFileSync(join(folder, 'test-daily-2026-11-02.db.partial'), '');
    for (let hours = 0; hours < 24 * 5; hours += 8) {
      daily.look(NOW.add({ hours }));
      daily.look(NOW.add({ hours }));
      await daily.idle();
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'other-daily-2026-11-01.db',
      'test-2026-11-01T00-00-00Z.db',
      'test-daily-2026-11-25.db',
      'test-daily-2026-11-26.db',
      'test-daily-2026-11-27.db',
      'test-daily-x.db',
    ]);
    expect(said).toEqual([]);
  });

  test('say once why there is none, and keep the last', async () => {
    const { path, folder } = await place();
    const said: string[] = [];
    const daily = createDailyCopies({ database: `${path}.gone`, folder, days: 1, announce: line => said.push(line) });
    mkdirSync(folder);
    writeFileSync(join(folder, 'test.db.gone-daily-2026-11-01.db'), '');
    for (const hours of [0, 1]) {
      daily.look(NOW.add({ hours }));
      await daily.idle();
    }
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('There is no database');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('are not made where none is asked for', async () => {
    const { path, folder } = await place();
    const daily = createDailyCopies({ database: path, folder, days: 0, announce: () => {} });
    daily.look(NOW);
    await daily.idle();
    expect(existsSync(folder)).toBe(false);
  });
});

test('what the guide has PostgreSQL do after a restore does the same there', async () => {
  const { store, url } = await freshStoreAt(databases[1].create);
  const ana = await newcomer(store);
  const client = openBeside(url);
  onTestFinished(() => client.$disconnect());
  const [past, future] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
  await client.delivery.create({ data: { ...deliveryTo(ana), dueAt: past, tryAt: past } });
  await client.delivery.create({ data: { ...deliveryTo(ana, '2026-11-24'), dueAt: future, tryAt: future } });
  const guide = readFileSync('docs/backups-and-keys.md', 'utf8');
  const [, statement = ''] = /psql "\$DATABASE_URL" -c "(.+)"\n/.exec(guide) ?? [];
  await client.$executeRawUnsafe(statement.replaceAll('\\"', '"'));
  const statuses = await client.delivery.findMany({ orderBy: { dueAt: 'asc' }, select: { status: true } });
  expect(statuses.map(({ status }) => status)).toEqual(['sending', 'due']);
});
