import type { Identity } from '../../src/core/ports/users.ts';
import { newId } from '../../src/core/runtime/id.ts';
import { laneOf } from '../../src/core/sending/queueKey.ts';
import { type Client, encryptedClient } from '../../src/store/driver/client.ts';
import { createFieldCipher } from '../../src/store/encryption/cipher.ts';
import { openDatabase } from '../../src/store/open.ts';
import { itemsText } from '../../src/store/sending/deliveryItems.ts';

/** The key of databases that are seeded, as `ENCRYPTION_KEY` takes it. */
export const SEED_KEY = Buffer.alloc(32, 7);

export interface Seeded extends Identity {
  /** The channel of their direct messages, where it is open already. */
  directChannel?: string;
  /** When each of their messages is due, milliseconds since 1970. */
  due: number[];
}

const CHUNK = 2000;
const DAY_MS = 24 * 3600 * 1000;

/**
 * Puts people who asked for digests, with something to say in each, and messages that are due to them straight into a
 * database that nobody has open.
 * @returns the ids of the deliveries
 */
export async function seed(databaseUrl: string, people: readonly Seeded[]): Promise<string[]> {
  const database = await openDatabase(databaseUrl);
  const client: Client = encryptedClient(database.client, createFieldCipher(SEED_KEY));
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const rows = people.map(({ due, directChannel = null, ...identity }) => {
    const [userId, accountId, contactId] = [newId(), newId(), newId()];
    return {
      user: { id: userId, createdAt: now, remind: 'weekly', zone: 'UTC', welcomed: true, quietFrom: 0, quietTo: 0 },
      account: { id: accountId, userId, ...identity, directChannel, createdAt: now, lastSeenAt: now },
      contact: { id: contactId, userId, name: 'Pat', nameKey: 'pat', role: 'chief', createdAt: now, writeId: newId() },
      entry: { id: newId(), userId, contactId, stance: 'good', day: today, loggedAt: now, writeId: newId() },
      deliveries: due.map((at, index) => delivery(identity, userId, accountId, at, index)),
    };
  });
  const deliveries = rows.flatMap(row => row.deliveries);
  await inChunks(rows, async part => {
    await client.user.createMany({ data: part.map(({ user }) => user) });
    await client.account.createMany({ data: part.map(({ account }) => account) });
    await client.contact.createMany({ data: part.map(({ contact }) => contact) });
    await client.logEntry.createMany({ data: part.map(({ entry }) => entry) });
  });
  await inChunks(deliveries, async data => void (await client.delivery.createMany({ data })));
  await database.close();
  return deliveries.map(({ id }) => id);
}

function delivery({ platform, scope }: Identity, userId: string, accountId: string, at: number, index: number) {
  const dueAt = new Date(at);
  const item = {
    kind: 'digest',
    subject: '',
    occurrence: String(index),
    dueAt: Temporal.Instant.fromEpochMilliseconds(at),
    why: 'its weekly time has come',
  } as const;
  return {
    id: newId(),
    kind: 'digest',
    recipientKey: `user:${userId}`,
    occurrence: String(index),
    userId,
    accountId,
    lane: laneOf(platform, scope),
    status: 'due',
    dueAt,
    graceUntil: new Date(at + 2 * DAY_MS),
    tryAt: dueAt,
    items: itemsText([item]),
  };
}

async function inChunks<T>(rows: readonly T[], write: (part: T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK));
}

/** How many deliveries there are in each state. */
export async function statesOf(databaseUrl: string): Promise<Record<string, number>> {
  const database = await openDatabase(databaseUrl);
  const rows = await database.client.delivery.groupBy({ by: ['status', 'detail'], _count: true });
  await database.close();
  return Object.fromEntries(
    rows.map(({ status, detail, _count }) => [`${status}${detail ? ` (${detail})` : ''}`, _count]),
  );
}
