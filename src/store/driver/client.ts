import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { FieldCipher } from '../encryption/cipher.ts';
import { fieldEncryption } from '../encryption/fieldEncryption.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { directClient } from './direct.ts';

/** A new client of either database, not sealing anything yet. */
export type BareClient = ReturnType<typeof directClient>;

/** The client that all but the owned one is made of: sealed columns are plain text here and nowhere below. */
export const encryptedClient = (bare: BareClient, cipher: FieldCipher) => bare.$extends(fieldEncryption(cipher));
export type Client = ReturnType<typeof encryptedClient>;
export type Transaction = Parameters<Parameters<Client['$transaction']>[0]>[0];

/** Generous: on SQLite everything waits its turn on one connection. */
export const transactionOptions = { maxWait: 20_000, timeout: 20_000 };

/** Whether a write failed because its unique key is taken: somebody else was first. */
export const isTaken = (error: unknown): boolean => isKnown(error, 'P2002', 'UniqueConstraintViolation');
/** Whether a write failed because what its row hangs on is not there. */
export const isDangling = (error: unknown): boolean => isKnown(error, 'P2003', 'ForeignKeyConstraintViolation');

const isKnown = (error: unknown, code: string, kind: string): boolean =>
  isDriverAdapterError(error)
    ? error.cause.kind === kind
    : error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
