import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const FORMAT = 'v1';
const CIPHER = 'aes-256-gcm';

/** Where a sealed value lives. It opens there alone: copied into another row or column it is refused. */
export interface SealedCell {
  table: string;
  column: string;
  id: string;
}

/** Seals texts with AES-256-GCM as `v1.keyId.iv.tag.data`, each part base64url. */
export interface FieldCipher {
  /** Short and public: tells which key sealed a value. */
  keyId: string;
  seal(text: string, place: SealedCell): string;
  /** @throws Error where another key sealed it, or it was changed or moved since. */
  open(sealed: string, place: SealedCell): string;
  /** A keyed digest, to find an equal text again without keeping it. */
  digest(text: string): string;
}

/** @param key 32 bytes. */
export function createFieldCipher(key: Uint8Array): FieldCipher {
  const keyId = createHash('sha256').update('backchannel key id').update(key).digest('base64url').slice(0, 8);
  const digestKey = Buffer.from(hkdfSync('sha256', key, '', 'backchannel digest', 32));
  return {
    keyId,
    seal(text, place) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(bind(place));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [FORMAT, keyId, ...[iv, cipher.getAuthTag(), data].map(part => part.toString('base64url'))].join('.');
    },
    open(sealed, place) {
      const [format, sealedBy, ...parts] = sealed.split('.');
      const [iv, tag, data] = parts.map(part => Buffer.from(part, 'base64url'));
      const where = `${place.table}.${place.column} of ${place.id}`;
      if (format !== FORMAT || !iv || tag?.length !== 16 || !data) throw new Error(`${where} is not sealed`);
      if (sealedBy !== keyId) throw new Error(`${where} was sealed with another key`);
      const decipher = createDecipheriv(CIPHER, key, iv).setAAD(bind(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    },
    digest: text => createHmac('sha256', digestKey).update(text).digest('base64url'),
  };
}

const bind = ({ table, column, id }: SealedCell): Buffer => Buffer.from(JSON.stringify([table, column, id]));
