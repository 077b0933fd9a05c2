import { isDriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { StartError } from '../../core/errors.ts';

/** What the system or SQLite calls an error, such as EEXIST; '' where it has no name. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What to tell the operator where a file or its folder cannot be read or written. */
export const unusable = (path: string, cause: unknown): StartError =>
  new StartError(`${path} cannot be opened for writing (${reasonOf(cause)}).`, { cause });

/** Connects once, to fail with the driver's own words: the schema engine's and the client's hide them. */
export async function tryConnection(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<void> {
  const connection = await adapter.connect();
  try {
    await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] });
  } finally {
    await connection.dispose();
  }
}

/** Why, in the driver's own words, on one line. */
export function reasonOf(error: unknown): string {
  const words = isDriverAdapterError(error) ? (error.cause.originalMessage ?? error.message) : String(error);
  return words
    .replace(/^\w*Error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
}
