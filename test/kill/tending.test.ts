import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { UNOPENED } from '../../src/domain/entities/columns.ts';
import { openBeside } from '../../src/store/driver/beside.ts';
import { sqlitePath } from '../../src/store/driver/url.ts';
import { openStore } from '../../src/store/open.ts';
import { copySqlite } from '../../src/store/upkeep/copySqlite.ts';
import { type Checksums, checksums, differences } from '../../src/store/upkeep/models.ts';
import { blankPostgres, blankSqlite, DAY, KEY, newcomer, type Scratch, scratch, sqlite } from '../store/databases.ts';
import { longTest } from '../support/long.ts';

const KILLS = 12;
const NEW = Buffer.alloc(32, 9);
const hex = (...keys: Buffer[]) => keys.map(key => key.toString('hex'));

/** Does it in a process of its own, killed so long after it began. Whether it had ended before. */
async function tend(args: string[], afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'tending.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', data => {
    said += data;
  });
  const ended = once(child, 'close');
  while (!said.includes('begun')) await sleep(5);
  await Promise.race([sleep(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
  return said.includes('done');
}

/** Kills it at moments over the time that it takes, then lets it end. `between` looks at what each kill left. */
async function killed(args: string[], between: () => Promise<void>): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    if (await tend(args, (kill / KILLS) * 2500)) break;
    await between();
  }
  expect(await tend(args, 120_000)).toBe(true);
  await between();
}

async function sumsOf(url: string): Promise<Checksums> {
  const client = openBeside(url);
  try {
    return await checksums(client);
  } finally {
    await client.$disconnect();
  }
}

async function filled(create: () => Promise<Scratch>, people = 150) {
  const { url } = await scratch(create);
  const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
  const ana = await newcomer(store);
  for (let index = 0; index < people; index += 1)
    await ana.fresh().logInteraction({ who: `Person ${index}`, stance: 'good', sentence: 'Calm', day: DAY });
  await store.close();
  return { url, ana };
}

longTest(
  'a restoring that is killed leaves the one database or the other, and the next one ends it',
  {
    timeout: 600_000,
  },
  async () => {
    const { url, ana } = await filled(sqlite);
    const path = sqlitePath(url) ?? '';
    const copy = join(dirname(path), 'copy.db');
    await copySqlite(path, copy);
    const wanted = await sumsOf(`file:${copy}`);
    const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    await store.notebook({ account: ana.account, requestId: 'erase', now: Temporal.Now.instant() }).eraseAll();
    await store.close();
    const erased = await sumsOf(url);
    await killed(['restore', copy, url, ...hex(KEY)], async () => {
      const found = await sumsOf(url);
      expect([differences(found, wanted).length, differences(found, erased).length]).toContain(0);
    });
    expect(differences(await sumsOf(url), wanted)).toEqual([]);
    await (await openStore({ databaseUrl: url, encryptionKey: KEY })).close();
  },
);

longTest.each([
  ['SQLite', sqlite],
  ['PostgreSQL', blankPostgres],
] as const)(
  'a change of key that is killed leaves nothing unreadable on %s, and the next one ends it',
  {
    timeout: 600_000,
  },
  async (_, create) => {
    const { url, ana } = await filled(create);
    const keys = [NEW, KEY];
    await (await openStore({ databaseUrl: url, encryptionKey: keys })).close();
    const read = async (encryptionKey: Buffer | Buffer[]) => {
      const store = await openStore({ databaseUrl: url, encryptionKey });
      const notebook = store.notebook({ account: ana.account, requestId: 'r', now: Temporal.Now.instant() });
      const found = JSON.stringify(await notebook.exportAll());
      await store.close();
      expect(found).not.toContain(UNOPENED);
      expect(found).toContain('Person 149');
    };
    await killed(['rotate', '', url, ...hex(NEW, KEY)], () => read(keys));
    await read(NEW);
  },
);

longTest.each([
  ['SQLite', blankSqlite],
  ['PostgreSQL', blankPostgres],
] as const)('a moving that is killed leaves nothing on %s, or all of it', { timeout: 600_000 }, async (_, create) => {
  const { url } = await filled(sqlite);
  const target = await scratch(create);
  const wanted = await sumsOf(url);
  await killed(['move', url, target.url], async () => {
    const found = await sumsOf(target.url).catch(() => undefined);
    const isEmpty = !found || Object.values(found).every(({ rows }) => rows === 0);
    expect(isEmpty || differences(found, wanted).length === 0).toBe(true);
  });
  expect(differences(await sumsOf(target.url), wanted)).toEqual([]);
});
