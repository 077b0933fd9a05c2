import { Prisma } from '../generated/sqlite/client.ts';
import type { Provider } from './database.ts';

export type ColumnType = 'text' | 'time' | 'integer';
const postgresTypes: Record<ColumnType, string> = { text: 'text', time: 'timestamp(3)', integer: 'integer' };

/**
 * Many rows as one JSON parameter, to select from: far faster than as many parameters, and without their limit.
 * @returns makes the SQL of a table with these columns from rows of text
 */
export const createRowTable =
  (provider: Provider) =>
  (rows: readonly object[], columns: Record<string, ColumnType>): Prisma.Sql => {
    const json = JSON.stringify(rows);
    const names = Object.keys(columns);
    if (provider === 'sqlite') {
      const values = names.map(name => `value ->> '${name}' AS "${name}"`).join(', ');
      return Prisma.sql`(SELECT ${Prisma.raw(values)} FROM json_each(${json}))`;
    }
    const typed = names.map(name => `"${name}" ${postgresTypes[columns[name] ?? 'text']}`).join(', ');
    return Prisma.sql`(SELECT * FROM jsonb_to_recordset(${json}::jsonb) AS list(${Prisma.raw(typed)}))`;
  };
