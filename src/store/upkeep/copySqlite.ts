import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StartError } from '../../core/ports/errors.ts';
import { unusable } from '../driver/failures.ts';
import type { Copying, Said } from './copyWorker.ts';
import { megabytes, type Progress } from './progress.ts';

/** A copy must not take the last room from the bot that goes on writing on the same disk. */
const SPARE_BYTES = 50_000_000;

export interface Copy {
  path: string;
  bytes: number;
  /** How many rows it has in all. */
  rows: number;
}

/**
 * Copies a SQLite database as it is at one moment, while others write to it, into one file that needs no other. The copy
 * has its name only once it was opened, read whole and is on the disk. A thread of its own does it: nobody waits.
 * @throws StartError in one sentence, with nothing left behind
 */
export async function copySqlite(from: string, to: string, progress: Progress = () => {}): Promise<Copy> {
  if (!existsSync(from)) throw new StartError(`There is no database at ${from}.`);
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    makeSureOfRoom(from, to);
  } catch (error) {
    throw error instanceof StartError ? error : unusable(to, error);
  }
  const done = await copyInThread({ from, to }, share =>
    progress(() => `Copying ${from}: ${Math.floor(share * 100)}%.`),
  );
  if ('failed' in done) throw failure(from, to, done.failed);
  return { path: to, ...done };
}

const copyInThread = (workerData: Copying, tell: (share: number) => void) =>
  new Promise<Exclude<Said, { share: number }>>((resolve, reject) => {
    const worker = new Worker(new URL('./copyWorker.ts', import.meta.url), { workerData });
    worker.on('message', (said: Said) => ('share' in said ? tell(said.share) : resolve(said)));
    worker.on('error', reject);
  });

function makeSureOfRoom(from: string, to: string): void {
  const needed = [from, `${from}-wal`]
    .map(path => statSync(path, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size);
  const { bavail, bsize } = statfsSync(dirname(to));
  if (bavail * bsize < needed + SPARE_BYTES)
    throw new StartError(
      `There is no room in ${dirname(to)} for a copy of ${from}: it needs ${megabytes(needed + SPARE_BYTES)}, and ${megabytes(bavail * bsize)} are free.`,
    );
}

/** A full or read-only disk is the copy's; whatever else is wrong is wrong with what was to be copied. */
function failure(from: string, to: string, { code, reason }: { code: string; reason: string }): StartError {
  const isTarget = /^(ENOSPC|EDQUOT|SQLITE_FULL|EROFS|EACCES|EPERM|EFBIG)$/.test(code);
  return unusable(isTarget ? to : from, Object.assign(new Error(reason), { code }));
}
