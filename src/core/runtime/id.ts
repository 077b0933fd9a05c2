import { randomFillSync } from 'node:crypto';

const BYTES = 16;
/** As long as 128 bits are in base64url. */
export const ID_LENGTH = 22;
// The system is asked for many at once: each question takes longer than the bytes.
const pool = Buffer.alloc(256 * BYTES);
let used = pool.length;

/** What a person is shown of a row that an operator has to look for. */
export const referenceOf = (id: string): string => id.slice(0, 8);

/** A new id: 128 random bits as 22 characters of base64url, so that it fits Discord's nonce and a button's id. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.toString('base64url', used - BYTES, used);
}
