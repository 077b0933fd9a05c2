import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migratedModels, modelsText } from '../../../scripts/schemaEngine.ts';
import { migrationsFolder } from '../../../src/store/driver/migrations.ts';

test('the migrations lead to the models: after a change of them, npm run migration -- what-changed', () => {
  expect(readFileSync(migratedModels, 'utf8')).toBe(modelsText());
});

test('both databases have the same migrations', () => {
  expect(readdirSync(migrationsFolder('sqlite'))).toEqual(readdirSync(migrationsFolder('postgresql')));
});
