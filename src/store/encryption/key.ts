import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../../core/ports/errors.ts';
import { codeOf, unusable } from '../driver/failures.ts';
import { closeToOthers, linkOrCopy } from '../driver/file.ts';
import { sqlitePath } from '../driver/url.ts';

/** A dozen keys at most: nobody needs three. */
const MOST_LETTERS = 1000;
const WANTED = '32 bytes as base64, or 64 hexadecimal digits';

/** 32 bytes each. The first seals, all of them open. */
export type Keys = [first: Buffer, ...others: Buffer[]];

/** What the operator says of the keys. */
export interface KeySource {
  databaseUrl: string;
  encryptionKey?: string | undefined;
}

/**
 * The encryption keys, 32 bytes each, of which the first seals: the given ones, else on SQLite those in `encryption.key`
 * beside the database, made where there is neither a key nor a database.
 * @param announce told in one line where a new key was written
 * @throws StartError where there is none, or what there is is no key
 */
export function encryptionKeysFor(source: KeySource, announce: (line: string) => void): Keys {
  const { keys, file } = findKeys(source);
  if (keys) return keys;
  if (existsSync(file.database))
    throw new StartError(
      `${file.database} is there but its key, ${file.path}, is not; put it back or set ENCRYPTION_KEY.`,
    );
  const key = makeKey(file.path);
  announce(`A new encryption key is in ${file.path}: keep a copy of it apart from the database's.`);
  return [key];
}

/** The keys, and the file that they stand in, unless ENCRYPTION_KEY has them. */
export interface KnownKeys {
  keys: Keys;
  path: string | undefined;
}

/**
 * The same for an operator's tool, which never makes a key unasked.
 * @throws StartError where there is none
 */
export function existingKeysFor(source: KeySource): KnownKeys {
  const { keys, file } = findKeys(source);
  if (!keys) throw new StartError(`There is no key at ${file.path}: put it there, or set ENCRYPTION_KEY.`);
  return { keys, path: file?.path };
}

interface KeyFile {
  database: string;
  path: string;
}

function findKeys({
  databaseUrl,
  encryptionKey,
}: KeySource): { keys: Keys; file?: KeyFile } | { keys?: undefined; file: KeyFile } {
  if (encryptionKey) return { keys: readKeys(encryptionKey, 'ENCRYPTION_KEY') };
  const database = sqlitePath(databaseUrl);
  if (database === undefined)
    throw new StartError(`With PostgreSQL, ENCRYPTION_KEY has to be set to ${WANTED} (openssl rand -base64 32).`);
  const file = { database, path: join(dirname(database), 'encryption.key') };
  return existsSync(file.path) ? { keys: readKeys(readKeyFile(file.path), file.path), file } : { file };
}

/** One key, or several with commas or line ends between: the first seals, the others open what was sealed earlier. */
export function readKeys(text: string, from: string): Keys {
  const parts = text
    .slice(0, MOST_LETTERS)
    .split(/[\s,]+/)
    .filter(Boolean);
  const [first = '', ...others] = new Set(parts);
  return [readKey(first, from), ...others.map(part => readKey(part, from))];
}

/** @param from where it was read, to name in the error */
function readKey(text: string, from: string): Buffer {
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

function makeKey(path: string): Buffer {
  const key = randomBytes(32);
  writeWhole(path, [key], linkOrCopy);
  return key;
}

/** Puts these keys, the one that seals first, in the place of those in the file. @throws StartError */
export const replaceKeyFile = (path: string, keys: readonly Buffer[]): void => writeWhole(path, keys, renameSync);

/** A file with keys that are only kept for what was sealed earlier. @throws StartError where there is one already */
export const keepKeysAside = (path: string, keys: readonly Buffer[]): void => writeWhole(path, keys, linkOrCopy);

/** Written under another name first: killed in the midst of it, or without room, it leaves no half of a key. */
function writeWhole(path: string, keys: readonly Buffer[], put: (draft: string, path: string) => void): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, `${keys.map(key => key.toString('base64')).join('\n')}\n`, { mode: 0o600, flush: true });
    // Unlike a renaming, a link does not replace a key that somebody has made in the meantime.
    put(draft, path);
  } catch (error) {
    throw unusable(path, error);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}
