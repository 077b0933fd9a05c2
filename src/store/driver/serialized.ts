import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { keepStatements } from './preparedStatements.ts';
import { createTurns, type TurnClass } from './turns.ts';

/** SQLite's own limit since 3.32; Prisma assumes the older 999. */
const MAX_PARAMETERS = 32_766;

/**
 * Prisma's SQLite adapter has one connection and lets a plain write join whatever transaction is open on it, to be
 * rolled back with it although it was acknowledged. Here everything waits behind an open transaction; a transaction
 * takes the write lock when it begins; and a commit that fails is rolled back.
 * @param pragmas run on every new connection
 */
export function serialized(
  factory: SqlMigrationAwareDriverAdapterFactory,
  pragmas: string,
): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => queued(await open(factory, pragmas), createTurns(), 'people');
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

/** The same, of one connection that two clients share, each with turns of its own at it. Whoever opened it closes it. */
export async function shared(factory: SqlMigrationAwareDriverAdapterFactory, pragmas: string) {
  const adapter = await open(factory, pragmas);
  const turns = createTurns();
  const as = (of: TurnClass): SqlDriverAdapterFactory => ({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => ({ ...queued(adapter, turns, of), dispose: async () => {} }),
  });
  return { people: as('people'), engine: as('engine'), close: () => adapter.dispose() };
}

async function open(factory: SqlMigrationAwareDriverAdapterFactory, pragmas: string): Promise<SqlDriverAdapter> {
  const adapter = await factory.connect();
  await adapter.executeScript(pragmas);
  keepStatements(adapter);
  return adapter;
}

function queued(adapter: SqlDriverAdapter, turns: ReturnType<typeof createTurns>, of: TurnClass): SqlDriverAdapter {
  const turn = () => turns(of);
  const run = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] });
  const inTurn =
    <Argument, Result>(act: (argument: Argument) => Promise<Result>) =>
    async (argument: Argument): Promise<Result> => {
      const release = await turn();
      try {
        return await act(argument);
      } finally {
        release();
      }
    };

  async function startTransaction(): Promise<Transaction> {
    const release = await turn();
    try {
      await run('BEGIN IMMEDIATE');
    } catch (error) {
      release();
      throw error;
    }
    const end = async (sql: string) => {
      try {
        await run(sql);
      } catch (error) {
        await run('ROLLBACK').catch(() => undefined); // SQLite may have rolled back by itself.
        throw error;
      } finally {
        release();
      }
    };
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      // Prisma is to log COMMIT and ROLLBACK, not to run them beside the two below.
      options: { usePhantomQuery: true },
      queryRaw: query => adapter.queryRaw(query),
      executeRaw: query => adapter.executeRaw(query),
      commit: () => end('COMMIT'),
      rollback: () => end('ROLLBACK').catch(() => undefined),
      createSavepoint: async name => void (await run(`SAVEPOINT ${name}`)),
      rollbackToSavepoint: async name => void (await run(`ROLLBACK TO ${name}`)),
      releaseSavepoint: async name => void (await run(`RELEASE SAVEPOINT ${name}`)),
    };
  }

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: inTurn(query => adapter.queryRaw(query)),
    executeRaw: inTurn(query => adapter.executeRaw(query)),
    executeScript: inTurn(script => adapter.executeScript(script)),
    startTransaction,
    getConnectionInfo: () => ({ maxBindValues: MAX_PARAMETERS, supportsRelationJoins: false }),
    dispose: () => adapter.dispose(),
  };
}
