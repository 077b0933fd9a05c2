import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serialized } from '../../../src/store/driver/serialized.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { blankSqlite, scratch } from '../databases.ts';

const query = (sql: string) => ({ sql, args: [], argTypes: [] });

/** A connection with turns, another that sees what is committed, and how often that happened. */
async function arrange() {
  const path = sqlitePath((await scratch(blankSqlite)).url) ?? '';
  const adapter = await serialized(
    new PrismaBetterSqlite3({ url: `file:${path}` }),
    'PRAGMA journal_mode = WAL',
  ).connect();
  await adapter.executeScript('CREATE TABLE person (id TEXT PRIMARY KEY, friend TEXT REFERENCES person (id))');
  await adapter.executeScript('PRAGMA foreign_keys = ON');
  const other = new Database(path);
  const ran = vi.spyOn(Object.getPrototypeOf(other.prepare('SELECT 1')), 'run');
  onTestFinished(async () => {
    ran.mockRestore();
    other.close();
    await adapter.dispose();
  });
  const commits = () => ran.mock.contexts.filter(one => (one as Database.Statement).source === 'COMMIT').length;
  const people = () => other.prepare<[], string>('SELECT id FROM person ORDER BY id').pluck().all();
  return { adapter, people, commits };
}

async function add(adapter: SqlDriverAdapter, ...statements: string[]): Promise<void> {
  const transaction = await adapter.startTransaction();
  try {
    for (const sql of statements) await transaction.executeRaw(query(sql));
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  await transaction.commit();
}
const person = (id: string) => `INSERT INTO person (id) VALUES ('${id}')`;
const names = Array.from({ length: 40 }, (_, index) => `p${index + 10}`);

test('those who stand in line are committed together, and none is acknowledged before', async () => {
  const { adapter, people, commits } = await arrange();
  const early: string[] = [];
  await Promise.all(
    names.map(async id => {
      await add(adapter, person(id));
      if (!people().includes(id)) early.push(id);
    }),
  );
  expect(people()).toEqual(names);
  expect(early).toEqual([]);
  expect(commits()).toBeGreaterThan(0);
  expect(commits()).toBeLessThan(names.length / 2);
});

test('one that fails is rolled back alone', async () => {
  const { adapter, people } = await arrange();
  const done = await Promise.allSettled(
    names.map((id, index) => (index % 4 === 3 ? add(adapter, person(id), person(id)) : add(adapter, person(id)))),
  );
  const kept = names.filter((_, index) => index % 4 !== 3);
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  expect(people()).toEqual(kept);
});

test('where the disk refuses all of them, all of them are told, and the next are kept', async () => {
  const { adapter, people } = await arrange();
  // Checked at the commit: it is the last of the group that makes it fail.
  const dangling = ['PRAGMA defer_foreign_keys = ON', `INSERT INTO person VALUES ('dangling', 'nobody')`];
  const done = await Promise.allSettled([...names.map(id => add(adapter, person(id))), add(adapter, ...dangling)]);
  const told = [...names, 'dangling'].filter((_, index) => done[index]?.status === 'fulfilled');
  expect(told.length).toBeLessThan(names.length + 1);
  expect(people()).toEqual(told);
  await add(adapter, person('later'));
  expect(people()).toContain('later');
});

test('what is read of those who are not on the disk yet is no answer before they are', async () => {
  const { adapter, people } = await arrange();
  const read = async () => {
    const { rows } = await adapter.queryRaw(query('SELECT id FROM person'));
    const kept = people();
    return rows.flat().filter(id => !kept.includes(String(id)));
  };
  const [, ...early] = await Promise.all([...names.map(id => add(adapter, person(id))), ...names.map(read)]);
  expect(early.flat().filter(Boolean)).toEqual([]);
});

test('plain writes that stand in line are committed together too', async () => {
  const { adapter, people, commits } = await arrange();
  await Promise.all(names.map(id => adapter.executeRaw(query(person(id)))));
  expect(people()).toEqual(names);
  expect(commits()).toBeLessThan(names.length / 2);
});
