import { tableOf } from '../encryption/encryptedColumns.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { Client } from './client.ts';
import type { Provider } from './database.ts';

type Models = Prisma.TypeMap['model'];
type ModelName = keyof Models;
type RowOf<Model extends ModelName> = Models[Model]['payload']['scalars'];

/** Reads the rows of many at once: for what concerns no user in particular, such as the ledger. */
export type BatchReads = ReturnType<typeof createBatchReads>;

/**
 * Ids travel as one JSON parameter: with a parameter for each, as a model's own query has them, a thousand take twice
 * as long and more. Sealed columns are opened, if they are among those that are asked for.
 */
export function createBatchReads(client: Client, provider: Provider) {
  const listed = (ids: readonly string[]): Prisma.Sql =>
    provider === 'sqlite'
      ? Prisma.sql`(SELECT "value" FROM json_each(${JSON.stringify(ids)}))`
      : Prisma.sql`(SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

  const table = (model: ModelName): Prisma.Sql => Prisma.raw(`"${tableOf(model)}"`);

  return {
    /** The rows whose `column` is one of the ids, with what follows `and` where that is given. */
    async rows<Model extends ModelName, Column extends keyof RowOf<Model> & string = keyof RowOf<Model> & string>(
      model: Model,
      column: keyof RowOf<Model> & string,
      ids: readonly string[],
      { and = Prisma.empty, columns }: { and?: Prisma.Sql; columns?: readonly Column[] } = {},
    ): Promise<Pick<RowOf<Model>, Column>[]> {
      if (ids.length === 0) return [];
      const wanted = columns ? columns.map(name => `"${name}"`).join(', ') : '*';
      const rows = await client.$rows<Pick<RowOf<Model>, Column>>`
        SELECT ${Prisma.raw(wanted)} FROM ${table(model)}
        WHERE ${Prisma.raw(`"${column}"`)} IN ${listed(ids)} ${and}`;
      return client.$opened(model, rows);
    },

    /** For each of the ids in `column`, what the aggregate gives over its rows; ids without rows are left out. */
    async each<Value>(
      model: ModelName,
      column: string,
      ids: readonly string[],
      aggregate: Prisma.Sql,
      and = Prisma.empty,
    ): Promise<Map<string, Value>> {
      if (ids.length === 0) return new Map();
      const by = Prisma.raw(`"${column}"`);
      const rows = await client.$rows<{ id: string; value: Value }>`
        SELECT ${by} AS "id", ${aggregate} AS "value" FROM ${table(model)}
        WHERE ${by} IN ${listed(ids)} ${and} GROUP BY ${by}`;
      return new Map(rows.map(({ id, value }) => [id, value]));
    },
  };
}
