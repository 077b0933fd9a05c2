import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrationsFolder, readMigrations } from '../../src/store/driver/migrations.ts';
import { migratePostgres } from '../../src/store/driver/postgresMigrations.ts';
import { migrateSqlite } from '../../src/store/driver/sqliteMigrations.ts';
import { sqlitePath } from '../../src/store/driver/url.ts';
import { openStore } from '../../src/store/open.ts';
import { killMigrations, LATER, type Subject, withLaterMigration } from '../kill/migrations.ts';
import { blankPostgres, KEY, NOW, type Scratch } from '../store/databases.ts';
import { seed } from '../support/seed.ts';

/** On each database, half of them in the first migration. */
const KILLS = process.env.TEST_LONG ? 100 : 2;
const PEOPLE = 2000;
const TABLES = ['User', 'Account', 'Contact', 'LogEntry', 'Delivery'];

async function sqlite(): Promise<Scratch> {
  const dir = mkdtempSync(join(tmpdir(), 'backchannel-f28-'));
  return { url: `file:${join(dir, 'test.db')}`, remove: async () => rmSync(dir, { recursive: true, force: true }) };
}

/** The rows of a database as text, asked by a connection of its own. */
async function ask(url: string, sql: string): Promise<string[]> {
  const path = sqlitePath(url);
  if (path !== undefined) {
    const connection = new Database(path);
    const rows = connection.prepare<[], unknown[]>(sql).raw().all();
    connection.close();
    return rows.map(String);
  }
  const connection = await new PrismaPg(url).connect();
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  await connection.dispose();
  return rows.map(String);
}

async function run(url: string, sql: string): Promise<void> {
  const path = sqlitePath(url);
  if (path !== undefined) {
    const connection = new Database(path);
    connection.exec(sql);
    connection.close();
    return;
  }
  const connection = await new PrismaPg(url).connect();
  await connection.executeRaw({ sql, args: [], argTypes: [] });
  await connection.dispose();
}

const migrate = (url: string, folder: string): Promise<string[]> => {
  const path = sqlitePath(url);
  return path === undefined
    ? migratePostgres(new PrismaPg(url), readMigrations(folder))
    : migrateSqlite(path, readMigrations(folder));
};

/** Everything that a filled database holds, whether the later migration has reached it or not. */
async function holdings(url: string): Promise<string> {
  const ids = TABLES.map(table => ask(url, `SELECT "id" FROM "${table}" ORDER BY "id"`));
  return (await Promise.all(ids)).map(rows => rows.join()).join(';');
}

const kinds = [
  { name: 'SQLite', provider: 'sqlite', blank: sqlite },
  { name: 'PostgreSQL', provider: 'postgresql', blank: blankPostgres },
] as const;

