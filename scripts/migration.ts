// Writes the migrations that lead from the last ones to the models: npm run migration -- add-loose-ends
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder } from '../src/store/driver/migrations.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { difference } from './schemaEngine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Say what changes, in lower case with hyphens: npm run migration -- add-loose-ends');
  process.exit(1);
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);

// Blank databases, which the migrations so far bring to where the new one begins.
const scratch = mkdtempSync(join(tmpdir(), 'backchannel-migration-'));
const server = await startPostgres();
const written = [
  { provider: 'sqlite', sql: await difference(`file:${join(scratch, 'blank.db')}`) },
  { provider: 'postgresql', sql: await difference(server.url) },
] as const;
await server.stop();
rmSync(scratch, { recursive: true });

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
