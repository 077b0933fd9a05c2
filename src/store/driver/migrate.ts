import { randomUUID } from 'node:crypto';
import { StartError } from '../../core/ports/errors.ts';
import { tablesMadeBy } from './interrupted.ts';
import type { Migration } from './migrations.ts';

/** One transaction that no other process can have at the same time. */
export interface MigrationTransaction {
  /** Runs any number of statements. */
  run(sql: string): Promise<void>;
  /** Runs a migration's statements. @throws where they would leave a row that points at none */
  apply(sql: string): Promise<void>;
  rows(sql: string): Promise<unknown[][]>;
  /** The tables of this schema. */
  tables(): Promise<string[]>;
  /** Removes tables, whichever of them point at which. */
  drop(tables: readonly string[]): Promise<void>;
}

/** A database that can be migrated. `_prisma_migrations` is made by its own SQL, as Prisma makes it. */
export interface Migratable {
  recordTable: string;
  /** Commits what the work did, all of it or, where it throws or the process is killed, nothing. */
  transaction<Result>(work: (transaction: MigrationTransaction) => Promise<Result>): Promise<Result>;
}

/**
 * Applies what migrations a database has not had yet, and says which those were. Each is one transaction with the row
 * that records it, so that a kill leaves it done or not begun. The rows are Prisma's own: databases that its engine
 * migrated carry on.
 * @throws StartError where the database is newer than the program or an older program was interrupted in it
 */
export async function migrate(database: Migratable, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const name = await database.transaction(transaction => applyNext(transaction, database, migrations));
    if (name === undefined) return applied;
    applied.push(name);
  }
}

/** Reads what was applied inside the lock: another process may have been at it until now. */
async function applyNext(
  transaction: MigrationTransaction,
  { recordTable }: Migratable,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  if (!(await transaction.tables()).includes('_prisma_migrations')) await transaction.run(recordTable);
  const applied = new Set<unknown>();
  const recorded = await transaction.rows(RECORDED);
  for (const [id, name, finishedAt, steps] of recorded) {
    const migration = migrations.find(known => known.name === name);
    if (!migration)
      throw new StartError(
        `The database has had the migration ${name}, which this version of Backchannel does not know: start the version that it was used with last, or a newer one.`,
      );
    if (finishedAt !== null || (await recover(transaction, migration, { id, steps }))) applied.add(name);
  }
  const next = migrations.find(({ name }) => !applied.has(name));
  if (!next) return undefined;
  await transaction.apply(next.sql);
  await transaction.run(record(next, new Date()));
  return next.name;
}

const RECORDED = `
  SELECT "id", "migration_name", "finished_at", "applied_steps_count" FROM "_prisma_migrations"
  WHERE "rolled_back_at" IS NULL ORDER BY "started_at"`;

function record({ name, checksum }: Migration, now: Date): string {
  const at = now.toISOString().replace('Z', '+00:00');
  return `
    INSERT INTO "_prisma_migrations"
      ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
    VALUES ('${randomUUID()}', '${checksum}', ${literal(name)}, '${at}', '${at}', 1)`;
}

/**
 * What Prisma's engine began and was killed in: it ran statement after statement without a transaction, and counted a
 * step after the last. Whether it was applied in the end; if not, nothing of it is left, and it can begin anew.
 */
async function recover(
  transaction: MigrationTransaction,
  { name, sql }: Migration,
  row: { id: unknown; steps: unknown },
): Promise<boolean> {
  const id = literal(String(row.id));
  if (Number(row.steps) > 0) {
    await transaction.run(`UPDATE "_prisma_migrations" SET "finished_at" = "started_at" WHERE "id" = ${id}`);
    return true;
  }
  // No program can have written anything into tables that were never finished.
  const made = tablesMadeBy(sql);
  const there = (await transaction.tables()).filter(table => made?.includes(table));
  const rows = there.map(table => `SELECT 1 FROM "${table}"`).join(' UNION ALL ');
  if (!made || (rows && (await transaction.rows(`${rows} LIMIT 1`)).length > 0))
    throw new StartError(
      `An older version of Backchannel was interrupted in the migration ${name}, and the database cannot be used as it is: restore it from a copy made before.`,
    );
  await transaction.drop(there);
  await transaction.run(`DELETE FROM "_prisma_migrations" WHERE "id" = ${id}`);
  return false;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
