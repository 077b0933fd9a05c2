import { statSync } from 'node:fs';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import { StorageLost } from '../../core/ports/errors.ts';

/** Whether the file that is open stands no longer where it was: removed, moved away, or another put in its place. */
export type IsMoved = () => boolean;

/**
 * Remembers which file has this path. Once it was another it stays so: SQLite's log lies beside the name, so that a
 * file that came back may be older than what was written since.
 */
export function watchFile(path: string): IsMoved {
  const { dev, ino } = statSync(path);
  let moved = false;
  return () => {
    const now = moved ? undefined : statSync(path, { throwIfNoEntry: false });
    moved ||= now?.dev !== dev || now.ino !== ino;
    return moved;
  };
}

/**
 * SQLite goes on writing into a file that was removed, and all of it is gone with the process. Here nothing is said to
 * be done unless the file was still there when it was.
 */
export function refusingOnceMoved(
  { provider, adapterName, connect }: SqlDriverAdapterFactory,
  isMoved: IsMoved,
): SqlDriverAdapterFactory {
  const check = (): void => {
    if (isMoved()) throw new StorageLost();
  };
  const checked =
    <Argument, Result>(act: (argument: Argument) => Promise<Result>) =>
    async (argument: Argument): Promise<Result> => {
      check();
      const result = await act(argument);
      check();
      return result;
    };
  const checkedAdapter = (adapter: SqlDriverAdapter): SqlDriverAdapter => ({
    ...adapter,
    queryRaw: checked(adapter.queryRaw),
    executeRaw: checked(adapter.executeRaw),
    executeScript: checked(adapter.executeScript),
    async startTransaction(isolation): Promise<Transaction> {
      check();
      const transaction = await adapter.startTransaction(isolation);
      return {
        ...transaction,
        async commit() {
          await transaction.commit();
          check();
        },
      };
    },
  });
  return {
    provider,
    adapterName,
    connect: async () => checkedAdapter(await connect()),
  };
}
