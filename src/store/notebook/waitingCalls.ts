import type { Client } from '../driver/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';

/** A call that waits behind a button. The same of one user has the same id. */
export interface WaitingCall {
  id: string;
  call: string;
  letters: number;
  expiresAt: Date;
}

/** Keeps a user's waiting calls in one statement; what waits already does so for as long as the longer of the two. */
export async function keepWaiting(client: Client, userId: string, calls: readonly WaitingCall[]): Promise<void> {
  const rows = client
    .$sealed('PendingCall', calls)
    .map(({ id, call, letters, expiresAt }) => Prisma.sql`(${id}, ${userId}, ${call}, ${letters}, ${expiresAt})`);
  await client.$run`
    INSERT INTO "PendingCall" ("id", "userId", "call", "letters", "expiresAt") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("id") DO UPDATE SET "expiresAt" = excluded."expiresAt"
    WHERE "PendingCall"."expiresAt" < excluded."expiresAt" AND "PendingCall"."userId" = excluded."userId"`;
}
