import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../../core/errors.ts';
import { unusable } from '../driver/failures.ts';
import { sqlitePath } from '../driver/url.ts';

const WANTED = '32 bytes as base64, or 64 hexadecimal digits';

/**
 * The encryption key, 32 bytes: the given one, else on SQLite the one in `encryption.key` beside the database, made
 * where there is neither a key nor a database.
 * @param announce told in one line where a new key was written
 * @throws StartError where there is none, or what there is is no key
 */
export function encryptionKeyFor(
  { databaseUrl, encryptionKey }: { databaseUrl: string; encryptionKey?: string },
  announce: (line: string) => void,
): Buffer {
  if (encryptionKey) return readKey(encryptionKey, 'ENCRYPTION_KEY');
  const database = sqlitePath(databaseUrl);
  if (database === undefined)
    throw new StartError(`With PostgreSQL, ENCRYPTION_KEY has to be set to ${WANTED} (openssl rand -base64 32).`);

  const path = join(dirname(database), 'encryption.key');
  if (existsSync(path)) return readKey(readFileSync(path, 'utf8'), path);
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

function makeKey(path: string): Buffer {
  const key = randomBytes(32);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    throw unusable(path, error);
  }
}
