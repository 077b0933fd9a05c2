import { setTimeout as sleep } from 'node:timers/promises';
import type { BareClient } from '../driver/client.ts';
import type { Provider } from '../driver/database.ts';
import { codeOf } from '../driver/failures.ts';
import type { FieldCipher } from '../encryption/cipher.ts';
import { encryptedColumns, tableOf } from '../encryption/encryptedColumns.ts';
import { KEY_ROWS } from '../encryption/keyCheck.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { Progress } from './progress.ts';

interface Resealing {
  client: BareClient;
  provider: Provider;
  /** Seals with the new key, and opens with the old ones too. */
  cipher: FieldCipher;
  progress?: Progress;
}

export interface Resealed {
  /** How many rows were sealed anew. */
  rows: number;
  /** Where cells stayed as they are, since none of the keys opens them, and how many rows that is. */
  unopened: Readonly<Record<string, number>>;
  /** Whether somebody goes on sealing with an old key. */
  isContested: boolean;
}

/** So few at a time that nobody waits for the writing. */
const AT_ONCE = 50;
/** Who has the new key writes nothing that a second reading would find; who is at it all the same never ends. */
const MOST_PASSES = 5;

/**
 * Seals every value anew that another key sealed, or the same in an older format, while others read and write: a cell
 * that changed since it was read is left to the next pass. Ends when one found nothing more. Broken off at any point it
 * goes on where it was.
 */
export async function reseal(parts: Resealing): Promise<Resealed> {
  let rows = 0;
  for (let passes = 0; passes < MOST_PASSES; passes += 1) {
    const before = rows;
    const unopened: Record<string, number> = {};
    for (const [model, columns] of Object.entries(encryptedColumns))
      for await (const page of oldRows(parts, model, columns)) {
        const anew = page.map(row => ({ id: row.id, cells: resealed(parts.cipher, model, columns, row) }));
        const changed = anew.filter(({ cells }) => cells.length > 0);
        if (changed.length < page.length) unopened[model] = (unopened[model] ?? 0) + page.length - changed.length;
        await write(
          parts,
          changed.map(({ id, cells }) => update(model, id, cells)),
        );
        rows += changed.length;
        parts.progress?.(() => `Sealing ${model}: ${rows} rows so far.`);
      }
    if (rows === before) return { rows, unopened, isContested: false };
  }
  return { rows, unopened: {}, isContested: true };
}

type Row = { id: string } & Record<string, string | null>;
interface Cell {
  column: string;
  from: string;
  to: string;
}

const name = (text: string): Prisma.Sql => Prisma.raw(`"${text}"`);

/** The rows of a table with a cell that is not sealed as new ones are. */
async function* oldRows(
  { client, cipher: { prefix } }: Resealing,
  model: string,
  columns: readonly string[],
): AsyncGenerator<Row[]> {
  const isOld = columns.map(column => Prisma.sql`substr(${name(column)}, 1, ${prefix.length}) <> ${prefix}`);
  for (let after = ''; ; ) {
    // The word of an old key stays its own: it says that somebody may seal with it.
    const page = await client.$queryRaw<Row[]>`
      SELECT ${Prisma.join(['id', ...columns].map(name))} FROM ${name(tableOf(model))}
      WHERE "id" > ${after} AND "id" NOT LIKE ${`${KEY_ROWS}%`} AND (${Prisma.join(isOld, ' OR ')})
      ORDER BY "id" LIMIT ${AT_ONCE}`;
    if (page.length > 0) yield page;
    if (page.length < AT_ONCE) return;
    after = page.at(-1)?.id ?? '';
  }
}

/** A damaged cell, or one that an unknown key sealed, stays as it is. */
function resealed(cipher: FieldCipher, model: string, columns: readonly string[], row: Row): Cell[] {
  return columns.flatMap(column => {
    const from = row[column];
    if (typeof from !== 'string' || from.startsWith(cipher.prefix)) return [];
    const place = { table: tableOf(model), column, id: row.id };
    try {
      return [{ column, from, to: cipher.seal(cipher.open(from, place), place) }];
    } catch {
      return [];
    }
  });
}

/** Only while it is what was read: what somebody wrote since is newer. */
const update = (model: string, id: string, cells: readonly Cell[]): Prisma.Sql => {
  const set = Prisma.join(cells.map(({ column, to }) => Prisma.sql`${name(column)} = ${to}`));
  const same = Prisma.join(
    cells.map(({ column, from }) => Prisma.sql`${name(column)} = ${from}`),
    ' AND ',
  );
  return Prisma.sql`UPDATE ${name(tableOf(model))} SET ${set} WHERE "id" = ${id} AND ${same}`;
};

/** SQLite takes them as one write. PostgreSQL takes each by itself: two transactions of several rows might lock each other. */
async function write({ client, provider }: Resealing, updates: readonly Prisma.Sql[]): Promise<void> {
  if (updates.length === 0) return;
  const begun = performance.now();
  if (provider === 'postgresql') for (const one of updates) await client.$executeRaw(one);
  else await inTurn(() => client.$transaction(updates.map(one => client.$executeRaw(one))));
  // Others write as well: they get as much time as this took.
  await sleep(performance.now() - begun);
}

/** The bot may hold the file for longer than SQLite waits. */
async function inTurn(work: () => Promise<unknown>, tries = 30): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tries === 0 || !codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    await sleep(100);
    await inTurn(work, tries - 1);
  }
}
