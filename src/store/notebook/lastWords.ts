import type { LastWord, MetDefender } from '../../core/ports/notebook.ts';
import { day } from '../../domain/entities/columns.ts';
import { entities } from '../../domain/notebook.ts';
import { keyIn, stances } from '../../domain/vocabulary.ts';
import type { Client } from '../driver/client.ts';
import { readable } from '../entities/records.ts';

/** A user's defenders, oldest first, each with the last day on which something was logged of them. */
export async function readMetDefenders(client: Client, userId: string): Promise<MetDefender[]> {
  const rows = await client.$rows<{ id: string; lastDay: string | null }>`
    SELECT "id", "contactId", "since", "updatedOn", "everyDays", (
      SELECT MAX("day") FROM "LogEntry" WHERE "LogEntry"."contactId" = "Defender"."contactId") AS "lastDay"
    FROM "Defender" WHERE "userId" = ${userId} ORDER BY "createdAt", "id"`;
  return readable(rows, row => ({
    ...entities.Defender.toItem(row),
    lastDay: day.safeDecode(row.lastDay ?? '').data ?? null,
  }));
}

/** What each of a user's people was last logged to say, and when. */
export async function readLastWords(client: Client, userId: string): Promise<LastWord[]> {
  const rows = await client.$rows<{ contactId: string; stance: string; day: string }>`
    SELECT "contactId", "stance", "day" FROM (
      SELECT "contactId", "stance", "day", ROW_NUMBER() OVER (
        PARTITION BY "contactId" ORDER BY "day" DESC, "loggedAt" DESC, "id" DESC) AS "nth"
      FROM "LogEntry" WHERE "userId" = ${userId}) AS "latest"
    WHERE "nth" = 1`;
  return rows.flatMap(({ contactId, ...row }) => {
    const [stance, last] = [keyIn(stances, row.stance), day.safeDecode(row.day).data];
    return stance && last ? [{ contactId, stance, day: last }] : [];
  });
}
