import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../../core/ports/errors.ts';
import { codeOf, unusable } from './failures.ts';

/** Only this account may read what is kept. */
const OWNER_ALONE = 0o600;

/**
 * Makes the file where there is none, for its owner's eyes alone, and resolves links: whatever it is called by, it is
 * locked by one name.
 * @throws StartError where it cannot be written, or has a second name that no link tells of
 */
export function claimFile(path: string): { path: string } {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'a', OWNER_ALONE));
    const real = realpathSync(path);
    for (const file of [real, `${real}-wal`, `${real}-shm`]) if (existsSync(file)) closeToOthers(file);
    // SQLite keeps its log beside the name that it was given: by two names, the one would never see the other's.
    if (statSync(real).nlink > 1)
      throw new StartError(
        `${path} cannot be opened: the same file has another name (a hard link), and through two names it would be damaged. Make a copy of it instead.`,
      );
    return { path: real };
  } catch (error) {
    throw error instanceof StartError ? error : unusable(path, error);
  }
}

/** Takes away what others may do with a file; where it is somebody else's, or on a disk without rights, it stays. */
export function closeToOthers(path: string): void {
  if ((statSync(path).mode & 0o077) === 0) return;
  try {
    chmodSync(path, OWNER_ALONE);
  } catch {}
}

/** Makes the folder that a file is to lie in. @throws StartError where that cannot be */
export function claimFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw unusable(path, error);
  }
}

/** What SQLite keeps beside a database, by its name: it would take it for that of another file of the same name. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** Removes a database with all that lies beside it, as far as it is there. */
export function removeDatabase(path: string): void {
  for (const end of ['', ...BESIDE]) rmSync(path + end, { force: true });
}

/** Gives a file a second name, or where the disk knows no links a copy, and replaces nothing that has it. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Some disks know no links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
