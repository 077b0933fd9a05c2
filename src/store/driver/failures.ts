import { isDriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { StartError } from '../../core/ports/errors.ts';

/** What the system, SQLite or PostgreSQL calls an error, such as EEXIST; '' where it has no name. */
export function codeOf(error: unknown): string {
  const cause = driversOwn(error);
  if (isDriverAdapterError(cause)) return cause.cause.originalCode ?? cause.cause.kind;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** Why, in the driver's own words, on one line. */
export function reasonOf(error: unknown): string {
  const cause = driversOwn(error);
  const words = isDriverAdapterError(cause) ? (cause.cause.originalMessage ?? cause.message) : String(cause);
  return words
    .replace(/^\w*Error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim();
}

/** Prisma's client wraps what its driver threw. */
function driversOwn(error: unknown): unknown {
  const { meta } = (error ?? {}) as { meta?: { driverAdapterError?: unknown } };
  return meta?.driverAdapterError ?? error;
}

/** What to tell the operator where a file or its folder cannot be read or written. */
export function unusable(path: string, cause: unknown): StartError {
  const found = FILE_FAILURES.find(([codes]) => codes.test(codeOf(cause)));
  const sentence = found
    ? `${path} ${found[1]}`
    : `${path} cannot be opened for writing (${reasonOf(cause) || codeOf(cause)}).`;
  return new StartError(sentence, { cause });
}

const FILE_FAILURES: [codes: RegExp, sentence: string][] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'cannot be written: there is no room on its disk. Make some, then start again.'],
  [
    /^(EFBIG|EIO|SQLITE_IOERR.*)$/,
    'cannot be written: its disk refuses. Look for room, quotas and limits, then start again.',
  ],
  [/^(EROFS|SQLITE_READONLY.*)$/, 'cannot be written: its disk or folder is read-only. Make it writable first.'],
  [/^(EACCES|EPERM)$/, 'cannot be opened for writing by this account. Give it the right to, on the folder as well.'],
  [/^EISDIR$/, 'cannot be opened: it is a folder, and has to be a file.'],
  [
    /^(SQLITE_NOTADB|SQLITE_CORRUPT.*)$/,
    'cannot be opened: it is damaged, or no database. Restore it from a copy, or name another file.',
  ],
  [/^SQLITE_BUSY/, 'cannot be opened: another program holds it locked. Close that one, then start again.'],
];

/** What to call a PostgreSQL database to the operator. Never the whole URL: it has the password. */
export function nameOfPostgres(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: 'its address', pathname: '' };
  return `The database ${decodeURIComponent(pathname.slice(1))} at ${host}`;
}

/** What to tell the operator where a PostgreSQL database cannot be opened. */
export function unreachable(url: string, cause: unknown): StartError {
  const { username } = URL.parse(url) ?? { username: '' };
  const database = nameOfPostgres(url);
  const kind = isDriverAdapterError(cause) ? cause.cause.kind : '';
  const why: Record<string, string> = {
    AuthenticationFailed: `refused the password of ${decodeURIComponent(username)}. Correct DATABASE_URL.`,
    DatabaseAccessDenied: `does not let ${decodeURIComponent(username)} in (${reasonOf(cause)}).`,
    DatabaseDoesNotExist: 'cannot be reached: there is none of that name. Make it first, or correct DATABASE_URL.',
    DatabaseNotReachable: 'cannot be reached: nothing answers there. Start it, or correct DATABASE_URL.',
  };
  return new StartError(`${database} ${why[kind] ?? `cannot be reached (${reasonOf(cause) || codeOf(cause)}).`}`, {
    cause,
  });
}

/** Connects once, to fail with the driver's own words: the client's hide them. */
export async function tryConnection(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<void> {
  const connection = await adapter.connect();
  try {
    await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] });
  } finally {
    await connection.dispose();
  }
}
