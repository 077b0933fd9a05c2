import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { difference } from '../../../scripts/schemaEngine.ts';
import { migrationsFolder } from '../../../src/store/driver/migrations.ts';
import { blankPostgres, databases, scratch } from '../databases.ts';

const blank = { SQLite: databases[0].create, PostgreSQL: blankPostgres };

test.each(Object.entries(blank))(
  'the migrations lead a blank %s to the models: after a change of them, npm run migration -- what-changed',
  async (_, create) => {
    const { url } = await scratch(create);
    expect(await difference(url)).toBeUndefined();
  },
);

test('both databases have the same migrations', () => {
  expect(readdirSync(migrationsFolder('sqlite'))).toEqual(readdirSync(migrationsFolder('postgresql')));
});
