import { PrismaPg } from '@prisma/adapter-pg';
import { StartError } from '../../core/ports/errors.ts';
import { PrismaClient } from '../generated/postgresql/client.ts';
import type { PrismaClient as SqliteClient } from '../generated/sqlite/client.ts';
import { transactionOptions } from './client.ts';
import type { Database } from './database.ts';
import { directClient } from './direct.ts';
import { reasonOf, tryConnection, unreachable } from './failures.ts';
import { migratePostgres } from './postgresMigrations.ts';
import { watchWrites } from './refusedWrites.ts';

/** People's requests wait for these, and the season's engine for its own. */
const CONNECTIONS = { people: 10, engine: 4 } as const;

/**
 * Opens a PostgreSQL database and brings it up to date. Several processes may: the migrations take turns.
 * @throws StartError where it cannot be reached
 */
export async function openPostgres(url: string): Promise<Database> {
  // A connection that the server closes while it idles is made anew; the next query says if it cannot be.
  const pool = (max: number) =>
    new PrismaPg({ connectionString: url, connectionTimeoutMillis: 10_000, max }, { onPoolError: () => undefined });
  const adapter = pool(CONNECTIONS.people);
  await tryConnection(adapter).catch(error => {
    throw unreachable(url, error);
  });
  await migratePostgres(adapter).catch(error => {
    if (error instanceof StartError) throw error;
    throw new StartError(`The database could not be brought up to date (${reasonOf(error)}); nothing was changed.`, {
      cause: error,
    });
  });
  const writes = watchWrites();
  const as = (pooled: PrismaPg) =>
    directClient(writes.watched(pooled), adapter => asCommon(new PrismaClient({ adapter, transactionOptions })));
  const [client, engine] = [as(adapter), as(pool(CONNECTIONS.engine))];
  return {
    client,
    engine,
    provider: 'postgresql',
    name: 'The database',
    lost: () => undefined,
    refused: writes.why,
    close: async () => void (await Promise.all([client.$disconnect(), engine.$disconnect()])),
  };
}

/**
 * The one place where the two clients meet. Both come from one text of models and their rows are the same types; of
 * the arguments SQLite's are the narrower, so that what its types allow is right on both.
 */
export function asCommon(client: unknown): SqliteClient {
  return client as SqliteClient;
}
