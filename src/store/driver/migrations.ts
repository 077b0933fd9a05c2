import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider } from './database.ts';

export interface Migration {
  /** Its folder's name, which begins with the time of writing. */
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma records it. */
  checksum: string;
}

/** Where a database's migrations are, one folder each, in the order of their names. */
export const migrationsFolder = (provider: Provider): string =>
  join(import.meta.dirname, '../../../prisma', provider, 'migrations');

/** The migrations in a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  return names.sort().map(name => {
    const file = readFileSync(join(folder, name, 'migration.sql'));
    return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') };
  });
}
