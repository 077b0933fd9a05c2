import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NotebookExport } from '../../../src/core/ports/notebook.ts';
import { UNOPENED } from '../../../src/domain/entities/columns.ts';
import { underTodaysNames } from '../../../src/domain/notebook.ts';
import { encryptedClient } from '../../../src/store/driver/client.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import { encryptedColumns, tableOf } from '../../../src/store/encryption/encryptedColumns.ts';
import { readChanges } from '../../../src/store/notebook/applyUndo.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { databases, freshStore, KEY, NOW, newcomer, scratch } from '../databases.ts';
import { contentOf } from './content.ts';

// A full notebook that the code of d0a1e4d made with the tests' key: its database, with every encrypted column filled,
// and its export. That code had other names for much of this; the tables, the columns and what is sealed are the same.
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name));
const before: NotebookExport = JSON.parse(fixture('before.json').toString());
const exported = { ...before, tables: underTodaysNames(before.tables) };

/** An export without the columns that came since. */
function asBefore({ tables, profile, ...rest }: NotebookExport): NotebookExport {
  const only = (known: object, row: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(known).map(column => [column, row[column]]));
  const entries = Object.entries(tables).filter(([table]) => table in exported.tables);
  return {
    ...rest,
    profile: only(before.profile, profile),
    tables: Object.fromEntries(
      entries.map(([table, rows]) => [table, rows.map(row => only(exported.tables[table]?.[0] ?? {}, row))]),
    ),
  };
}

async function earlierDatabase(): Promise<string> {
  const { url } = await scratch(databases[0].create);
  writeFileSync(sqlitePath(url) ?? '', gunzipSync(fixture('before.db.gz')));
  return url;
}

describe('a database from before', () => {
  test('gives its owner the same notebook', async () => {
    const store = await openStore({ databaseUrl: await earlierDatabase(), encryptionKey: KEY });
    onTestFinished(store.close);
    const { account } = await store.arrive({ platform: 'slack', scope: 'T1', externalId: 'UBEFORE' }, null, NOW);
    expect(asBefore(await store.notebook({ account, requestId: 'r', now: NOW }).exportAll())).toEqual(exported);
  });

  test('opens in every encrypted column', async () => {
    const { client, close } = await openDatabase(await earlierDatabase());
    onTestFinished(close);
    const opened = encryptedClient(client, createFieldCipher(KEY));
    const filled: string[] = [];
    for (const [model, columns] of Object.entries(encryptedColumns)) {
      const sealed = await client.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${tableOf(model)}"`);
      const rows = opened.$opened(model, sealed);
      for (const column of columns) {
        const texts = rows.map(row => row[column]).filter(Boolean);
        expect(texts, `${model}.${column}`).not.toContain(UNOPENED);
        if (texts.length > 0) filled.push(`${model}.${column}`);
      }
    }
    // As many as there were.
    expect(filled).toHaveLength(21);
  });
});

test.each(databases)('an export from before is imported on $name', async ({ create }) => {
  const { fresh } = await newcomer(await freshStore(create));
  await fresh().importAll(before);
  expect(contentOf(asBefore(await fresh().exportAll()))).toEqual(contentOf(exported));
});

test('what a joining or an undo from before wrote down is read under today’s names', () => {
  const row = { op: 'insert', id: 'one', values: { note: 'They wrote' } };
  const written = JSON.parse(
    JSON.stringify([
      { ...row, table: 'Signal' },
      { ...row, table: 'Offer' },
    ]),
  );
  expect(readChanges(written).map(({ table }) => table)).toEqual(['Clue', 'Offer']);
  expect(underTodaysNames({ Signal: ['one'], Clue: ['two'], User: ['me'] })).toEqual({
    Clue: ['one', 'two'],
    User: ['me'],
  });
});
