import { createHash } from 'node:crypto';
import type { BareClient } from '../driver/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { Progress } from './progress.ts';

export type ModelName = keyof typeof Prisma.ModelName;
type Row = Record<string, string | number | boolean | Date | null>;

/** Every model of the schema: what walks over these cannot forget a new table. */
export const modelNames = Object.keys(Prisma.ModelName) as ModelName[];

/** The columns of a model, in the schema's order. */
export const columnsOf = (model: ModelName): string[] => Object.keys(Prisma[`${model}ScalarFieldEnum`]);

interface Rows {
  count(): Promise<number>;
  findMany(args: { where?: object; orderBy: object; take: number; skip?: number }): Promise<Row[]>;
  createMany(args: { data: readonly Row[] }): Promise<{ count: number }>;
}

/** A model's rows as they lie in the database. The one place where their types are given up, for what walks over all. */
export const rowsIn = (client: Models, model: ModelName): Rows => client[lowered(model)] as object as Rows;
/** A client, or what is one within a transaction. */
export type Models = Pick<BareClient, Lowered>;
type Lowered = Uncapitalize<ModelName>;
const lowered = (model: ModelName) => (model.charAt(0).toLowerCase() + model.slice(1)) as Lowered;

/** The column by which other tables name a row of this one. */
export const idColumn = (model: ModelName): string => `${lowered(model)}Id`;

const AT_ONCE = 1000;

/** All rows of a model, so many at a time. Nobody else writes meanwhile, or within a transaction that sees one moment. */
export async function* pagesOf(client: Models, model: ModelName): AsyncGenerator<Row[]> {
  const columns = columnsOf(model);
  const rows = rowsIn(client, model);
  const orderBy = columns.includes('id') ? { id: 'asc' } : columns.map(column => ({ [column]: 'asc' }));
  for (let [page, skip] = [[] as Row[], 0]; ; skip += AT_ONCE) {
    const after = page.at(-1)?.id;
    page = await rows.findMany(
      columns.includes('id') && after !== undefined
        ? { where: { id: { gt: after } }, orderBy, take: AT_ONCE }
        : { orderBy, take: AT_ONCE, skip },
    );
    if (page.length > 0) yield page;
    if (page.length < AT_ONCE) return;
  }
}

/** How many rows, and a checksum of what is in them: the same on both databases, in whatever order they lie. */
export interface Checksum {
  rows: number;
  /** 32 bytes as hexadecimal digits. */
  sum: string;
}
export type Checksums = Readonly<Record<ModelName, Checksum>>;

/** Adds up a checksum a row: a table's is their sum, so that no order matters. */
export function createSum(model: ModelName) {
  const columns = columnsOf(model);
  let [rows, sum] = [0, 0n];
  return {
    add(row: Row): void {
      const text = JSON.stringify([model, ...columns.map(column => row[column])]);
      rows += 1;
      sum = BigInt.asUintN(256, sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`));
    },
    result: (): Checksum => ({ rows, sum: sum.toString(16).padStart(64, '0') }),
  };
}

export async function checksums(client: Models, progress: Progress = () => {}): Promise<Checksums> {
  const found: Partial<Record<ModelName, Checksum>> = {};
  for (const model of modelNames) {
    const sum = createSum(model);
    for await (const page of pagesOf(client, model)) {
      for (const row of page) sum.add(row);
      progress(() => `Reading ${model}: ${sum.result().rows} rows.`);
    }
    found[model] = sum.result();
  }
  return found as Checksums;
}

/** The tables in which the two differ. */
export const differences = (one: Checksums, other: Checksums): ModelName[] =>
  modelNames.filter(model => one[model].rows !== other[model].rows || one[model].sum !== other[model].sum);
