import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  type GatewayOptions,
  GUILDS_A_SHARD,
  identify,
  json,
  KNOWN_INTENTS,
  PRIVILEGED_INTENTS,
  payload,
  resume,
  send,
} from './gatewayPayloads.ts';
import { guildCreateWire } from './guildWire.ts';
import { RateLimiter } from './limits.ts';
import type { World } from './world.ts';

interface Session {
  id: string;
  intents: number;
  /** Which part of the guilds it is told of: this one of so many. */
  shard: [id: number, of: number];
  /** Every event so far, in order: the one with sequence s is at s - 1. */
  events: string[];
  socket?: WebSocket;
}

/** The WebSocket side: sessions, their events, and what becomes of them when a socket drops. */
export class Gateway {
  /** How often a session was begun. */
  identified = 0;
  /** How often a session was taken up again. */
  resumed = 0;
  #sessions = new Map<string, Session>();
  #server = new WebSocketServer({ noServer: true });
  #world: World;
  #options: GatewayOptions;
  #identifies: RateLimiter;

  constructor(world: World, http: Server, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#identifies = new RateLimiter({ limit: 1, ms: options.identifyMs }, Date.now);
    world.dispatch = (event, data, intent) => this.#dispatch(event, data, intent);
    http.on('upgrade', (request, socket, head) =>
      this.#server.handleUpgrade(request, socket, head, it => this.#greet(it, request.url ?? '')),
    );
  }

  get url(): string {
    return this.#world.origin.replace('http', 'ws');
  }

