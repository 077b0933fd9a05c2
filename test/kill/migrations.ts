import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Provider } from '../../src/store/driver/database.ts';
import { type Migration, migrationsFolder, readMigrations } from '../../src/store/driver/migrations.ts';

/** The database that is to be migrated, in the state that it is killed in; `rows` reads all that it holds. */
export interface Subject {
  url: string;
  /** Opens it as the bot does, with these migrations, and gives what is to be found again. */
  start(folder: string): Promise<string>;
  remove(): Promise<void>;
}

export interface MigrationKills {
  kills: number;
  /** Died by the signal, before the migration was over. */
  inside: number;
  starts: number;
  lost: number;
  /** How long it takes where nobody kills it. */
  ms: number;
}

const child = join(import.meta.dirname, 'migrating.ts');

/** Runs the migrations of a folder in a process of its own. Gives the milliseconds, or undefined where it was killed. */
async function migrateIn(url: string, folder: string, killAfterMs?: number): Promise<number | undefined> {
  const moment = killAfterMs === undefined ? [] : [String(killAfterMs)];
  const running = spawn(process.execPath, [child, url, folder, ...moment], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  running.stdout.on('data', data => {
    printed += data;
  });
  const [code, signal] = await once(running, 'close');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`it ended with ${code ?? signal}`);
  return printed ? Number(printed) : undefined;
}

/**
 * Kills migrations at random moments, each on a database of its own that is then started.
 * @param expected what `start` gives where nothing is lost
 */
export async function killMigrations(
  create: () => Promise<Subject>,
  folder: string,
  { kills, expected, random = Math.random }: { kills: number; expected: string; random?: () => number },
): Promise<MigrationKills> {
  const undisturbed = await create();
  const ms = (await migrateIn(undisturbed.url, folder)) ?? 0;
  await undisturbed.remove();
  const result: MigrationKills = { kills: 0, inside: 0, starts: 0, lost: 0, ms };
  while (result.kills < kills) {
    const subject = await create();
    const ended = await migrateIn(subject.url, folder, random() * ms);
    result.kills += 1;
    if (ended === undefined) result.inside += 1;
    if ((await subject.start(folder)) !== expected) result.lost += 1;
    result.starts += 1;
    await subject.remove();
  }
  return result;
}

/** The shipped migrations with one more, as a later version brings it: a table rebuilt, a column filled, an index. */
export function withLaterMigration(provider: Provider): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-migrations-'));
  const sql = [provider === 'sqlite' ? rebuilt('User', readMigrations(migrationsFolder(provider))) : '', FILLED].join(
    '',
  );
  cpSync(migrationsFolder(provider), folder, { recursive: true });
  mkdirSync(join(folder, LATER));
  writeFileSync(join(folder, LATER, 'migration.sql'), sql);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
export const LATER = '29991231235959_later';

const FILLED = `
CREATE TABLE "Later" ("id" TEXT NOT NULL PRIMARY KEY, "userId" TEXT NOT NULL);
INSERT INTO "Later" ("id", "userId") SELECT "id", "userId" FROM "LogEntry";
ALTER TABLE "LogEntry" ADD COLUMN "later" TEXT;
UPDATE "LogEntry" SET "later" = "id" || ';' || "day";
CREATE INDEX "LogEntry_later_idx" ON "LogEntry"("later");
`;

/** A table made anew, as Prisma writes it for SQLite wherever a column changes. */
function rebuilt(table: string, migrations: readonly Migration[]): string {
  const scratch = new Database(':memory:');
  for (const { sql } of migrations) scratch.exec(sql);
  const [made, ...indexes] = scratch
    .prepare<[string], string>(
      'SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC',
    )
    .pluck()
    .all(table);
  scratch.close();
  return `-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
${made?.replace(`"${table}"`, `"new_${table}"`)};
INSERT INTO "new_${table}" SELECT * FROM "${table}";
DROP TABLE "${table}";
ALTER TABLE "new_${table}" RENAME TO "${table}";
${indexes.join(';\n')};
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
`;
}
