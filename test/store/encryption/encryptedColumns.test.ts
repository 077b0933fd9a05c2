import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { text } from '../../../src/domain/entities/columns.ts';
import { encrypted, entity, plain } from '../../../src/domain/entities/entity.ts';
import { encryptedClient } from '../../../src/store/driver/client.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import { type Decisions, encryptedColumns } from '../../../src/store/encryption/encryptedColumns.ts';
import { rowsOf, type TableName, tableNames } from '../../../src/store/entities/tables.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { databases, KEY, NOW, scratch } from '../databases.ts';
import { dump } from '../raw.ts';
import { columnsInText } from '../rows.ts';

/** Every model that has encrypted columns, and the user whose rows they are; what is hung on comes first. */
const models = [
  ...new Set(['User', ...tableNames.filter(name => encryptedColumns[name]), ...Object.keys(encryptedColumns)]),
];

const parents: Record<string, string> = { userId: 'User id', contactId: 'Contact id', programId: 'Program id' };
const isEncrypted = (model: string, column: string) => encryptedColumns[model]?.includes(column) ?? false;
/** No word of it is in any other cell. */
const planted = (model: string, column: string) => `Planted${model}${column} Quillfeather`;

/** A row with something in every column that there is. */
const rowOf = (model: string): Record<string, unknown> =>
  Object.fromEntries(
    columnsInText(model).map(({ name: column, type }) => {
      if (column === 'id') return [column, `${model} id`];
      if (parents[column]) return [column, parents[column]];
      if (isEncrypted(model, column)) return [column, planted(model, column)];
      const values: Record<string, unknown> = { Int: 1, Boolean: true, DateTime: new Date(NOW.epochMilliseconds) };
      return [column, values[type] ?? `Readable${model}${column}`];
    }),
  );

describe.each(databases)('a row in every model on $name', ({ name, create }) => {
  test('leaves no word of an encrypted column in the database, and every one is read as it was written', async () => {
    const { url } = await scratch(create);
    const { client, close } = await openDatabase(url);
    const opened = encryptedClient(client, createFieldCipher(KEY));
    for (const model of models) {
      const rows = rowsOf(opened, model as TableName);
      await rows.create({ data: rowOf(model) });
      expect(await rows.findUnique({ where: { id: `${model} id` } })).toEqual(rowOf(model));
    }
    const path = sqlitePath(url);
    const bytes = path && ['', '-wal'].map(end => readFileSync(path + end, 'latin1')).join('');
    await close();
    const raw = bytes ?? JSON.stringify(await dump(url));

    expect(raw).not.toMatch(/planted|quillfeather/i);
    for (const model of models)
      for (const { name: column, type } of columnsInText(model)) {
        const isReadable = type === 'String' && !isEncrypted(model, column) && column !== 'id' && !parents[column];
        if (isReadable) expect(raw, `${name} has ${model}.${column}`).toContain(`Readable${model}${column}`);
      }
    expect(raw.split('v2.').length).toBeGreaterThan(Object.values(encryptedColumns).flat().length);
  });
});

test('a column of text that nobody decided on does not compile', () => {
  interface Row {
    id: string;
    note: string | null;
    kind: string;
    at: Date;
  }
  // @ts-expect-error: is the note encrypted?
  const undecided: Decisions<Row, 'kind' | 'at'> = {};
  const decided: Decisions<Row, 'kind' | 'at'> = { note: 'encrypted' };
  const declared: Decisions<Row, 'kind' | 'note'> = {};
  // @ts-expect-error: no row has this one.
  const unknown: Decisions<Row, 'kind' | 'note' | 'nota'> = {};
  const nouns = { one: 'thing', many: 'things' };
  // @ts-expect-error: neither encrypted nor plain.
  const bare = () => entity('Contact', { name: text }, nouns);
  const said = entity('Contact', { name: encrypted(text), role: plain(text) }, nouns);
  expect([undecided, decided, declared, unknown, bare, said]).toHaveLength(6);
});