  /** What GET /gateway/bot answers. */
  info = () => ({
    url: this.url,
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: 1000 - this.identified,
      reset_after: 86_400_000,
      max_concurrency: 1,
    },
  });

  /** Cuts every socket, with a close code or, without one, as a lost connection does; sessions can be resumed. */
  drop(code?: number): void {
    for (const socket of this.#server.clients) {
      if (code) socket.close(code);
      else socket.terminate();
    }
  }

  /** Sends these very words, whatever they are. */
  sendRaw(words: string): void {
    for (const socket of this.#server.clients) socket.send(words);
  }

  /** Tells of an event, whatever it holds, as one that can be resumed. */
  tell(event: string, data: unknown): void {
    for (const session of this.#sessions.values()) this.#give(session, event, data);
  }

  /** Asks every client to come back (op 7). */
  reconnect(): void {
    for (const socket of this.#server.clients) send(socket, Op.Reconnect);
  }

  /** Declares every session invalid (op 9): nothing of it can be resumed. */
  invalidate(): void {
    this.#sessions.clear();
    for (const socket of this.#server.clients) send(socket, Op.InvalidSession, false);
  }

  sessionIds = (): string[] => [...this.#sessions.keys()];

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #greet(socket: WebSocket, url: string) {
    let session: Session | undefined;
    const { heartbeatMs } = this.#options;
    if (new URL(url, this.url).searchParams.get('v') !== '10') return socket.close(Close.InvalidAPIVersion);
    const silence = setTimeout(() => socket.close(Close.SessionTimedOut), heartbeatMs * 2);
    const events = new RateLimiter({ limit: 120, ms: 60_000 }, Date.now);
    socket.on('message', data => {
      if (!events.take('').allowed) return socket.close(Close.RateLimited);
      const read = payload.safeParse(json(String(data)));
      if (!read.success) return socket.close(Close.DecodeError);
      const { op, d } = read.data;
      if (op === Op.Heartbeat) {
        silence.refresh();
        return send(socket, Op.HeartbeatAck);
      }
      if (op === Op.Identify && session) return socket.close(Close.AlreadyAuthenticated);
      if (op === Op.Identify) session = this.#identify(socket, d);
      else if (op === Op.Resume) session = this.#resume(socket, d);
      else if (!(op in Op)) socket.close(Close.UnknownOpcode);
      else if (!session) socket.close(Close.NotAuthenticated);
    });
    socket.on('close', code => {
      clearTimeout(silence);
      if (session?.socket !== socket) return;
      delete session.socket;
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    });
    socket.on('error', () => socket.terminate());
    send(socket, Op.Hello, { heartbeat_interval: heartbeatMs });
  }

  #identify(socket: WebSocket, d: unknown): Session | undefined {
    const read = identify.safeParse(d);
    const refuse = (code: Close) => void socket.close(code);
    if (!read.success) return refuse(Close.DecodeError);
    const { token, intents, shard = [0, 1] } = read.data;
    const guilds = [...this.#world.guilds.values()].filter(it => it.hasBot && isInShard(it.id, shard));
    if (token !== this.#options.access.token) return refuse(Close.AuthenticationFailed);
    if (intents & ~KNOWN_INTENTS) return refuse(Close.InvalidIntents);
    if (intents & PRIVILEGED_INTENTS & ~this.#options.grantedIntents) return refuse(Close.DisallowedIntents);
    if (shard[0] >= shard[1]) return refuse(Close.InvalidShard);
    if (guilds.length > GUILDS_A_SHARD) return refuse(Close.ShardingRequired);
    if (!this.#identifies.take('').allowed) return void send(socket, Op.InvalidSession, false);

    this.identified++;
    const session: Session = { id: randomBytes(16).toString('hex'), intents, shard, events: [], socket };
    this.#sessions.set(session.id, session);
    this.#give(session, 'READY', {
      v: 10,
      user: this.#world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      application: { id: this.#world.bot.id, flags: 0 },
      ...(read.data.shard && { shard }),
    });
    for (const guild of guilds)
      if (guild.available && intents & GatewayIntentBits.Guilds)
        this.#give(session, 'GUILD_CREATE', guildCreateWire(this.#world, guild));
    return session;
  }

  #resume(socket: WebSocket, d: unknown): Session | undefined {
    const read = resume.safeParse(d);
    if (!read.success) return void socket.close(Close.DecodeError);
    if (read.data.token !== this.#options.access.token) return void socket.close(Close.AuthenticationFailed);
    const session = this.#sessions.get(read.data.session_id);
    if (!session) return void send(socket, Op.InvalidSession, false);
    if (read.data.seq > session.events.length) return void socket.close(Close.InvalidSeq);
    session.socket = socket;
    this.resumed++;
    for (const event of session.events.slice(read.data.seq)) socket.send(event);
    this.#give(session, 'RESUMED', {});
    return session;
  }

  #dispatch(event: string, data: object, intent: number): void {
    for (const session of this.#sessions.values())
      if ((!intent || session.intents & intent) && isInShard(guildOf(event, data), session.shard))
        this.#give(session, event, this.#visible(session, data));
  }

  /** Without the message content intent, what people write in a guild comes without its content. */
  #visible({ intents }: Session, data: object): object {
    const hidden = 'content' in data && 'guild_id' in data && !(intents & GatewayIntentBits.MessageContent);
    const own = 'author' in data && data.author === this.#world.bot;
    return hidden && !own ? { ...data, content: '', components: [], embeds: [], attachments: [] } : data;
  }

  #give(session: Session, event: string, data: unknown): void {
    const text = JSON.stringify({ op: Op.Dispatch, t: event, s: session.events.length + 1, d: data });
    session.events.push(text);
    this.#world.changed();
    if (session.socket?.readyState === session.socket?.OPEN) session.socket?.send(text);
  }
}

/** A guild's events go to one shard by its id; what belongs to none, such as direct messages, to the first. */
const isInShard = (guild: string | undefined, [id, of]: [number, number]): boolean =>
  Number(guild === undefined ? 0n : (BigInt(guild) >> 22n) % BigInt(of)) === id;

function guildOf(event: string, data: object): string | undefined {
  const { guild_id, id } = data as { guild_id?: string; id?: string };
  return guild_id ?? (event === 'GUILD_CREATE' || event === 'GUILD_DELETE' ? id : undefined);
}
