import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import Database from 'better-sqlite3';
import { beforeAll, inject, onTestFinished } from 'vitest';
import type { Notebook } from '../../src/core/ports/notebook.ts';
import { sqlitePath } from '../../src/store/driver/url.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';

export const KEY = Buffer.alloc(32, 7);
export const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
export const DAY = Temporal.PlainDate.from('2026-11-21');

/** A database that nobody else uses, gone after the test or the suite. */
export interface Scratch {
  url: string;
  remove(): Promise<void>;
}

/** A file with all migrations, made once a worker: they take half the time of opening a store. */
let migrated: Promise<string> | undefined;

async function migrate(): Promise<string> {
  const path = join(mkdtempSync(join(inject('scratch'), 'all-')), 'migrated.db');
  await (await openStore({ databaseUrl: `file:${path}`, encryptionKey: KEY })).close();
  return path;
}

/** Where a SQLite file of its own may be made. */
export async function blankSqlite(): Promise<Scratch> {
  const dir = mkdtempSync(join(inject('scratch'), 'blank-'));
  return { url: `file:${join(dir, 'test.db')}`, remove: async () => rmSync(dir, { recursive: true, force: true }) };
}

/** A SQLite file of its own, with all migrations. */
export async function sqlite(): Promise<Scratch> {
  migrated ??= migrate();
  const dir = mkdtempSync(join(inject('scratch'), 'migrated-'));
  const path = join(dir, 'test.db');
  copyFileSync(await migrated, path);
  return { url: `file:${path}`, remove: async () => rmSync(dir, { recursive: true, force: true }) };
}

/** A new PostgreSQL database, in a zone of its own, so that nothing works by the server's being in UTC. */
export async function blankPostgres(): Promise<Scratch> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(inject('postgres'), `CREATE DATABASE ${name}`, `ALTER DATABASE ${name} SET timezone = 'Asia/Kolkata'`);
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(inject('postgres'), `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Databases of tests that are over, emptied but for the migrations: a new one takes a third of a second. */
const idle: Scratch[] = [];

async function postgresql(): Promise<Scratch> {
  const database = idle.pop() ?? (await blankPostgres());
  const remove = async () => {
    await run(database.url, EMPTY);
    idle.push(database);
  };
  return { url: database.url, remove };
}

/** Deleting from tables of a few rows takes a tenth of the time of TRUNCATE, which makes each file and index anew. */
const EMPTY = `DO $$ DECLARE name text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT quote_ident(tablename) FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  LOOP EXECUTE 'DELETE FROM ' || name; END LOOP; END $$`;

async function run(url: string, ...statements: string[]) {
  const connection = await new PrismaPg(url).connect();
  for (const sql of statements) await connection.executeRaw({ sql, args: [], argTypes: [] });
  await connection.dispose();
}

/** The contract holds on both: `describe.each(databases)('... on $name', ({ create }) => ...)`. */
export const databases = [
  { name: 'SQLite', create: sqlite },
  { name: 'PostgreSQL', create: postgresql },
] as const;

/** A database for one test. */
export async function scratch(create: () => Promise<Scratch>): Promise<Scratch> {
  const database = await create();
  onTestFinished(database.remove);
  return database;
}

/** A store that a test is done with, empty again. */
interface Lent extends Scratch {
  store: OpenStore;
}
/** Stores of tests that are over: a new one would compile each of its statements anew. */
const idleStores = new Map<() => Promise<Scratch>, Lent[]>();

/** An empty store, and how to give it back. */
export async function lendStore(create: () => Promise<Scratch>): Promise<Lent> {
  const idle = idleStores.get(create) ?? [];
  idleStores.set(create, idle);
  const { url, store, ...database } = idle.pop() ?? (await openAt(await create()));
  let isClosed = false;
  const close = async () => {
    isClosed = true;
    await store.close();
  };
  async function remove() {
    if (isClosed) return database.remove();
    await empty(url);
    idle.push({ url, store, ...database });
  }
  return { url, store: { ...store, close }, remove };
}

const openAt = async (database: Scratch): Promise<Lent> => ({
  ...database,
  store: await openStore({ databaseUrl: database.url, encryptionKey: KEY }),
});

async function empty(url: string): Promise<void> {
  const path = sqlitePath(url);
  if (path === undefined) return run(url, EMPTY);
  const connection = new Database(path);
  connection.pragma('foreign_keys = OFF');
  const tables =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_prisma*' AND name NOT GLOB 'sqlite*'";
  const names = connection.prepare(tables).pluck().all();
  connection.exec(`BEGIN; ${names.map(name => `DELETE FROM "${name}";`).join(' ')} COMMIT`);
  connection.close();
}

/** A store for one test, empty. */
export async function freshStore(create: () => Promise<Scratch>): Promise<OpenStore> {
  const { store, remove } = await lendStore(create);
  onTestFinished(remove);
  return store;
}

/** The same, with where its database is. */
export async function freshStoreAt(create: () => Promise<Scratch>): Promise<{ store: OpenStore; url: string }> {
  const database = await create();
  const store = await openStore({ databaseUrl: database.url, encryptionKey: KEY });
  onTestFinished(async () => {
    await store.close();
    await database.remove();
  });
  return { store, url: database.url };
}

/** One store for all tests of a suite: for what does not look at more than one user. */
export function sharedStore(create: () => Promise<Scratch>): () => OpenStore {
  let store: OpenStore;
  beforeAll(async () => {
    const database = await create();
    store = await openStore({ databaseUrl: database.url, encryptionKey: KEY });
    return async () => {
      await store.close();
      await database.remove();
    };
  });
  return () => store;
}

const unique = () => randomBytes(6).toString('hex');

/** Somebody new on Slack, with a notebook for each request: `at(minutes)` later, or `again` by a request's id. */
export async function newcomer(store: OpenStore) {
  const { account, user, community } = await store.arrive(
    { platform: 'slack', scope: 'T1', externalId: `U${unique()}` },
    { externalId: 'T1', name: 'Aurora' },
    NOW,
  );
  const request = (requestId: string, now = NOW): Notebook => store.notebook({ account, requestId, now });
  return {
    account,
    user,
    community,
    request,
    /** A request of its own. */
    fresh: (minutes = 0): Notebook => request(unique(), NOW.add({ minutes })),
  };
}
