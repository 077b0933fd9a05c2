import { describe, expect, test } from 'vitest';
import { modelsText } from '../../../scripts/schemaEngine.ts';
import { encryptedColumns } from '../../../src/store/encryption/encryptedColumns.ts';
import { belongings, tables } from '../../../src/store/entities/tables.ts';

/** The models as their text has them: each with the lines of its columns, below their comments. */
const models = [...modelsText().matchAll(/^model (\w+) \{\n([^}]+)\}/gm)].map(([, name = '', body = '']) => ({
  name,
  body,
  columns: [...body.matchAll(/((?:^ +\/\/\/.*\n)*)^ +(\w+) +(\w+)/gm)].map(([, comment = '', column = '']) => ({
    column,
    isSealed: comment.includes('Sealed'),
  })),
}));

/** Rows that are a user's and are no part of a notebook: they are removed and moved by name. */
const elsewhere = ['Account', 'Membership', 'Delivery'];

describe('the list of tables', () => {
  test('has every table whose rows belong to one user', () => {
    const owned = models.filter(({ body }) => /^ +userId /m.test(body)).map(({ name }) => name);
    expect(owned.filter(name => !elsewhere.includes(name)).sort()).toEqual([...belongings].sort());
    for (const name of belongings)
      expect(models.find(model => model.name === name)?.body).toContain('onDelete: Cascade');
  });

  test('seals the columns that the models say are sealed', () => {
    const sealed = models.flatMap(({ name, columns }) => {
      const names = columns.filter(({ isSealed }) => isSealed).map(({ column }) => column);
      return names.length > 0 ? [[name, names]] : [];
    });
    expect(Object.fromEntries(sealed)).toEqual(encryptedColumns);
  });

  test('knows what hangs on what, by keys that span the user’s id', () => {
    for (const { name, body } of models) {
      const keys = [...body.matchAll(/(\w+)\?? +@relation\(fields: \[(\w+), userId\], references: \[id, userId\]/g)];
      const parents = Object.fromEntries(keys.map(([, parent, column]) => [column, parent]));
      const declared = Object.entries(tables).find(([table]) => table === name)?.[1].parents ?? {};
      expect({ [name]: parents }).toEqual({ [name]: declared });
    }
  });

  test('has what is hung on before what hangs on it', () => {
    const names = Object.keys(tables);
    for (const [name, { parents }] of Object.entries(tables))
      for (const parent of Object.values(parents)) expect(names.indexOf(parent)).toBeLessThan(names.indexOf(name));
  });
});
