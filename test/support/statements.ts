import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlQueryable } from '@prisma/driver-adapter-utils';
import { vi } from 'vitest';

/** What begins and ends a transaction is no statement of its own: the driver sends it along. */
const FRAME = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/;

/** Hears every statement that reaches a database which is opened after this, until `restore` is called. */
export function hearStatements() {
  let heard: string[] = [];

  function hear(queryable: SqlQueryable): void {
    const { queryRaw, executeRaw } = queryable;
    const note = (sql: string) => void (FRAME.test(sql) || heard.push(sql));
    queryable.queryRaw = query => {
      note(query.sql);
      return queryRaw.call(queryable, query);
    };
    queryable.executeRaw = query => {
      note(query.sql);
      return executeRaw.call(queryable, query);
    };
  }
  function hearAdapter(adapter: SqlDriverAdapter): void {
    hear(adapter);
    const { startTransaction } = adapter;
    adapter.startTransaction = async isolation => {
      const transaction = await startTransaction.call(adapter, isolation);
      hear(transaction);
      return transaction;
    };
  }
  const spies = [PrismaBetterSqlite3.prototype, PrismaPg.prototype].map(factory => {
    const { connect } = factory;
    return vi.spyOn(factory, 'connect').mockImplementation(async function (this: PrismaBetterSqlite3 & PrismaPg) {
      const adapter = await connect.call(this);
      hearAdapter(adapter);
      return adapter;
    });
  });
  return {
    /** The statements of one piece of work. */
    async during(work: () => Promise<unknown>): Promise<string[]> {
      heard = [];
      await work();
      return heard.splice(0);
    },
    restore() {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
