import { existsSync, realpathSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StartError } from '../../core/ports/errors.ts';
import { openBeside } from '../driver/beside.ts';
import { unusable } from '../driver/failures.ts';
import { BESIDE, claimFolder, linkOrCopy, removeDatabase } from '../driver/file.ts';
import { lockForTool } from '../driver/lock.ts';
import { migrateSqlite } from '../driver/sqliteMigrations.ts';
import { openKeys } from '../encryption/keyCheck.ts';
import { dateOf } from '../entities/rows.ts';
import { type Copy, copySqlite } from './copySqlite.ts';
import { stampOf } from './names.ts';
import type { Progress } from './progress.ts';

interface Restoring {
  /** The copy that is to be used again. */
  from: string;
  /** The database's file, there or not. */
  to: string;
  /** The first seals, all of them open. */
  keys: readonly Uint8Array[];
  now: Temporal.Instant;
  progress?: Progress;
}

/** What was restored, and where the database that was there before lies now. */
export interface Restored extends Copy {
  before: string | undefined;
}

/**
 * Puts a copy in the place of a SQLite database. It is checked, opened with the key and brought up to date under another
 * name first; what was there is moved aside. Interrupted at any point it leaves the one or the other.
 * @throws StartError in one sentence, with the database as it was
 */
export async function restore({ from, to, keys, now, progress }: Restoring): Promise<Restored> {
  if (!existsSync(from)) throw new StartError(`There is no file at ${from}.`);
  claimFolder(to);
  if (existsSync(to) && realpathSync(from) === realpathSync(to))
    throw new StartError(`${from} is the database itself: name the copy that is to take its place.`);
  const path = existsSync(to) ? realpathSync(to) : to;
  const lock = lockForTool(path);
  const draft = `${path}.restoring`;
  try {
    removeDatabase(draft);
    const copy = await copySqlite(from, draft, progress);
    await prepare(draft, { from, keys, now });
    const before = moveAside(path, `${path}.before-${stampOf(now)}`);
    renameSync(draft, path);
    return { ...copy, path, before };
  } catch (error) {
    throw error instanceof StartError ? error : unusable(path, error);
  } finally {
    removeDatabase(draft);
    lock.release();
  }
}

/** @throws StartError where it is no database of this bot's, newer than the program, or sealed with another key */
async function prepare(draft: string, { from, keys, now }: Pick<Restoring, 'from' | 'keys' | 'now'>): Promise<void> {
  if (!isOurs(draft)) throw new StartError(`${from} is a database, but none of Backchannel's: nothing was changed.`);
  await migrateSqlite(draft);
  const client = openBeside(`file:${draft}`);
  try {
    await openKeys(client, keys).catch(error => {
      if (!(error instanceof StartError)) throw error;
      throw new StartError(
        `${from} was sealed with another key than the one that is set: set ENCRYPTION_KEY to the key of today, a comma, and the key of that time, and try again.`,
      );
    });
    // It may have been sent since the copy was made: it is looked up first, as after a crash.
    await client.delivery.updateMany({
      where: { status: 'due', dueAt: { lte: dateOf(now) } },
      data: { status: 'sending' },
    });
  } finally {
    await client.$disconnect();
  }
}

function isOurs(path: string): boolean {
  const opened = new Database(path, { readonly: true });
  try {
    const known = "SELECT count(*) FROM sqlite_schema WHERE name IN ('_prisma_migrations', 'KeyCheck')";
    return opened.prepare<[], number>(known).pluck().get() === 2;
  } finally {
    opened.close();
  }
}

/** Its log would be taken for the new file's: it goes first. The file itself keeps its name until another takes it. */
function moveAside(path: string, aside: string): string | undefined {
  const isThere = existsSync(path);
  if (isThere) settle(path);
  for (const end of BESIDE) if (existsSync(path + end)) renameSync(path + end, aside + end);
  if (!isThere) return undefined;
  linkOrCopy(path, aside);
  return aside;
}

/** Brings what stands in the log into the file. One that is too damaged for that is kept as it is. */
function settle(path: string): void {
  try {
    const old = new Database(path, { timeout: 1000 });
    try {
      old.pragma('wal_checkpoint(TRUNCATE)');
      old.pragma('journal_mode = DELETE');
    } finally {
      old.close();
    }
  } catch {}
}
