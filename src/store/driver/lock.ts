import Database from 'better-sqlite3';
import { StartError } from '../../core/ports/errors.ts';
import { codeOf, unusable } from './failures.ts';

/**
 * Holds a database file for this process alone, by an exclusive transaction on a second SQLite file beside it. The
 * operating system releases it however the process ends.
 * @throws StartError where another process holds it or the folder cannot be written to
 */
export function lockFile(path: string): { release(): void } {
  try {
    const lock = new Database(`${path}.lock`, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return { release: () => lock.close() };
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new StartError(
        `Another process already uses ${path}; stop that one first, or give this one its own file.`,
        {
          cause: error,
        },
      );
    throw unusable(path, error);
  }
}

/**
 * The same for an operator's tool that needs the database for itself.
 * @throws StartError where the bot has it
 */
export function lockForTool(path: string): { release(): void } {
  try {
    return lockFile(path);
  } catch (error) {
    if (codeOf((error as Error).cause).startsWith('SQLITE_BUSY'))
      throw new StartError(`The bot is running on ${path}: stop it first, then try again.`);
    throw error;
  }
}

/** Whether a process has the database, at this moment. */
export function isHeld(path: string): boolean {
  try {
    lockFile(path).release();
    return false;
  } catch (error) {
    if (codeOf((error as Error).cause).startsWith('SQLITE_BUSY')) return true;
    throw error;
  }
}