describe.each(kinds)('F28: on $name', ({ name, provider, blank }) => {
  let template: Scratch;
  let filled: string;
  beforeAll(async () => {
    template = await blank();
    await seed(
      template.url,
      Array.from({ length: PEOPLE }, (_, index) => ({
        ...{ platform: 'discord' as const, scope: '', externalId: String(index) },
        due: [NOW.epochMilliseconds],
      })),
    );
    filled = await holdings(template.url);
    return () => template.remove();
  });

  async function copy(): Promise<Scratch> {
    const fresh = provider === 'sqlite' ? await sqlite() : await copyOfPostgres(template.url);
    if (provider === 'sqlite') copyFileSync(sqlitePath(template.url) ?? '', sqlitePath(fresh.url) ?? '');
    return fresh;
  }

  const report = (what: string, { kills, inside, starts, lost, ms }: Awaited<ReturnType<typeof killMigrations>>) =>
    console.log(
      `F28 ${name}, ${what}: ${kills} kills at random moments of ${ms.toFixed(0)} ms, ${inside} inside; ${starts} starts, ${lost} with losses`,
    );

  test('killed in its first migration, it starts', { timeout: 600_000 }, async () => {
    async function create(): Promise<Subject> {
      const { url, remove } = await blank();
      const start = async (): Promise<string> => {
        const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
        await store.arrive({ platform: 'slack', scope: 'T1', externalId: 'U1' }, null, NOW);
        await store.close();
        return 'started';
      };
      return { url, remove, start };
    }
    const kills = KILLS / 2;
    const result = await killMigrations(create, migrationsFolder(provider), { kills, expected: 'started' });
    report('first migration', result);
    expect(result).toMatchObject({ starts: kills, lost: 0 });
  });

  test('killed in a later migration over a filled database, it starts and nothing is lost', {
    timeout: 600_000,
  }, async () => {
    const { folder, remove: removeFolder } = withLaterMigration(provider);
    onTestFinished(removeFolder);
    async function create(): Promise<Subject> {
      const { url, remove } = await copy();
      const start = async (): Promise<string> => {
        await migrate(url, folder);
        const [moved] = await ask(url, 'SELECT COUNT(*) FROM "Later"');
        const [set] = await ask(url, 'SELECT COUNT(*) FROM "LogEntry" WHERE "later" = "id" || \';\' || "day"');
        return `${await holdings(url)} ${moved} ${set}`;
      };
      return { url, remove, start };
    }
    const kills = KILLS / 2;
    const result = await killMigrations(create, folder, { kills, expected: `${filled} ${PEOPLE} ${PEOPLE}` });
    report('later migration', result);
    expect(result).toMatchObject({ starts: kills, lost: 0 });
    if (process.env.TEST_LONG) expect(result.inside).toBeGreaterThan(kills / 10);
  });

  test('a database that is newer than the program is refused in one sentence, and is left as it is', async () => {
    const { folder, remove: removeFolder } = withLaterMigration(provider);
    onTestFinished(removeFolder);
    const { url, remove } = await copy();
    onTestFinished(remove);
    expect(await migrate(url, folder)).toEqual([LATER]);
    await expect(openStore({ databaseUrl: url, encryptionKey: KEY })).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/^The database has had the migration 29991231235959_later, which[^\n]+\.$/),
    });
    expect(await holdings(url)).toBe(filled);
    expect(await migrate(url, folder)).toEqual([]);
  });

  describe('where an older version was killed in a migration, statement by statement', () => {
    const [first] = readMigrations(migrationsFolder(provider));
    const statements = (first?.sql ?? '').split(';').filter(statement => statement.trim());

    async function interrupted(count: number, steps = 0): Promise<string> {
      const { url, remove } = await blank();
      onTestFinished(remove);
      const none = mkdtempSync(join(tmpdir(), 'backchannel-none-'));
      await migrate(url, none);
      rmSync(none, { recursive: true });
      await run(url, statements.slice(0, count).join(';'));
      await run(
        url,
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "applied_steps_count")
         VALUES ('1', '${first?.checksum}', '${first?.name}', '2026-11-27T13:40:46.185+00:00', ${steps})`,
      );
      return url;
    }
    const starts = async (url: string) => {
      const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
      await store.arrive({ platform: 'slack', scope: 'T1', externalId: 'U1' }, null, NOW);
      await store.close();
    };

    test.each([
      ['before the first', 0, 0],
      ['in the midst of them', 30, 0],
      ['after the last', statements.length, 0],
      ['after it had counted them', statements.length, 1],
    ])('%s, it starts', async (_, count, steps) => {
      const url = await interrupted(count, steps);
      await starts(url);
      expect(await ask(url, 'SELECT COUNT(*) FROM "_prisma_migrations" WHERE "finished_at" IS NULL')).toEqual(['0']);
    });

    test('but a table with something in it is never taken away', async () => {
      const url = await interrupted(statements.length);
      await run(url, `INSERT INTO "StoppedLane" ("lane", "since") VALUES ('discord', '2026-11-22T18:00:00.000+00:00')`);
      await expect(starts(url)).rejects.toThrow(/^An older version of Backchannel was interrupted in[^\n]+\.$/);
      expect(await ask(url, 'SELECT "lane" FROM "StoppedLane"')).toEqual(['discord']);
    });
  });
});

async function copyOfPostgres(url: string): Promise<Scratch> {
  const server = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = new URL(url).pathname.slice(1);
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const copy = new URL(server);
  copy.pathname = `/${name}`;
  return { url: copy.href, remove: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}
