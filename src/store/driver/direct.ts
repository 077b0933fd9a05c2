import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type ArgType,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { Prisma, type PrismaClient } from '../generated/sqlite/client.ts';
import { overlaid } from './overlaid.ts';

/**
 * A client that can also send SQL to its driver itself. For a row or two that takes a tenth of the time that Prisma's
 * client takes, which is why what every request does is written so. Values come back as from `$queryRaw`.
 * @param make makes Prisma's client of the adapter that it is given
 */
export function directClient(
  factory: SqlDriverAdapterFactory,
  make: (adapter: SqlDriverAdapterFactory) => PrismaClient,
) {
  const { provider, adapterName } = factory;
  const around = new AsyncLocalStorage<{ transaction?: SqlQueryable }>();
  let connected: SqlQueryable | undefined;

  async function connect(): Promise<SqlDriverAdapter> {
    const adapter = await factory.connect();
    connected = adapter;
    return overlaid(adapter, {
      async startTransaction(isolation) {
        const transaction = await adapter.startTransaction(isolation);
        const begun = around.getStore();
        if (begun) begun.transaction = transaction;
        return transaction;
      },
    });
  }
  const client = make({ provider, adapterName, connect });

  async function driver(): Promise<SqlQueryable> {
    if (!connected) await client.$connect();
    const found = around.getStore()?.transaction ?? connected;
    if (!found) throw new Error('the database is not open');
    return found;
  }
  const queryOf = (strings: TemplateStringsArray, values: unknown[]): SqlQuery => {
    const { sql, text, values: args } = Prisma.sql(strings, ...values);
    return { sql: provider === 'sqlite' ? sql : text, args, argTypes: args.map(typeOf) };
  };

  return client.$extends({
    name: 'direct',
    client: {
      $rows: async <Row>(strings: TemplateStringsArray, ...values: unknown[]) =>
        rowsOf(await (await driver()).queryRaw(queryOf(strings, values))) as Row[],
      /** Resolves to how many rows were changed. */
      $run: async (strings: TemplateStringsArray, ...values: unknown[]) =>
        (await driver()).executeRaw(queryOf(strings, values)),
      /** Work whose statements of these two kinds go into the transaction that it begins. */
      $within: <Result>(work: () => Promise<Result>): Promise<Result> => around.run({}, work),
    },
  });
}

function typeOf(value: unknown): ArgType {
  const scalarType = value instanceof Date ? 'datetime' : SCALARS[typeof value];
  return { scalarType: scalarType ?? 'unknown', arity: 'scalar' };
}
const SCALARS: Partial<Record<string, ArgType['scalarType']>> = {
  string: 'string',
  number: 'int',
  boolean: 'boolean',
  bigint: 'bigint',
};

function rowsOf({ columnNames, columnTypes, rows }: SqlResultSet): Record<string, unknown>[] {
  const readers = columnTypes.map(type => READERS[type]);
  return rows.map(row =>
    Object.fromEntries(
      columnNames.map((name, index) => {
        const value = row[index] ?? null;
        const read = readers[index];
        return [name, value === null || !read ? value : read(value)];
      }),
    ),
  );
}
const READERS: Partial<Record<ColumnType, (value: unknown) => unknown>> = {
  [ColumnTypeEnum.DateTime]: value => new Date(String(value)),
  [ColumnTypeEnum.Boolean]: value => value === true || value === 1,
  [ColumnTypeEnum.Int64]: value => BigInt(String(value)),
};
