import { StartError } from '../../core/ports/errors.ts';
import { type BareClient, isTaken } from '../driver/client.ts';
import { createFieldCipher, digestSecretOf, type FieldCipher, keyIdOf } from './cipher.ts';

/** A known word, sealed at the first start. */
const WORD = 'backchannel';
const CHECK = 'check';
/** The secret of the digests: it outlives the key, since what it digested is kept nowhere. */
const DIGEST = 'digest';
/** A row for each key that a process seals with. */
export const KEY_ROWS = 'key:';

const placeOf = (id: string) => ({ table: 'KeyCheck', column: 'word', id });

/**
 * The cipher of a database, once these keys were found to open all that it is sealed with.
 * @param keys 32 bytes each: the first seals, all of them open
 * @throws StartError where a key is missing, in one sentence
 */
export async function openKeys(client: BareClient, keys: readonly Uint8Array[]): Promise<FieldCipher> {
  const cipher = createFieldCipher(keys);
  const check = await known(client, CHECK, () => cipher.seal(WORD, placeOf(CHECK)));
  if (opened(cipher, CHECK, check) === undefined)
    throw new StartError('The encryption key is not the one that this database was made with; give it that one.');
  const ofOthers = await client.keyCheck.findMany({ where: { id: { startsWith: KEY_ROWS } } });
  for (const { id, word } of ofOthers)
    if (opened(cipher, id, word) === undefined)
      throw new StartError(
        'A second encryption key is in use in this database: give it both, with a comma between, until npm run keys:rotate says that one is not needed any more.',
      );
  await registerKey(client, cipher);

  // Until then the digests were made with the key that sealed the word.
  const madeWith = keys.find(key => check.split('.')[1] === keyIdOf(key));
  if (!madeWith) throw new Error('the key that opened the word');
  const sealed = await known(client, DIGEST, () =>
    cipher.seal(digestSecretOf(madeWith).toString('base64url'), placeOf(DIGEST)),
  );
  return createFieldCipher(keys, Buffer.from(cipher.open(sealed, placeOf(DIGEST)), 'base64url'));
}

/** Says in the database that somebody seals with this key: nobody starts without it, and no rotation takes it for unused. */
export async function registerKey(client: BareClient, cipher: FieldCipher): Promise<void> {
  const id = KEY_ROWS + cipher.keyId;
  await known(client, id, () => cipher.seal(WORD, placeOf(id)));
}

/** Which of the keys somebody seals with. */
export async function registeredKeys(client: BareClient): Promise<string[]> {
  const rows = await client.keyCheck.findMany({ where: { id: { startsWith: KEY_ROWS } }, select: { id: true } });
  return rows.map(({ id }) => id.slice(KEY_ROWS.length));
}

/** A row's sealed word, made where there is none: of several processes one is first. */
async function known(client: BareClient, id: string, make: () => string): Promise<string> {
  const read = () => client.keyCheck.findUnique({ where: { id } });
  const row =
    (await read()) ??
    (await client.keyCheck
      .create({ data: { id, word: make() } })
      .catch(error => (isTaken(error) ? read() : Promise.reject(error))));
  return row?.word ?? '';
}

function opened(cipher: FieldCipher, id: string, sealed: string): string | undefined {
  try {
    return cipher.open(sealed, placeOf(id));
  } catch {
    return undefined;
  }
}
