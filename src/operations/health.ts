import type { RequestListener, ServerResponse } from 'node:http';
import type { DoorState } from '../core/ports/door.ts';
import type { Counters } from '../core/runtime/counters.ts';
import { withTimeout } from '../core/runtime/withTimeout.ts';
import { watchLoop } from './loopDelay.ts';

/** What the store tells of itself. */
interface StoreHealth {
  trouble(): Promise<string | undefined>;
  oldestDue(now: Temporal.Instant): Promise<Temporal.Instant | null>;
}

interface HealthParts {
  store: StoreHealth;
  doors(): Record<string, DoorState>;
  counters: Counters;
  now(): Temporal.Instant;
  /** Told in one line when the database can no longer be used, and when it can again. */
  announce(line: string): void;
  checkSeconds: number;
}

export interface Readiness {
  ready: boolean;
  database: { ok: boolean; why?: string };
  doors: Record<string, DoorState>;
  /** How long the message has waited that has waited longest, of those that are due; null where none is. */
  oldestDueSeconds: number | null;
  loopDelayMs: { p99: number };
  counts: Record<string, number>;
}

/** A database that takes longer is as good as none. */
const PATIENCE_MS = 2000;
/** Whoever asks more often gets the same answer: asking must not be a load. */
const FRESH_MS = 1000;

/** Whether this process lives and can do its work, for whoever watches over it. */
export function createHealth({ store, doors, counters, now, announce, checkSeconds }: HealthParts) {
  const loop = watchLoop();
  let known: { at: number; database: Promise<Pick<Readiness, 'database' | 'oldestDueSeconds'>> } | undefined;

  async function askDatabase() {
    const why = await withTimeout(PATIENCE_MS, store.trouble(), 'the database does not answer in time');
    const oldest = why === undefined ? await withTimeout(PATIENCE_MS, store.oldestDue(now()), null) : null;
    return {
      database: why === undefined ? { ok: true } : { ok: false, why },
      oldestDueSeconds: oldest && Math.max(0, Math.round(now().since(oldest).total('seconds'))),
    };
  }

  async function readiness(): Promise<Readiness> {
    if (!known || performance.now() - known.at > FRESH_MS) known = { at: performance.now(), database: askDatabase() };
    const { database, oldestDueSeconds } = await known.database;
    const states = doors();
    const ready = database.ok && Object.values(states).every(({ connected }) => connected);
    const loopDelayMs = { p99: loop.p99() };
    return { ready, database, doors: states, oldestDueSeconds, loopDelayMs, counts: counters.troubles() };
  }

  let trouble: string | undefined;
  async function check(): Promise<void> {
    const why = await withTimeout(PATIENCE_MS, store.trouble(), 'the database does not answer in time');
    if (why !== trouble) announce(why ? `Nothing can be saved: ${why}.` : 'The database can be used again.');
    trouble = why;
  }
  const checking = setInterval(() => void check(), checkSeconds * 1000).unref();

  return {
    readiness,
    routes: {
      '/healthz': ifAsked(response => send(response, 200, { alive: true })),
      '/readyz': ifAsked(async response => {
        const found = await readiness();
        send(response, found.ready ? 200 : 503, found);
      }),
    },
    stop() {
      clearInterval(checking);
      loop.stop();
    },
  };
}

/** GET and HEAD, of which Node sends the head alone. */
const ifAsked =
  (answer: (response: ServerResponse) => unknown): RequestListener =>
  (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return void answer(response);
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  };

function send(response: ServerResponse, status: number, body: object): void {
  const text = `${JSON.stringify(body, null, 2)}\n`;
  const head = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...head, 'cache-control': 'no-store' }).end(text);
}
