import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Kind, Retry, Transport } from './delivery.ts';
import type { Ack, Json } from './types.ts';
import { APP_ID } from './world.ts';

const MOST_SOCKETS = 10;
const PING_EVERY_MS = 10_000;

/** Socket Mode: up to ten connections, each envelope to one of them, acknowledged within the deadline. */
export class Sockets implements Transport {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open = new Set<WebSocket>();
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, (body: unknown) => void>();
  readonly #deadlineMs: number;
  readonly #onChange: () => void;
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(deadlineMs: number, onChange: () => void) {
    this.#deadlineMs = deadlineMs;
    this.#onChange = onChange;
    this.#pings = setInterval(() => this.#open.forEach(socket => void socket.ping()), PING_EVERY_MS).unref();
  }

  get count(): number {
    return this.#open.size;
  }

  /** A ticket that opens one connection. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Takes in a connection that comes with a good ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    this.#server.handleUpgrade(request, socket, head, connection => this.#welcome(connection));
  }

  #welcome(socket: WebSocket): void {
    if (this.#open.size >= MOST_SOCKETS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    this.#open.add(socket);
    socket.on('close', () => {
      this.#open.delete(socket);
      this.#onChange();
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', data => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      this.#waiting.get(id)?.(payload);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.size,
        connection_info: { app_id: APP_ID },
        debug_info: { host: 'standin', approximate_connection_time: 18_060 },
      }),
    );
    socket.ping();
    this.#onChange();
  }

  async deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack> {
    const started = performance.now();
    const within = () => Math.round(performance.now() - started);
    const socket = [...this.#open]
      .filter(({ readyState, OPEN }) => readyState === OPEN)
      .at(this.#turn++ % Math.max(1, this.#open.size));
    if (!socket) return { ok: false, within: within(), error: 'dispatch_failed' };
    const id = randomUUID();
    const answer = Promise.withResolvers<Ack>();
    const timer = setTimeout(
      () => answer.resolve({ ok: false, within: within(), error: 'operation_timeout' }),
      this.#deadlineMs,
    );
    this.#waiting.set(id, body => answer.resolve({ ok: true, within: within(), body }));
    socket.send(
      JSON.stringify({
        envelope_id: id,
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }),
      }),
    );
    try {
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /** Sends words as they are, which need be no envelope. */
  raw(words: string): void {
    for (const socket of this.#open) socket.send(words);
  }

  /** Cuts every connection without a goodbye. */
  drop(): void {
    for (const socket of this.#open) socket.terminate();
  }

  /** Asks every connection to come back anew, as Slack does about once an hour. */
  refresh(): void {
    for (const socket of this.#open)
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'standin' } }));
  }

  /** Says goodbye to every connection, and cuts those that do not answer within a second. */
  async close(): Promise<void> {
    clearInterval(this.#pings);
    const farewells = [...this.#open].map(async socket => {
      const gone = once(socket, 'close');
      socket.close(1001);
      const timer = setTimeout(() => socket.terminate(), 1_000);
      await gone;
      clearTimeout(timer);
    });
    await Promise.all(farewells);
    this.#server.close();
  }
}
