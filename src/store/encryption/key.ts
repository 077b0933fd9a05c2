import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../../core/ports/errors.ts';
import { codeOf, unusable } from '../driver/failures.ts';
import { closeToOthers, linkOrCopy } from '../driver/file.ts';
import { sqlitePath } from '../driver/url.ts';

const WANTED = '32 bytes as base64, or 64 hexadecimal digits';

/** What the operator says of the key. */
export interface KeySource {
  databaseUrl: string;
  encryptionKey?: string | undefined;
}

/**
 * The encryption key, 32 bytes: the given one, else on SQLite the one in `encryption.key` beside the database, made
 * where there is neither a key nor a database.
 * @param announce told in one line where a new key was written
 * @throws StartError where there is none, or what there is is no key
 */
export function encryptionKeyFor({ databaseUrl, encryptionKey }: KeySource, announce: (line: string) => void): Buffer {
  const found = findKey({ databaseUrl, encryptionKey });
  if (Buffer.isBuffer(found)) return found;
  const { database, path } = found;
  if (existsSync(database))
    throw new StartError(`${database} is there but its key, ${path}, is not; put it back or set ENCRYPTION_KEY.`);
  const key = makeKey(path);
  announce(`A new encryption key is in ${path}: keep a copy of it apart from the database's.`);
  return key;
}

/**
 * The same for an operator's tool, which never makes a key.
 * @throws StartError where there is none
 */
export function existingKeyFor(given: KeySource): Buffer {
  const found = findKey(given);
  if (Buffer.isBuffer(found)) return found;
  throw new StartError(`There is no key at ${found.path}: put it there, or set ENCRYPTION_KEY.`);
}

/** The key, or where it would be beside a SQLite database. */
function findKey({ databaseUrl, encryptionKey }: KeySource): Buffer | { database: string; path: string } {
  if (encryptionKey) return readKey(encryptionKey, 'ENCRYPTION_KEY');
  const database = sqlitePath(databaseUrl);
  if (database === undefined)
    throw new StartError(`With PostgreSQL, ENCRYPTION_KEY has to be set to ${WANTED} (openssl rand -base64 32).`);
  const path = join(dirname(database), 'encryption.key');
  return existsSync(path) ? readKey(readKeyFile(path), path) : { database, path };
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
