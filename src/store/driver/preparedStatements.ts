import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** The requests and the season's engine use about 300 between them; lists of other lengths come on top. */
const MOST_KEPT = 500;

/**
 * Prisma's adapter has SQLite compile each statement anew, which costs more than most of them take to run. Here its
 * connection keeps them. The connection is a field of the adapter that its types do not tell of: where a later edition
 * has it no more, statements are compiled as before.
 */
export function keepStatements(adapter: SqlDriverAdapter): void {
  const connection: unknown = Reflect.get(adapter, 'client');
  if (!(connection instanceof Database)) return;
  const kept = new LRUCache<string, ReturnType<typeof bindable>>({ max: MOST_KEPT });

  const prepare = (sql: string) => {
    const statement = kept.get(sql) ?? bindable(connection.prepare<unknown[], unknown[]>(sql));
    kept.set(sql, statement);
    return statement;
  };
  Reflect.set(adapter, 'client', {
    prepare,
    exec: connection.exec.bind(connection),
    close: connection.close.bind(connection),
  });
}

/** What the adapter asks of a statement. Binding one of better-sqlite3's is for good: here values go along at each run. */
function bindable(statement: Database.Statement<unknown[], unknown[]>) {
  let columns: Database.ColumnDefinition[] | undefined;
  return {
    bind: (values: unknown[]) => ({
      reader: statement.reader,
      columns() {
        columns ??= statement.columns();
        return columns;
      },
      run: () => statement.run(...values),
      raw: () => ({ all: () => statement.raw().all(...values) }),
    }),
  };
}
