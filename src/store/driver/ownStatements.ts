import { tableOf } from '../encryption/encryptedColumns.ts';
import { clean } from '../encryption/fieldEncryption.ts';
import { ownerColumn, type TableName } from '../entities/tables.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { Client } from './client.ts';

/** What a row of a table is made with, whoever it belongs to. */
type NewRow<Name extends TableName> = Omit<
  Exclude<Prisma.TypeMap['model'][Name]['operations']['createMany']['args']['data'], readonly unknown[]>,
  'userId'
>;

/** What every `/log` does, as SQL of one user's rows and no others. */
export const ownStatements = (client: Client, userId: string) => ({
  /** Adds a few rows, all with the same columns, and gives them as they are kept. @throws what `isTaken` and `isDangling` know */
  async $insert<Name extends TableName, Row extends NewRow<Name>>(name: Name, rows: readonly Row[]): Promise<Row[]> {
    const kept = rows.map(row => clean(row));
    const owned: Record<string, unknown>[] = kept.map(row => ({ ...row, [ownerColumn(name)]: userId }));
    const columns = Object.keys(owned[0] ?? {});
    const values = client
      .$sealed(name, owned)
      .map(row => Prisma.sql`(${Prisma.join(columns.map(column => row[column] ?? null))})`);
    await client.$run`
      INSERT INTO ${identifier(tableOf(name))} (${Prisma.join(columns.map(identifier))}) VALUES ${Prisma.join(values)}`;
    return kept;
  },

  /**
   * Says that something of the user's is written: their row is locked on PostgreSQL, and what lies ahead is planned
   * anew. What has come before is not left behind. Resolves to the revision from now on.
   */
  async $raise(now: Date): Promise<number | undefined> {
    const [row] = await client.$rows<{ revision: number }>`
      UPDATE "User" SET "revision" = "revision" + 1,
        "nextPlanAt" = CASE WHEN "nextPlanAt" <= ${now} THEN "nextPlanAt" ELSE ${now} END
      WHERE "id" = ${userId} RETURNING "revision"`;
    return row?.revision;
  },

  /** How many entries there are by whom they are about and what they say, and when the last of each was logged. */
  async $countEntries() {
    const rows = await client.$rows<{ contactId: string; stance: string; many: number | bigint; last: Date | string }>`
      SELECT "contactId", "stance", COUNT(*) AS "many", MAX("loggedAt") AS "last"
      FROM "LogEntry" WHERE "userId" = ${userId} GROUP BY "contactId", "stance"`;
    return rows.map(({ many, last, ...row }) => ({ ...row, many: Number(many), last: new Date(last) }));
  },
});

const identifier = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`);
