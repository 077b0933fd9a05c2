import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { beforeAll, inject, onTestFinished } from 'vitest';
import type { Notebook } from '../../src/core/ports/notebook.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';

export const KEY = Buffer.alloc(32, 7);
export const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
export const DAY = Temporal.PlainDate.from('2026-11-21');

/** A database that nobody else uses, gone after the test or the suite. */
export interface Scratch {
  url: string;
  remove(): Promise<void>;
}

const sqlite = async (): Promise<Scratch> => {
  const dir = mkdtempSync(join(tmpdir(), 'backchannel-store-'));
  return { url: `file:${join(dir, 'test.db')}`, remove: async () => rmSync(dir, { recursive: true, force: true }) };
};

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

const EMPTY = `DO $$ BEGIN EXECUTE (
  SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'); END $$`;

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

/** A store for one test, on a database of its own. */
export const freshStore = async (create: () => Promise<Scratch>): Promise<OpenStore> =>
  (await freshStoreAt(create)).store;

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
