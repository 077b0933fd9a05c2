import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '../../../src/core/ports/notifier.ts';
import { newId } from '../../../src/core/runtime/id.ts';
import { type Client, encryptedClient } from '../../../src/store/driver/client.ts';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SEED_KEY, type Seeded, seed } from '../../support/seed.ts';

/** What somebody was shown in the end: that it was saved, that it was not, or nothing that could be read. */
export type Seen = 'saved' | 'not saved' | 'nothing';

/** A bot, or its core alone, that people log with while messages are due to others. */
export interface Rig {
  /** One entry about somebody of this name, by one of many people. */
  log(person: number, who: string): Promise<Seen>;
  /** How many of the messages that are due have arrived. */
  sent(): number;
  memoryMb(): number;
  close(): Promise<void>;
}

/** What a rig is made for: so many who log, and so many others to whom a message is due at a moment. */
export interface Scene {
  databaseUrl: string;
  folder: string;
  people: number;
  due: number;
  dueAt: number;
}

export type StartRig = (scene: Scene) => Promise<Rig>;

const SAVED = /Logged/;
const NOT_SAVED = /not saved|nothing was saved|did not work/i;
export const seenIn = (text: string): Seen =>
  NOT_SAVED.test(text) ? 'not saved' : SAVED.test(text) ? 'saved' : 'nothing';

/** Those who log are known already: what somebody's first time costs is no part of this. */
export async function seedScene(
  { databaseUrl, due, dueAt }: Scene,
  platform: Platform,
  scope: string,
  logging: string[],
  others: Pick<Seeded, 'externalId' | 'directChannel'>[],
): Promise<void> {
  await seed(
    databaseUrl,
    others.slice(0, due).map(other => ({ platform, scope, ...other, due: [dueAt] })),
  );
  const database = await openDatabase(databaseUrl);
  const client: Client = encryptedClient(database.client, createFieldCipher(SEED_KEY));
  const now = new Date();
  const rows = logging.map(externalId => {
    const userId = newId();
    return {
      user: { id: userId, createdAt: now, zone: 'UTC', welcomed: true },
      account: { id: newId(), userId, platform, scope, externalId, createdAt: now, lastSeenAt: now },
    };
  });
  await client.user.createMany({ data: rows.map(({ user }) => user) });
  await client.account.createMany({ data: rows.map(({ account }) => account) });
  await database.close();
}

/** The names of everybody who was logged. */
export async function keptNames(databaseUrl: string): Promise<Set<string>> {
  const database = await openDatabase(databaseUrl);
  const client: Client = encryptedClient(database.client, createFieldCipher(SEED_KEY));
  const rows = await client.contact.findMany({});
  await database.close();
  return new Set(rows.map(({ name }) => name));
}

export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-overload-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
