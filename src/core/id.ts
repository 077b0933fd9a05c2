import { randomBytes } from 'node:crypto';

/** A new id: 128 random bits as 22 characters of base64url, so that it fits Discord's nonce and a button's id. */
export const newId = (): string => randomBytes(16).toString('base64url');
