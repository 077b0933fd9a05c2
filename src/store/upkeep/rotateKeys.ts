import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { StartError } from '../../core/ports/errors.ts';
import { openBeside } from '../driver/beside.ts';
import type { BareClient } from '../driver/client.ts';
import { isHeld, lockForTool } from '../driver/lock.ts';
import { sqlitePath } from '../driver/url.ts';
import { keyIdOf } from '../encryption/cipher.ts';
import { type Keys, type KnownKeys, keepKeysAside, replaceKeyFile } from '../encryption/key.ts';
import { KEY_ROWS, openKeys, registeredKeys } from '../encryption/keyCheck.ts';
import { createSealedFile } from '../sealedFile.ts';
import { stampOf } from './names.ts';
import type { Progress } from './progress.ts';
import { type Resealed, reseal } from './reseal.ts';

interface Rotating {
  databaseUrl: string;
  known: KnownKeys;
  now: Temporal.Instant;
  progress?: Progress;
}

/** What was done, and what is left to the operator. */
export type Rotated =
  | { step: 'key-made'; key: Buffer }
  | { step: 'key-written'; path: string }
  | { step: 'done'; resealed: Resealed; aside: string | undefined };

/**
 * The next step of a rotation: with one key known a second is made; with two, everything is sealed with the first of
 * them, beside the running bot. Each may be broken off at any point, and asked for again.
 * @throws StartError in one sentence
 */
export async function rotateKeys({ databaseUrl, known, now, progress }: Rotating): Promise<Rotated> {
  const path = sqlitePath(databaseUrl);
  if (path !== undefined && !existsSync(path)) throw new StartError(`There is no database at ${path}.`);
  const isRunning = path === undefined || isHeld(path);
  let { keys } = known;
  if (keys.length === 1) {
    const key = randomBytes(32);
    if (known.path === undefined) return { step: 'key-made', key };
    keys = [key, ...keys];
    replaceKeyFile(known.path, keys);
    if (isRunning) return { step: 'key-written', path: known.path };
  }
  const lock = path !== undefined && !isRunning ? lockForTool(path) : undefined;
  const client = openBeside(databaseUrl);
  try {
    if (isRunning) await makeSureOfStart(client, keys);
    const cipher = await openKeys(client, keys);
    const provider = path === undefined ? 'postgresql' : 'sqlite';
    const resealed = await reseal({ client, provider, cipher, ...(progress && { progress }) });
    if (resealed.isContested)
      throw new StartError(
        'Another process goes on sealing with an old key: restart each bot with the new key first, then run this again.',
      );
    const [, ...old] = keys;
    await client.keyCheck.deleteMany({ where: { id: { in: old.map(key => KEY_ROWS + keyIdOf(key)) } } });
    if (lock) createSealedFile(`${path}.chat`, keys).read();
    return { step: 'done', resealed, aside: putAside(known.path, keys, now) };
  } finally {
    await client.$disconnect();
    lock?.release();
  }
}

/** Whoever runs with the old key alone could not read what is sealed with the new. */
async function makeSureOfStart(client: BareClient, [first]: Keys): Promise<void> {
  if (!(await registeredKeys(client)).includes(keyIdOf(first)))
    throw new StartError('No bot has started with the new key first yet: restart it, then run this again.');
}

/** Copies of the database that were made before need the old keys: they go into a file of their own. */
function putAside(path: string | undefined, [first, ...old]: Keys, now: Temporal.Instant): string | undefined {
  if (path === undefined || old.length === 0) return undefined;
  const aside = `${path}.before-${stampOf(now)}`;
  keepKeysAside(aside, old);
  replaceKeyFile(path, [first]);
  return aside;
}
