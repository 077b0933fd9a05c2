import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { StartError } from '../../core/ports/errors.ts';
import { PrismaClient } from '../generated/sqlite/client.ts';
import { transactionOptions } from './client.ts';
import type { Database } from './database.ts';
import { directClient } from './direct.ts';
import { unusable } from './failures.ts';
import { claimFile } from './file.ts';
import { lockFile } from './lock.ts';
import { refusingOnceMoved, watchFile } from './moved.ts';
import { watchWrites } from './refusedWrites.ts';
import { serialized, shared } from './serialized.ts';
import { migrateSqlite } from './sqliteMigrations.ts';

/**
 * Acknowledged means on the disk: in WAL mode only `FULL` syncs at every commit. While the driver waits for a lock the
 * whole process does, so that it waits for less than the three seconds in which platforms want to hear from it.
 */
const PRAGMAS = `
  PRAGMA busy_timeout = 1000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
`;

const LOST = 'the database file was removed or replaced: restart the bot once the file is back';

/** The adapter of a SQLite file, also for what writes migrations. */
export const sqliteAdapter = (path: string) => serialized(bareAdapter(path), PRAGMAS);
const bareAdapter = (path: string) => new PrismaBetterSqlite3({ url: `file:${path}` });

/**
 * Opens a SQLite file, made where there is none, and brings it up to date.
 * @throws StartError where it cannot be written or another process has it
 */
export async function openSqlite(given: string): Promise<Database> {
  const { path } = claimFile(given);
  const lock = lockFile(path);
  try {
    await migrateSqlite(path);
    const isMoved = watchFile(given);
    const connection = await shared(bareAdapter(path), PRAGMAS);
    const writes = watchWrites();
    const as = (of: SqlDriverAdapterFactory) =>
      directClient(
        refusingOnceMoved(writes.watched(of), isMoved),
        adapter => new PrismaClient({ adapter, transactionOptions }),
      );
    const client = as(connection.people);
    const engine = as(connection.engine);
    return {
      client,
      engine,
      provider: 'sqlite',
      name: path,
      lost: () => (isMoved() ? LOST : undefined),
      refused: writes.why,
      async close() {
        await Promise.all([client.$disconnect(), engine.$disconnect()]);
        await connection.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error instanceof StartError ? error : unusable(path, error);
  }
}
