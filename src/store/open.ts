import { StartError } from '../core/ports/errors.ts';
import type { Store } from '../core/ports/store.ts';
import { normalizeName } from '../domain/people/names.ts';
import { createCommunitySettings } from './communities/communitySettings.ts';
import { createInstallation } from './communities/installation.ts';
import { createSlackApps } from './communities/slackApps.ts';
import { createBatchReads } from './driver/batchReads.ts';
import { type Client, encryptedClient } from './driver/client.ts';
import type { Database } from './driver/database.ts';
import { unusable } from './driver/failures.ts';
import { openPostgres } from './driver/postgres.ts';
import { scopedClient } from './driver/scopedClient.ts';
import { openSqlite } from './driver/sqlite.ts';
import { sqlitePath } from './driver/url.ts';
import type { FieldCipher } from './encryption/cipher.ts';
import { readKeys } from './encryption/key.ts';
import { openKeys, registerKey } from './encryption/keyCheck.ts';
import { createHealth, type StoreHealth } from './health.ts';
import { createAccounts } from './linking/accounts.ts';
import { createCalendarFeed, openCalendar } from './linking/calendarFeed.ts';
import { createLinking } from './linking/linking.ts';
import { erase } from './notebook/erase.ts';
import { createNotebook } from './notebook/index.ts';
import { createActiveNotebooks } from './notebook/keptReads.ts';
import { readLastWords, readMetDefenders } from './notebook/lastWords.ts';
import { readDates, readSelfCheck } from './notebook/readTogether.ts';
import { keepWaiting, type WaitingCall } from './notebook/waitingCalls.ts';
import { createQuestions } from './questions/questions.ts';
import { createLedger } from './sending/ledger.ts';
import { createMoving, type Moving } from './sending/moving.ts';
import { createUnanswered, letGo } from './sending/unanswered.ts';
import { createUploads } from './sending/uploads.ts';
import { sweep } from './sweep.ts';

export interface StoreOptions {
  /** `file:data/backchannel.db` or `postgres://user:password@host/database`. */
  databaseUrl: string;
  /** 32 bytes, several of them with the one first that seals, or their text as ENCRYPTION_KEY has it. */
  encryptionKey: Buffer | readonly Buffer[] | string;
  /** For how many days what was kept of a community that removed the bot is found again; 30. */
  retentionDays?: number;
}

export interface OpenStore extends Store {
  /** The same store for the season's engine, with turns of its own at the database: no flood of requests holds it up. */
  engine: Store;
  /** Removes what has expired: kept calls, undos and remembered requests. Says how many rows, and what failed to whom asks. */
  sweep(now: Temporal.Instant, report?: (what: string, error: string) => void): Promise<number>;
  health: StoreHealth;
  /** For a clock that is moved by hand. */
  moving: Moving;
}

/**
 * Opens the database, applies its missing migrations and checks the key.
 * @throws StartError for what the operator can mend: wrong key, second process, database out of reach
 */
export async function openStore({ databaseUrl, encryptionKey, retentionDays = 30 }: StoreOptions): Promise<OpenStore> {
  const keys =
    typeof encryptionKey === 'string' ? readKeys(encryptionKey, 'The encryption key') : [encryptionKey].flat();
  const database = await openDatabase(databaseUrl);
  try {
    const cipher = await openKeys(database.client, keys);
    if (database.provider === 'sqlite') await letGo(encryptedClient(database.client, cipher));
    return createStore(database, cipher, retentionDays);
  } catch (error) {
    await database.close();
    throw error instanceof StartError ? error : unusable(database.name, error);
  }
}

/** The database alone, with its migrations applied: its columns still sealed. */
export function openDatabase(databaseUrl: string): Promise<Database> {
  const path = sqlitePath(databaseUrl);
  return path === undefined ? openPostgres(databaseUrl) : openSqlite(path);
}

function createStore(database: Database, cipher: FieldCipher, retentionDays: number): OpenStore {
  const client = encryptedClient(database.engine, cipher);
  const engine = verbs(client, database, cipher);
  return {
    ...verbs(encryptedClient(database.client, cipher), database, cipher),
    // Written down before an acknowledgement, while those who ask stand in line.
    unanswered: engine.unanswered,
    engine,
    async sweep(now, report) {
      await registerKey(database.engine, cipher);
      return sweep(client, { now, retentionDays }, report);
    },
    health: createHealth(client, database),
    moving: createMoving(client),
  };
}

function verbs(client: Client, { provider, close }: Pick<Database, 'provider' | 'close'>, cipher: FieldCipher): Store {
  /** A keyed digest of a name, different for each user. */
  const nameKeyOf = (userId: string, name: string) => cipher.digest(`${userId} ${normalizeName(name)}`);
  const readsOf = createActiveNotebooks();
  return {
    ...createAccounts(client),
    ...createInstallation(client, provider),
    notebook: ({ account, requestId, now, revision }) => {
      const { userId } = account;
      const nameKey = (name: string) => nameKeyOf(userId, name);
      const digest = (text: string) => cipher.digest(`${userId} ${text}`);
      const reads = readsOf(userId, revision);
      const own = scopedClient(client, userId);
      const keep = (calls: readonly WaitingCall[]) => keepWaiting(client, userId, calls);
      const scope = { account, requestId, now, client: own, reads, undo: {}, keepWaiting: keep, nameKey, digest };
      const notebook = createNotebook(scope);
      const dates = reads.kept('dates', ['Interview', 'Invitation', 'Offer'], () => readDates(client, userId));
      return {
        ...notebook,
        // Whoever looks at one of these looks at the others: they are read at once.
        interviews: { ...notebook.interviews, all: async () => (await dates()).interviews },
        invitations: { ...notebook.invitations, all: async () => (await dates()).invitations },
        offers: { ...notebook.offers, all: async () => (await dates()).offers },
        lastWords: reads.kept('lastWords', ['LogEntry'], () => readLastWords(client, userId)),
        metDefenders: reads.kept('metDefenders', ['Defender', 'LogEntry'], () => readMetDefenders(client, userId)),
        selfCheck: reads.kept('selfCheck', ['SelfAnswers', 'BucketCheck'], () => readSelfCheck(client, userId)),
        eraseAll: () => erase(client, userId).finally(() => reads.forget()),
      };
    },
    calendarFeed: (account, now) => createCalendarFeed({ client, digest: cipher.digest }, account, now),
    openCalendar: secret =>
      openCalendar(secret, { client, digest: cipher.digest, reads: createBatchReads(client, provider) }),
    linking: (account, now) => createLinking({ client, account, now, digest: cipher.digest, nameKeyOf }),
    communitySettings: (communityId, now, by) => createCommunitySettings(client, { communityId, now, by: by ?? null }),
    ledger: createLedger(client, provider),
    uploads: createUploads(client),
    slackApps: createSlackApps(client),
    unanswered: createUnanswered(client),
    questions: createQuestions(client, cipher.digest),
    close,
  };
}
