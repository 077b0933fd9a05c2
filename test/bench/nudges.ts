// npm run bench:nudges: what a tick costs when nothing is due, and how fast much that is due is planned and sent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands } from '../../src/commands/index.ts';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { loadContent } from '../../src/content/load.ts';
import type { Delivery } from '../../src/core/ports/ledger.ts';
import { newId } from '../../src/core/runtime/id.ts';
import { drain } from '../../src/core/sending/outbox.ts';
import { planDue } from '../../src/core/sending/planner.ts';
import { inProcessDispatcher } from '../../src/dispatcher/inProcess.ts';
import { type Client, encryptedClient } from '../../src/store/driver/client.ts';
import { createFieldCipher } from '../../src/store/encryption/cipher.ts';
import { timeText } from '../../src/store/entities/rows.ts';
import { type OpenStore, openDatabase, openStore } from '../../src/store/open.ts';
import { startPostgres } from '../support/postgres.ts';
import { SEED_KEY } from '../support/seed.ts';
import { createSink } from '../support/sink.ts';

const IDLE_FEW = 1000;
const IDLE_MANY = Number(process.argv[2] ?? 1_000_000);
const DIGESTS = Number(process.argv[3] ?? 100_000);

const content = await loadContent({ dir: undefined, commands: commands.map(({ name }) => name) });
const NOW = Temporal.Instant.from('2026-11-22T19:00:00Z');
const LATER = NOW.add({ hours: 24 * 7 });

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
/** What is in use, once what is not was let go of. */
function liveMb(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
}

interface Figures {
  [what: string]: string | number;
}

async function bench(databaseUrl: string): Promise<Figures> {
  await addIdle(databaseUrl, 0, IDLE_FEW);
  const few = await tickMs(databaseUrl);
  await addIdle(databaseUrl, IDLE_FEW, IDLE_MANY);
  const many = await tickMs(databaseUrl);
  await addDue(databaseUrl, DIGESTS, NOW.subtract({ minutes: 1 }));

  const store = await openStore({ databaseUrl, encryptionKey: SEED_KEY });
  // Half an hour after the hour that all of them chose, everybody's minute has come.
  const due = NOW.add({ minutes: 31 });
  const sink = createSink('discord', 1000);
  const live: number[] = [];
  sink.answer(() => {
    if ([0.1, 0.5, 0.9].some(part => sink.taken.size === Math.round(part * DIGESTS))) live.push(liveMb());
    return undefined;
  });
  const { seconds } = await timed(() => planAndSendAll(store, sink, due));
  await store.close();
  return {
    [`tick, ${IDLE_FEW} users (ms)`]: few.toFixed(2),
    [`tick, ${IDLE_MANY} users (ms)`]: many.toFixed(2),
    ratio: (many / few).toFixed(2),
    'planned and sent': sink.taken.size,
    twice: [...sink.taken.values()].filter(times => times > 1).length,
    'planned and sent a second': Math.round(sink.taken.size / seconds),
    'live MB after a tenth, half, nine tenths': live.join(', '),
  };
}

/** One tick, and what it sets going: the first are sent while others are still planned. */
async function planAndSendAll(store: OpenStore, sink: ReturnType<typeof createSink>, now: Temporal.Instant) {
  const dispatcher = inProcessDispatcher(30);
  const outbox = {
    ledger: store.ledger,
    notifiers: new Map([['discord' as const, sink.notifier]]),
    render: (delivery: Delivery) => renderNudge(delivery, { store, content, now }),
    now: () => now,
    report: (error: unknown) => console.error(error),
  };
  await dispatcher.start({
    async *tick() {
      for await (const _ of planDue(store.ledger, now, content.season)) yield await store.ledger.lanesDue(now);
    },
    due: async () => [],
    drain: (lane, signal) => drain(lane, outbox, signal),
    report: error => console.error(error),
  });
  while (sink.taken.size < DIGESTS) await setTimeout(5);
  await dispatcher.stop();
}

/** The middle one of many ticks with nothing due. */
async function tickMs(databaseUrl: string): Promise<number> {
  const store = await openStore({ databaseUrl, encryptionKey: SEED_KEY });
  const times: number[] = [];
  for (let turn = 0; turn < 101; turn += 1) {
    const { seconds } = await timed(async () => {
      for await (const _ of planDue(store.ledger, NOW, content.season)) await store.ledger.lanesDue(NOW);
    });
    times.push(seconds * 1000);
  }
  await store.close();
  return times.toSorted((a, b) => a - b)[50] ?? 0;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** People of whom nothing is due before `LATER`. */
async function addIdle(databaseUrl: string, from: number, to: number): Promise<void> {
  const { client, provider, close } = await openDatabase(databaseUrl);
  const columns = '"id", "createdAt", "remind", "zone", "digestHour", "nextPlanAt"';
  const time = (instant: Temporal.Instant) => `'${timeText(instant)}'${provider === 'postgresql' ? '::timestamp' : ''}`;
  const row = `'idle' || i, ${time(NOW)}, 'weekly', 'UTC', 19, ${time(LATER)}`;
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
  await client.$executeRawUnsafe(`INSERT INTO "User" (${columns}) ${numbers} SELECT ${row} FROM n`);
  await close();
}

/** People whose digest is due, with one entry of this week each. */
async function addDue(databaseUrl: string, count: number, nextPlanAt: Temporal.Instant): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const client: Client = encryptedClient(database.client, createFieldCipher(SEED_KEY));
  const now = new Date(NOW.epochMilliseconds);
  const next = new Date(nextPlanAt.epochMilliseconds);
  for (let from = 0; from < count; from += 2000) {
    const part = Array.from({ length: Math.min(2000, count - from) }, () => {
      const [userId, contactId] = [newId(), newId()];
      return {
        user: { id: userId, createdAt: now, remind: 'weekly', zone: 'UTC', digestHour: 19, nextPlanAt: next },
        account: {
          ...{ id: newId(), userId, platform: 'discord', scope: '', externalId: newId() },
          ...{ createdAt: now, lastSeenAt: now },
        },
        contact: { id: contactId, userId, name: 'Pat', nameKey: 'pat', role: 'chief', createdAt: now, writeId: '' },
        entry: { id: newId(), userId, contactId, stance: 'good', day: '2026-11-21', loggedAt: now, writeId: '' },
      };
    });
    await client.user.createMany({ data: part.map(({ user }) => user) });
    await client.account.createMany({ data: part.map(({ account }) => account) });
    await client.contact.createMany({ data: part.map(({ contact }) => contact) });
    await client.logEntry.createMany({ data: part.map(({ entry }) => entry) });
  }
  await database.close();
}

const folder = mkdtempSync(join(tmpdir(), 'backchannel-bench-'));
const sqlite = await bench(`file:${join(folder, 'bench.db')}`);
rmSync(folder, { recursive: true, force: true });
const server = await startPostgres();
const postgresql = await bench(server.url);
await server.stop();
console.table({ SQLite: sqlite, PostgreSQL: postgresql });
process.exit();
