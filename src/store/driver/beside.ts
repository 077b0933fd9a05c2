import { existsSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { StartError } from '../../core/ports/errors.ts';
import { PrismaClient as PostgresClient } from '../generated/postgresql/client.ts';
import { PrismaClient as SqliteClient } from '../generated/sqlite/client.ts';
import { type BareClient, transactionOptions } from './client.ts';
import { directClient } from './direct.ts';
import { asCommon } from './postgres.ts';
import { sqliteAdapter } from './sqlite.ts';
import { sqlitePath } from './url.ts';

/**
 * A database as an operator's tool sees it while the bot runs: no lock is taken and nothing is migrated.
 * @throws StartError where there is none
 */
export function openBeside(databaseUrl: string): BareClient {
  const path = sqlitePath(databaseUrl);
  if (path === undefined)
    return directClient(new PrismaPg(databaseUrl), adapter =>
      asCommon(new PostgresClient({ adapter, transactionOptions })),
    );
  if (!existsSync(path)) throw new StartError(`There is no database at ${path}.`);
  return directClient(sqliteAdapter(path), adapter => new SqliteClient({ adapter, transactionOptions }));
}
