import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const FORMAT = 'v2';
const CIPHER = 'aes-256-gcm';

/** What seals in each format: earlier the encryption key itself did. */
const SEALING_KEYS: Readonly<Record<string, (key: Uint8Array) => Uint8Array>> = {
  v1: key => key,
  [FORMAT]: key => keyFor('backchannel fields', key),
};

/** Where a sealed value lives. It opens there alone: copied into another row or column it is refused. */
export interface SealedCell {
  table: string;
  column: string;
  id: string;
}

/** Seals texts with AES-256-GCM as `v2.keyId.iv.tag.data`, each part base64url. */
export interface FieldCipher {
  /** Short and public: tells which key seals. */
  keyId: string;
  /** With what every value begins that is sealed now. */
  prefix: string;
  seal(text: string, place: SealedCell): string;
  /** @throws Error where none of its keys sealed it, or it was changed or moved since. */
  open(sealed: string, place: SealedCell): string;
  /** A keyed digest, to find an equal text again without keeping it. */
  digest(text: string): string;
}

/** Short and public: tells one key from another. */
export const keyIdOf = (key: Uint8Array): string =>
  createHash('sha256').update('backchannel key id').update(key).digest('base64url').slice(0, 8);

/** Each purpose has a key of its own, from which no other can be told. */
const keyFor = (purpose: string, key: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

/** With what a key's digests are made in a database that was made with it. */
export const digestSecretOf = (key: Uint8Array): Buffer => keyFor('backchannel digest', key);

/**
 * @param keys 32 bytes each: the first seals, all of them open
 * @param digestSecret stays the same when the key is changed: digests cannot be made anew
 */
export function createFieldCipher(keys: Uint8Array | readonly Uint8Array[], digestSecret?: Uint8Array): FieldCipher {
  const [first, ...others] = keys instanceof Uint8Array ? [keys] : keys;
  if (!first) throw new Error('a cipher needs a key');
  const keyId = keyIdOf(first);
  const sealingKeys = new Map(
    [first, ...others].flatMap(key =>
      Object.entries(SEALING_KEYS).map(([format, derive]) => [`${format}.${keyIdOf(key)}`, derive(key)]),
    ),
  );
  const prefix = `${FORMAT}.${keyId}`;
  const sealingKey = keyFor('backchannel fields', first);
  const secret = digestSecret ?? digestSecretOf(first);
  return {
    keyId,
    prefix: `${prefix}.`,
    seal(text, place) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(CIPHER, sealingKey, iv).setAAD(bind(place));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [prefix, ...[iv, cipher.getAuthTag(), data].map(part => part.toString('base64url'))].join('.');
    },
    open(sealed, place) {
      const [format = '', sealedBy, ...parts] = sealed.split('.');
      const [iv, tag, data] = parts.map(part => Buffer.from(part, 'base64url'));
      const where = `${place.table}.${place.column} of ${place.id}`;
      if (!Object.hasOwn(SEALING_KEYS, format) || !iv || tag?.length !== 16 || !data)
        throw new Error(`${where} is not sealed`);
      const key = sealingKeys.get(`${format}.${sealedBy}`);
      if (!key) throw new Error(`${where} was sealed with another key`);
      const decipher = createDecipheriv(CIPHER, key, iv).setAAD(bind(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    },
    digest: text => createHmac('sha256', secret).update(text).digest('base64url'),
  };
}

const bind = ({ table, column, id }: SealedCell): Buffer => Buffer.from(JSON.stringify([table, column, id]));
