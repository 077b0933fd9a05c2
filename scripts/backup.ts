// Copies the database while the bot runs: npm run backup. To a place of its own: npm run backup -- PATH
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../src/core/ports/errors.ts';
import { count } from '../src/domain/words/sentences.ts';
import { sqlitePath } from '../src/store/driver/url.ts';
import { copySqlite } from '../src/store/upkeep/copySqlite.ts';
import { copiesFolder, copyName } from '../src/store/upkeep/names.ts';
import { megabytes, progressLines } from '../src/store/upkeep/progress.ts';
import { runTool } from './tool.ts';

await runTool(async ({ databaseUrl, backupDir, encryptionKey }, [given]) => {
  const database = sqlitePath(databaseUrl);
  if (database === undefined)
    throw new StartError('DATABASE_URL names a PostgreSQL database: pg_dump copies it, see docs/backups-and-keys.md.');
  const to = given ?? join(copiesFolder(database, backupDir), copyName(database, Temporal.Now.instant()));
  if (existsSync(to)) throw new StartError(`There is a file at ${to} already: name another.`);
  const { bytes, rows } = await copySqlite(database, to, progressLines(console.log));
  console.log(
    `Copied ${count(rows, 'row', 'rows')} to ${resolve(to)} (${megabytes(bytes)}), and read the copy through: it is whole.`,
  );
  console.log(
    `Without its key nobody can read it, you included. The key is not in it: keep ${encryptionKey ? 'ENCRYPTION_KEY' : join(dirname(database), 'encryption.key')} somewhere else as well, apart from the copies.`,
  );
});
