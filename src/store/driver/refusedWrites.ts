import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import { codeOf } from './failures.ts';
import { overlaid } from './overlaid.ts';

/** What keeps every write from being kept, by what SQLite and PostgreSQL call it, in words for the operator. */
const REASONS: [codes: RegExp, why: string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/, 'there is no room on its disk'],
  [/^(SQLITE_IOERR.*|EIO|EFBIG|58030)$/, 'its disk refuses to write'],
  [/^(SQLITE_READONLY.*|EROFS|25006)$/, 'it is read-only'],
];

/** Remembers why the last write was refused, where the next would be too; forgets it once one was kept. */
export function watchWrites() {
  let why: string | undefined;

  const heard = (error: unknown): void => {
    const reason = REASONS.find(([codes]) => codes.test(codeOf(error)));
    if (reason) why = `the database cannot be written: ${reason[1]}`;
  };
  const writing =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>, isKept: boolean) =>
    async (...given: Given): Promise<Result> => {
      try {
        const result = await act(...given);
        if (isKept) why = undefined;
        return result;
      } catch (error) {
        heard(error);
        throw error;
      }
    };
  const watchedTransaction = (transaction: Transaction): Transaction =>
    overlaid(transaction, {
      queryRaw: writing(query => transaction.queryRaw(query), false),
      executeRaw: writing(query => transaction.executeRaw(query), false),
      commit: writing(() => transaction.commit(), true),
    });

  return {
    why: () => why,
    watched: (factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory => ({
      provider: factory.provider,
      adapterName: factory.adapterName,
      async connect(): Promise<SqlDriverAdapter> {
        const adapter = await factory.connect();
        return overlaid(adapter, {
          // What gives rows back may write as well, and may not.
          queryRaw: writing(query => adapter.queryRaw(query), false),
          executeRaw: writing(query => adapter.executeRaw(query), true),
          startTransaction: async isolation => watchedTransaction(await adapter.startTransaction(isolation)),
        });
      },
    }),
  };
}
