import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { createGroupCommit } from './groupCommit.ts';
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
  const connect = async () => {
    const adapter = await open(factory, pragmas);
    return queued(adapter, createLine(adapter), 'people');
  };
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

/** The same, of one connection that two clients share, each with turns of its own at it. Whoever opened it closes it. */
export async function shared(factory: SqlMigrationAwareDriverAdapterFactory, pragmas: string) {
  const adapter = await open(factory, pragmas);
  const line = createLine(adapter);
  const as = (of: TurnClass): SqlDriverAdapterFactory => ({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => ({ ...queued(adapter, line, of), dispose: async () => {} }),
  });
  return { people: as('people'), engine: as('engine'), close: () => adapter.dispose() };
}

async function open(factory: SqlMigrationAwareDriverAdapterFactory, pragmas: string): Promise<SqlDriverAdapter> {
  const adapter = await factory.connect();
  await adapter.executeScript(pragmas);
  keepStatements(adapter);
  return adapter;
}

function queued(adapter: SqlDriverAdapter, { turns, group }: Line, of: TurnClass): SqlDriverAdapter {
  const run = runOn(adapter);
  /** @param writes it is worth a group with those who stand in line */
  const inTurn =
    <Argument, Result>(act: (argument: Argument) => Promise<Result>, writes = false) =>
    async (argument: Argument): Promise<Result> => {
      const release = await turns.take(of);
      let ended: Promise<void> | undefined;
      try {
        if (writes && turns.othersWait()) await group.begin();
        const result = await act(argument);
        // What is read here may be of those who are not on the disk yet: it is no answer before they are.
        ended = group.ended();
        await group.settle();
        await handOver(release, ended);
        return result;
      } catch (error) {
        if (!ended) await group.close().finally(release);
        throw error;
      }
    };

  async function startTransaction(): Promise<Transaction> {
    const release = await turns.take(of);
    const failing = async (error: unknown): Promise<never> => {
      await group.close();
      release();
      throw error;
    };
    try {
      await group.begin();
      await run(`SAVEPOINT ${MEMBER}`);
    } catch (error) {
      return failing(error);
    }
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      // Prisma is to log COMMIT and ROLLBACK, not to run them beside the two below.
      options: { usePhantomQuery: true },
      queryRaw: query => adapter.queryRaw(query),
      executeRaw: query => adapter.executeRaw(query),
      async commit() {
        await run(`RELEASE ${MEMBER}`).catch(failing);
        const ended = group.ended();
        await group.settle();
        await handOver(release, ended);
      },
      async rollback() {
        await run(`ROLLBACK TO ${MEMBER}`).catch(() => undefined); // SQLite may have rolled back all of it by itself.
        await run(`RELEASE ${MEMBER}`).catch(() => undefined);
        // What failed may have taken the others with it: they are to know before anybody joins them.
        await group.close();
        release();
      },
      createSavepoint: async name => void (await run(`SAVEPOINT ${name}`)),
      rollbackToSavepoint: async name => void (await run(`ROLLBACK TO ${name}`)),
      releaseSavepoint: async name => void (await run(`RELEASE SAVEPOINT ${name}`)),
    };
  }

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: inTurn(query => adapter.queryRaw(query)),
    executeRaw: inTurn(query => adapter.executeRaw(query), true),
    executeScript: inTurn(script => adapter.executeScript(script)),
    startTransaction,
    getConnectionInfo: () => ({ maxBindValues: MAX_PARAMETERS, supportsRelationJoins: false }),
    dispose: () => adapter.dispose(),
  };
}

/** Each transaction is a savepoint of this name within its group. */
const MEMBER = '"member"';

const runOn = (adapter: SqlDriverAdapter) => (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] });

/** Those who wait for one connection, and those of them who are committed together. */
type Line = ReturnType<typeof createLine>;
function createLine(adapter: SqlDriverAdapter) {
  const turns = createTurns();
  return { turns, group: createGroupCommit(runOn(adapter), turns.othersWait) };
}

async function handOver(release: () => void, ended: Promise<void> | undefined): Promise<void> {
  release();
  await ended;
}
