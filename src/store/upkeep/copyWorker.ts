import { closeSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { codeOf, reasonOf } from '../driver/failures.ts';
import { removeDatabase } from '../driver/file.ts';

/** What is to be copied, as it goes to the thread. */
export interface Copying {
  from: string;
  to: string;
}
/** What comes back: how far it is, and in the end what was copied or what is wrong, as errors lose their code on the way. */
export type Said = { share: number } | Copied | { failed: { code: string; reason: string } };
export interface Copied {
  bytes: number;
  rows: number;
}

// This file is the thread: SQLite holds its own while it copies and checks.
const tell = (said: Said) => parentPort?.postMessage(said);
tell(await copied(workerData as Copying));

async function copied({ from, to }: Copying): Promise<Said> {
  const draft = `${to}.partial`;
  try {
    // What was left by one that was killed.
    removeDatabase(draft);
    closeSync(openSync(draft, 'wx', 0o600));
    await copy(from, draft);
    const rows = check(draft);
    sync(draft);
    renameSync(draft, to);
    syncFolder(dirname(to));
    return { bytes: statSync(to).size, rows };
  } catch (error) {
    removeDatabase(draft);
    return { failed: { code: codeOf(error), reason: reasonOf(error) } };
  }
}

/** One moment of the database, whoever writes in the meantime: within a transaction that only reads. */
async function copy(from: string, draft: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(draft, {
      progress({ totalPages, remainingPages }) {
        tell({ share: 1 - remainingPages / Math.max(1, totalPages) });
        return 1000;
      },
    });
  } finally {
    source.close();
  }
}

/** Opens the copy as one file that needs no other, reads all of it, and says how many rows it has. */
function check(draft: string): number {
  const opened = new Database(draft);
  try {
    opened.pragma('journal_mode = DELETE');
    const found = opened.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
    const tables = opened
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
      .pluck()
      .all()
      .filter(name => name !== '_prisma_migrations');
    const count = (name: string) => opened.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0;
    return tables.reduce((sum, name) => sum + count(name), 0);
  } finally {
    opened.close();
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** Some systems cannot sync a folder; what is in it is safe all the same after a moment. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {}
}
