import { createYielding } from '../../core/runtime/yielding.ts';
import { UNOPENED } from '../../domain/entities/columns.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { FieldCipher, SealedCell } from './cipher.ts';
import { encryptedColumns, tableOf } from './encryptedColumns.ts';

type Fields = Record<string, unknown>;
const isRow = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/**
 * A client extension: sealed columns are written and read as plain text, and nothing else reaches the file.
 * Rows are read and written flat, because a row is sealed with its own id: an `include`, a nested write and a bulk
 * update of a sealed column are refused.
 */
export const fieldEncryption = (cipher: FieldCipher) =>
  Prisma.defineExtension({
    name: 'sealing',
    client: {
      /** The same rows as a raw query is to write them, with their sealed columns closed. */
      $sealed: <Row extends object>(model: string, rows: readonly Row[]): readonly Row[] =>
        seal(cipher, model, encryptedColumns[model] ?? [], { data: rows }).data,
      /** The same rows of a raw query, with their sealed columns opened. */
      $opened: <Rows>(model: string, rows: Rows): Rows => open(cipher, model, encryptedColumns[model] ?? [], rows),
    },
    query: {
      $allModels: {
        async $allOperations({ model, args, query }) {
          const columns = encryptedColumns[model] ?? [];
          const sealed = seal(cipher, model, columns, args);
          const found = await query(sealed);
          if (columns.length === 0 || !Array.isArray(found)) return open(cipher, model, columns, found);
          const breathe = createYielding();
          for (const row of found) {
            open(cipher, model, columns, row);
            await breathe();
          }
          return found;
        },
      },
    },
  });

function seal<Given>(cipher: FieldCipher, model: string, columns: readonly string[], args: Given): Given {
  const { include, select, where, data, create, update }: Fields = isRow(args) ? args : {};
  if (include || Object.values(isRow(select) ? select : {}).some(isRow)) throw new Error(`${model} is read flat`);
  const known = isRow(where) ? where.id : undefined;

  const sealRow = (row: unknown): unknown => {
    if (!isRow(row)) return row;
    const id = row.id ?? known;
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        if (Array.isArray(value) || (isRow(value) && !('increment' in value)))
          throw new Error(`${model} is written flat`);
        if (typeof value !== 'string') return [column, value];
        const text = withoutNul(value);
        if (!columns.includes(column)) return [column, text];
        if (typeof id !== 'string') throw new Error(`${model}.${column} is written by id`);
        return [column, cipher.seal(text, { table: tableOf(model), column, id })];
      }),
    );
  };
  const sealRows = (rows: unknown) => (Array.isArray(rows) ? rows.map(sealRow) : sealRow(rows));
  const parts = { where: clean(where), data: sealRows(data), create: sealRow(create), update: sealRow(update) };
  return { ...args, ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) };
}

const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** The same without NUL, which PostgreSQL refuses in text, also in what is looked for. */
export function clean<Value>(value: Value): Value;
export function clean(value: unknown): unknown {
  if (typeof value === 'string') return withoutNul(value);
  if (Array.isArray(value)) return value.map(inner => clean(inner));
  return isRow(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) : value;
}

/** One damaged cell costs no more than what it held: the rest of a person's rows are read as ever. */
function openCell(cipher: FieldCipher, sealed: string, place: SealedCell): string {
  try {
    return cipher.open(sealed, place);
  } catch {
    return UNOPENED;
  }
}

function open<Result>(cipher: FieldCipher, model: string, columns: readonly string[], result: Result): Result {
  if (columns.length === 0) return result;
  for (const row of Array.isArray(result) ? result : [result]) {
    if (!isRow(row)) continue;
    for (const column of columns) {
      const value = row[column];
      if (typeof value !== 'string') continue;
      if (typeof row.id !== 'string') throw new Error(`${model}.${column} is read with its id`);
      row[column] = openCell(cipher, value, { table: tableOf(model), column, id: row.id });
    }
  }
  return result;
}
