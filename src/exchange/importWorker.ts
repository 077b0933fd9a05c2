import { UserError } from '../core/ports/errors.ts';
import { type How, type ImportRead, readImport } from './import.ts';

/** A file and how it is read, as it goes to a thread. */
export type Reading = Omit<How, 'now'> & { file: string; now: string };
export type ReadInWorker = { read: ImportRead } | { refused: { message: string; fields: Record<string, string> } };

/** Runs in a thread of its own. What is wrong with a file is an answer: errors lose their kind on the way. */
export default async function readInWorker({ file, now, ...how }: Reading): Promise<ReadInWorker> {
  try {
    return { read: await readImport(file, { ...how, now: Temporal.Instant.from(now) }) };
  } catch (error) {
    if (error instanceof UserError) return { refused: { message: error.message, fields: { file: error.message } } };
    throw error;
  }
}
