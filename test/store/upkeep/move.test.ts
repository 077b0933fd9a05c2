import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { modelsText } from '../../../scripts/schemaEngine.ts';
import { StartError } from '../../../src/core/ports/errors.ts';
import { pgBossDispatcher } from '../../../src/dispatcher/pgBoss.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { checksums, differences, modelNames, rowsIn } from '../../../src/store/upkeep/models.ts';
import { move } from '../../../src/store/upkeep/move.ts';
import { isLong } from '../../support/long.ts';
import { blankPostgres, blankSqlite, DAY, KEY, NOW, newcomer, scratch, sqlite } from '../databases.ts';
import { filledRow } from '../rows.ts';

/** 100,000 rows over all tables, or a few. */
const EACH = isLong ? Math.ceil(100_000 / modelNames.length) : 30;
/** Those that nothing hangs on come last. */
const ORDER = [...new Set(['User', 'Account', 'Community', 'Contact', 'Program', ...modelNames])] as typeof modelNames;

async function fill(url: string): Promise<number> {
  const { client, close } = await openDatabase(url);
  for (const model of ORDER)
    for (let from = 0; from < EACH; from += 500) {
      const data = Array.from({ length: Math.min(500, EACH - from) }, (_, index) => filledRow(model, from + index));
      await rowsIn(client, model).createMany({ data });
    }
  await close();
  return EACH * modelNames.length;
}
async function sumsOf(url: string) {
  const { client, close } = await openDatabase(url);
  try {
    return await checksums(client);
  } finally {
    await close();
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

test('every model of the schema is moved, with every column', () => {
  const inText = [...modelsText().matchAll(/^model (\w+) /gm)].map(([, model]) => model);
  expect([...modelNames].toSorted()).toEqual(inText.toSorted());
  for (const provider of ['sqlite', 'postgresql'])
    expect(readFileSync(`src/store/generated/${provider}/internal/prismaNamespace.ts`, 'utf8')).toContain(
      'CommunityChangeScalarFieldEnum',
    );
});

test(`${EACH * modelNames.length} rows go from SQLite to PostgreSQL and back, equal by checksum, and again`, {
  timeout: 900_000,
}, async () => {
  const [one, two, three] = [await scratch(blankSqlite), await scratch(blankPostgres), await scratch(blankSqlite)];
  const rows = await fill(one.url);
  const before = await sumsOf(one.url);
  expect(await move({ from: one.url, to: two.url })).toMatchObject({ rows, isRepeat: false });
  expect(await move({ from: one.url, to: two.url })).toMatchObject({ rows, isRepeat: true });
  expect(await move({ from: two.url, to: three.url })).toMatchObject({ rows, isRepeat: false });
  expect(await move({ from: two.url, to: three.url })).toMatchObject({ rows, isRepeat: true });
  for (const { url } of [one, two, three]) expect(differences(before, await sumsOf(url))).toEqual([]);
});

test('whoever was moved finds their notebook with the same key', async () => {
  const [one, two] = [await scratch(sqlite), await scratch(blankPostgres)];
  const store = await openStore({ databaseUrl: one.url, encryptionKey: KEY });
  const ana = await newcomer(store);
  await ana.fresh().logInteraction({ who: 'Kim', stance: 'good', sentence: 'Calm at night', day: DAY });
  const exported = await ana.fresh().exportAll();
  await store.close();
  await move({ from: one.url, to: two.url });
  const there = await openStore({ databaseUrl: two.url, encryptionKey: KEY });
  onTestFinished(there.close);
  expect(await there.notebook({ account: ana.account, requestId: 'r', now: NOW }).exportAll()).toEqual(exported);
});

describe.each([
  { name: 'SQLite', create: blankSqlite },
  { name: 'PostgreSQL', create: blankPostgres },
])('to $name', ({ create }) => {
  test('nothing is moved where something went wrong in the midst of it, and the next time all of it is', async () => {
    const [one, two] = [await scratch(blankSqlite), await scratch(create)];
    await fill(one.url);
    const moving = move({
      from: one.url,
      to: two.url,
      progress: line => {
        if (line().startsWith('Moving Program')) throw new Error('killed here');
      },
    });
    await expect(moving).rejects.toThrow('killed here');
    expect(Object.values(await sumsOf(two.url)).every(({ rows }) => rows === 0)).toBe(true);
    expect(await move({ from: one.url, to: two.url })).toMatchObject({ isRepeat: false });
  });

  test('a database that holds something else is refused, and stays as it was', async () => {
    const [one, two] = [await scratch(blankSqlite), await scratch(create)];
    await fill(one.url);
    const { client, close } = await openDatabase(two.url);
    await rowsIn(client, 'User').createMany({ data: [filledRow('User', 1)] });
    await close();
    const before = await sumsOf(two.url);
    expect(await refused(move({ from: one.url, to: two.url }))).toContain('is not empty');
    expect(differences(before, await sumsOf(two.url))).toEqual([]);
  });
});

test('a running bot, the same database twice, and one that is not there are refused in one sentence', async () => {
  const [one, two] = [await scratch(sqlite), await scratch(blankPostgres)];
  const store = await openStore({ databaseUrl: one.url, encryptionKey: KEY });
  expect(await refused(move({ from: one.url, to: two.url }))).toContain('The bot is running on');
  await store.close();
  expect(await refused(move({ from: one.url, to: one.url }))).toContain('the same database');
  expect(await refused(move({ from: `${one.url}.none`, to: two.url }))).toContain('There is no database');
  expect(await refused(move({ from: one.url, to: `${two.url}_none` }))).toContain('cannot be reached');
  expect(await refused(move({ from: one.url, to: 'postgres://a:secret@127.0.0.1:9/x' }))).not.toContain('secret');

  const dispatcher = pgBossDispatcher(two.url, 1);
  await dispatcher.start({ async *tick() {}, due: async () => [], drain: async () => {}, report: () => {} });
  onTestFinished(dispatcher.stop);
  expect(await refused(move({ from: one.url, to: two.url }))).toContain('stop it first, every replica of it');
});
