import { PrismaPg } from '@prisma/adapter-pg';
import { StartError } from '../../core/errors.ts';
import { PrismaClient } from '../generated/postgresql/client.ts';
import { type BareClient, transactionOptions } from './client.ts';
import type { Database } from './database.ts';
import { reasonOf, tryConnection, unreachable } from './failures.ts';
import { migratePostgres } from './postgresMigrations.ts';

/**
 * Opens a PostgreSQL database and brings it up to date. Several processes may: the migrations take turns.
 * @throws StartError where it cannot be reached
 */
export async function openPostgres(url: string): Promise<Database> {
  // A connection that the server closes while it idles is made anew; the next query says if it cannot be.
  const adapter = new PrismaPg(
    { connectionString: url, connectionTimeoutMillis: 10_000 },
    { onPoolError: () => undefined },
  );
  await tryConnection(adapter).catch(error => {
    throw unreachable(url, error);
  });
  await migratePostgres(adapter).catch(error => {
    if (error instanceof StartError) throw error;
    throw new StartError(`The database could not be brought up to date (${reasonOf(error)}); nothing was changed.`, {
      cause: error,
    });
  });
  const client = new PrismaClient({ adapter, transactionOptions });
  return {
    client: asCommon(client),
    provider: 'postgresql',
    name: 'The database',
    lost: () => undefined,
    close: () => client.$disconnect(),
  };
}

/**
 * The one place where the two clients meet. Both come from one text of models and their rows are the same types; of
 * the arguments SQLite's are the narrower, so that what its types allow is right on both.
 */
function asCommon(client: unknown): BareClient {
  return client as BareClient;
}
