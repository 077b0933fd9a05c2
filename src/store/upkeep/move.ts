import { existsSync } from 'node:fs';
import { StartError } from '../../core/ports/errors.ts';
import { openBeside } from '../driver/beside.ts';
import type { Database } from '../driver/database.ts';
import { nameOfPostgres, unreachable } from '../driver/failures.ts';
import { isHeld } from '../driver/lock.ts';
import { sqlitePath } from '../driver/url.ts';
import { openDatabase } from '../open.ts';
import {
  type Checksum,
  type Checksums,
  checksums,
  columnsOf,
  createSum,
  differences,
  idColumn,
  type ModelName,
  type Models,
  modelNames,
  pagesOf,
  rowsIn,
} from './models.ts';
import type { Progress } from './progress.ts';

interface Moving {
  /** `file:PATH` or `postgres://...`, as DATABASE_URL has it. */
  from: string;
  to: string;
  progress?: Progress;
}

export interface Moved {
  rows: number;
  tables: number;
  /** Whether all of it was there already, from the same moved before. */
  isRepeat: boolean;
}

/** However long it takes: either all of it is there, or nothing. */
const UNHURRIED = { maxWait: 60_000, timeout: 24 * 3_600_000, isolationLevel: 'Serializable' } as const;

/**
 * Carries everything from one database to another, an empty one, within one transaction that ends only when what was
 * written was read again and has the same checksums. Sealed values go as they are: the key stays the same.
 * @throws StartError in one sentence, with the other as it was
 */
export async function move({ from, to, progress = () => {} }: Moving): Promise<Moved> {
  if (from === to) throw new StartError('Both are the same database: name another one to move to.');
  await makeSureOfQuiet(from, true);
  await makeSureOfQuiet(to, false);
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      return await source.client.$transaction(tx => carry(tx, target, nameOf(to), progress), UNHURRIED);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function carry(source: Models, { client }: Database, name: string, progress: Progress): Promise<Moved> {
  const there = await checksums(client, progress);
  if (modelNames.some(model => there[model].rows > 0)) {
    const isRepeat = differences(await checksums(source, progress), there).length === 0;
    if (isRepeat) return sumUp(there, true);
    throw new StartError(`${name} is not empty, and holds something else: name an empty one. Nothing was changed.`);
  }
  return client.$transaction(async target => {
    const sent: Partial<Record<ModelName, Checksum>> = {};
    for (const model of inOrder()) {
      const sum = createSum(model);
      for await (const page of pagesOf(source, model)) {
        await rowsIn(target, model).createMany({ data: page });
        for (const row of page) sum.add(row);
        progress(() => `Moving ${model}: ${sum.result().rows} rows.`);
      }
      sent[model] = sum.result();
    }
    const [arrived, all] = [await checksums(target, progress), sent as Checksums];
    const wrong = differences(all, arrived);
    if (wrong.length > 0)
      throw new StartError(`${wrong.join(', ')} did not arrive as it was sent: nothing was moved to ${name}.`);
    return sumUp(all, false);
  }, UNHURRIED);
}

const sumUp = (sums: Checksums, isRepeat: boolean): Moved => ({
  rows: modelNames.reduce((sum, model) => sum + sums[model].rows, 0),
  tables: modelNames.length,
  isRepeat,
});

/** What is hung on comes before what hangs on it, by the column that names it. */
function inOrder(): ModelName[] {
  const ordered = new Set<ModelName>();
  const add = (model: ModelName): void => {
    const columns = columnsOf(model);
    for (const parent of modelNames)
      if (parent !== model && !ordered.has(parent) && columns.includes(idColumn(parent))) add(parent);
    ordered.add(model);
  };
  for (const model of modelNames) add(model);
  return [...ordered];
}

/** @throws StartError where there is no database, or a bot that goes on writing into it */
async function makeSureOfQuiet(url: string, hasToBe: boolean): Promise<void> {
  const path = sqlitePath(url);
  const isRunning = () => new StartError(`The bot is running on ${nameOf(url)}: stop it first, every replica of it.`);
  if (path !== undefined) {
    if (existsSync(path) && isHeld(path)) throw isRunning();
    if (hasToBe && !existsSync(path)) throw new StartError(`There is no database at ${path}.`);
    return;
  }
  const client = openBeside(url);
  try {
    // What hands out the work in a running bot listens on a connection of its own.
    const [found] = await client.$queryRaw<{ bots: bigint }[]>`
      SELECT count(*) AS "bots" FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'pgboss%'`;
    if (Number(found?.bots) > 0) throw isRunning();
  } catch (error) {
    throw error instanceof StartError ? error : unreachable(url, error);
  } finally {
    await client.$disconnect();
  }
}

const nameOf = (url: string): string => sqlitePath(url) ?? nameOfPostgres(url);
