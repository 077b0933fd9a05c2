import Tinypool from 'tinypool';
import { UserError } from '../core/ports/errors.ts';
import type { How, ImportRead } from './import.ts';
import type { ReadInWorker, Reading } from './importWorker.ts';

/** The worst file of the allowed size takes a fifth of it on a quiet machine. */
const LONGEST_MS = 60_000;
/** Ten times what a workbook of 10,000 rows needs. */
const MOST_MEGABYTES = 600;
/** So many files wait for the one thread; the next is told to come again. */
const MOST_WAITING = 20;

let pool: Tinypool | undefined;
const thread = (): Tinypool => {
  pool ??= new Tinypool({
    filename: new URL('./importWorker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    // A file that wants more ends its thread, and nothing else.
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    maxQueue: MOST_WAITING,
  });
  return pool;
};

/**
 * Reads a file of somebody's, away from what answers others: whatever is in it, nobody else waits for it.
 * @throws UserError where it is none that can be read, takes too long, or too many are being read
 */
export async function readFileApart(file: string, how: How): Promise<ImportRead> {
  const given: Reading = { file, ...how, now: how.now.toString() };
  const read = await thread()
    .run(given, { signal: AbortSignal.timeout(LONGEST_MS) })
    .catch((error: unknown) => notNow(error));
  return outcome(read as ReadInWorker);
}

function outcome(read: ReadInWorker): ImportRead {
  if ('refused' in read) throw new UserError(read.refused.message, read.refused.fields);
  return read.read;
}

function notNow(error: unknown): never {
  const { name, message } = error instanceof Error ? error : new Error('unknown');
  if (name === 'AbortError' || name === 'TimeoutError')
    throw new UserError('That file takes too long to read. Save a part of it as a file of its own, and try that.');
  if (/queue/i.test(message))
    throw new UserError('Many files are being read just now. Nothing is lost: try again in a minute.');
  if (/memory/i.test(message))
    throw new UserError('That file unpacks to more than I read. Save a part of it as a file of its own, and try that.');
  throw error;
}
