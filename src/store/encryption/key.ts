import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../../core/ports/errors.ts';
import { codeOf, unusable } from '../driver/failures.ts';
import { closeToOthers } from '../driver/file.ts';
import { sqlitePath } from '../driver/url.ts';

const WANTED = '32 bytes as base64, or 64 hexadecimal digits';

/**
 * The encryption key, 32 bytes: the given one, else on SQLite the one in `encryption.key` beside the database, made
 * where there is neither a key nor a database.
 * @param announce told in one line where a new key was written
 * @throws StartError where there is none, or what there is is no key
 */
export function encryptionKeyFor(
  { databaseUrl, encryptionKey }: { databaseUrl: string; encryptionKey?: string | undefined },
  announce: (line: string) => void,
): Buffer {
  if (encryptionKey) return readKey(encryptionKey, 'ENCRYPTION_KEY');
  const database = sqlitePath(databaseUrl);
  if (database === undefined)
    throw new StartError(`With PostgreSQL, ENCRYPTION_KEY has to be set to ${WANTED} (openssl rand -base64 32).`);

  const path = join(dirname(database), 'encryption.key');
  if (existsSync(path)) return readKey(readKeyFile(path), path);
  if (existsSync(database))
    throw new StartError(`${database} is there but its key, ${path}, is not; put it back or set ENCRYPTION_KEY.`);
  const key = makeKey(path);
  announce(`A new encryption key is in ${path}: keep a copy of it apart from the database's.`);
  return key;
}

/** @param from where it was read, to name in the error */
export function readKey(text: string, from: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  // Buffer skips what is not base64 instead of refusing it.
  if (key.length !== 32 || !/^([0-9a-f]{64}|[\w+/-]{43}=?)$/i.test(trimmed))
    throw new StartError(`${from} is no encryption key: it has to be ${WANTED} (openssl rand -base64 32).`);
  return key;
}

function readKeyFile(path: string): string {
  try {
    closeToOthers(path);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartError(
      `${path} cannot be read (${codeOf(error)}). Let this account read it, or set ENCRYPTION_KEY.`,
      {
        cause: error,
      },
    );
  }
}

/** Written under another name first: killed in the midst of it, or without room, it leaves no half of a key. */
function makeKey(path: string): Buffer {
  const key = randomBytes(32);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
    // Unlike a renaming, it does not replace a key that somebody has made in the meantime.
    linkOrCopy(draft, path);
    return key;
  } catch (error) {
    throw unusable(path, error);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Some disks know no links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
