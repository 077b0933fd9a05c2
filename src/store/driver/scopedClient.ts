import { ownerColumn, tableNames } from '../entities/tables.ts';
import type { Client } from './client.ts';
import { ownStatements } from './ownStatements.ts';

/** Which argument of an operation says which rows, and which argument holds what is written. */
const operations: Record<string, readonly ('where' | 'data')[]> = {
  findUnique: ['where'],
  findUniqueOrThrow: ['where'],
  findFirst: ['where'],
  findFirstOrThrow: ['where'],
  findMany: ['where'],
  count: ['where'],
  aggregate: ['where'],
  groupBy: ['where'],
  create: ['data'],
  createMany: ['data'],
  createManyAndReturn: ['data'],
  update: ['where', 'data'],
  updateMany: ['where', 'data'],
  delete: ['where'],
  deleteMany: ['where'],
};

/**
 * The client with one user's rows and no others: their id is added to what every operation looks for and to what it
 * writes. Raw queries, other tables and operations that are not listed are refused.
 */
export const scopedClient = (client: Client, userId: string) =>
  client.$extends({
    name: 'owned',
    client: { ...ownStatements(client, userId), $rows: refused, $run: refused },
    query: {
      async $allOperations({ model, operation, args, query }) {
        const table = tableNames.find(name => name === model);
        const parts = operations[operation];
        if (!table || !parts) throw new Error(`${model ?? 'A raw query'}: ${operation} is not a user's own`);
        return query(own(args, { [ownerColumn(table)]: userId }, parts));
      },
    },
  });

function refused(): never {
  throw new Error("SQL is not a user's own");
}

export type ScopedClient = ReturnType<typeof scopedClient>;
/** The same inside a transaction. */
export type ScopedTransaction = Parameters<Parameters<ScopedClient['$transaction']>[0]>[0];

/** Adds to `where` rather than replacing in it: a query for somebody else's id finds nothing. */
function own<Given>(args: Given, mine: QueryPart, parts: readonly string[]): Given {
  const given = asRow(args);
  const changed: QueryPart = {};
  if (parts.includes('where')) {
    const { AND, ...where } = asRow(given.where);
    changed.where = { ...where, AND: [...[AND ?? []].flat(), mine] };
  }
  if (parts.includes('data'))
    changed.data = Array.isArray(given.data)
      ? given.data.map(row => ({ ...asRow(row), ...mine }))
      : { ...asRow(given.data), ...mine };
  return { ...args, ...changed };
}

type QueryPart = Record<string, unknown>;
const asRow = (value: unknown): QueryPart => ({ ...(typeof value === 'object' ? value : {}) });
