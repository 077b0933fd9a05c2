import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Migratable, migrate } from './migrate.ts';
import { type Migration, migrationsFolder, readMigrations } from './migrations.ts';

/** Brings a PostgreSQL database up to date, and says which migrations that took. Several processes take turns. */
export async function migratePostgres(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly Migration[] = readMigrations(migrationsFolder('postgresql')),
): Promise<string[]> {
  const connection = await adapter.connect();
  try {
    return await migrate(migratable(connection), migrations);
  } finally {
    await connection.dispose();
  }
}

/** The number by which Prisma's own engine locks, so that an older replica waits as well. */
const LOCK = 72707369;

function migratable(connection: SqlDriverAdapter): Migratable {
  return {
    recordTable: RECORD_TABLE,
    async transaction(work) {
      const transaction = await connection.startTransaction();
      // Without arguments PostgreSQL takes several statements at once.
      const run = async (sql: string) => void (await transaction.executeRaw({ sql, args: [], argTypes: [] }));
      const rows = async (sql: string) => (await transaction.queryRaw({ sql, args: [], argTypes: [] })).rows;
      try {
        // Held until the end of the transaction.
        await run(`SELECT pg_advisory_xact_lock(${LOCK})`);
        const result = await work({
          run,
          apply: run,
          rows,
          tables: async () => {
            const found = await rows('SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()');
            return found.map(([name]) => String(name));
          },
          async drop(tables) {
            if (tables.length > 0) await run(`DROP TABLE ${tables.map(name => `"${name}"`).join(', ')}`);
          },
        });
        await run('COMMIT');
        await transaction.commit();
        return result;
      } catch (error) {
        // The connection may be gone, and the transaction with it.
        await run('ROLLBACK').catch(() => {});
        await transaction.rollback();
        throw error;
      }
    },
  };
}

const RECORD_TABLE = `
  CREATE TABLE "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;
