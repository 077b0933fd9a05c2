// Writes the migrations that lead from the last ones to the models: npm run migration -- add-loose-ends
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { migrationsFolder } from '../src/store/driver/migrations.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { difference, migratedModels, modelsText } from './schemaEngine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Say what changes, in lower case with hyphens: npm run migration -- add-loose-ends');
  process.exit(1);
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const models = {
  before: existsSync(migratedModels) ? readFileSync(migratedModels, 'utf8') : '',
  after: modelsText(),
};

// The texts are compared, but the engine wants a database of the kind to talk to.
const server = await startPostgres();
const written = [
  { provider: 'sqlite', sql: await difference('sqlite', new PrismaBetterSqlite3({ url: ':memory:' }), models) },
  { provider: 'postgresql', sql: await difference('postgresql', new PrismaPg(server.url), models) },
] as const;
await server.stop();

for (const { provider, sql } of written) {
  if (!sql) {
    console.log(`${provider}: nothing to do`);
    continue;
  }
  const folder = join(migrationsFolder(provider), `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(`${provider}: ${folder}`);
}
writeFileSync(migratedModels, models.after);
