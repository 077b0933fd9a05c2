import Database from 'better-sqlite3';
import { type Migratable, type MigrationTransaction, migrate } from './migrate.ts';
import { type Migration, migrationsFolder, readMigrations } from './migrations.ts';

/** Brings a SQLite file up to date, and says which migrations that took. Nobody else has the file. */
export async function migrateSqlite(
  path: string,
  migrations: readonly Migration[] = readMigrations(migrationsFolder('sqlite')),
): Promise<string[]> {
  const connection = new Database(path, { timeout: 1000 });
  try {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // A table is rebuilt by dropping it, which would take along what points at it. Within a transaction this is fixed.
    connection.pragma('foreign_keys = OFF');
    return await migrate(migratable(connection), migrations);
  } finally {
    connection.close();
  }
}

function migratable(connection: Database.Database): Migratable {
  const dangling = () => connection.prepare('PRAGMA foreign_key_check').all().length;
  const transaction: MigrationTransaction = {
    async run(sql) {
      connection.exec(sql);
    },
    // What SQLite would have refused with foreign keys on; rows that somebody removed by hand before are not in the way.
    async apply(sql) {
      const before = dangling();
      connection.exec(sql);
      if (dangling() > before) throw new Error('a row would point at one that is not there');
    },
    rows: async sql => connection.prepare<[], unknown[]>(sql).raw().all(),
    tables: async () =>
      connection.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
    async drop(tables) {
      for (const table of tables) connection.exec(`DROP TABLE "${table}"`);
    },
  };
  return {
    recordTable: RECORD_TABLE,
    async transaction(work) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(transaction);
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite may have rolled back by itself.
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

const RECORD_TABLE = `
  CREATE TABLE "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "checksum" TEXT NOT NULL,
    "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL,
    "logs" TEXT,
    "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`;
