import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleShardingStrategy, type WebSocketManager } from '@discordjs/ws';
import { Client, Events, GatewayIntentBits, Partials, REST, Routes, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { DiscordConfig } from '../../config.ts';
import { StartError } from '../../core/ports/errors.ts';
import { tryAgain } from '../../core/sending/backoff.ts';
import type { Refusals } from '../refusals.ts';
import { howToMend, readToken, type TokenSource } from '../token.ts';
import { failureKind } from './failures.ts';

interface ConnectionParts {
  config: DiscordConfig;
  log: Logger;
  refusals: Refusals;
  now(): Temporal.Instant;
  announce(line: string): void;
  /** Listens to what a new client hears, before it connects. */
  wire(client: Client): void;
  /** What is done once it is connected. @throws where it counts as not connected */
  connected(client: Client): Promise<void>;
}

/** The bot's connection with Discord, over refused tokens and what else ends a client for good. */
export type Connection = ReturnType<typeof createConnection>;

/** However slow Discord is, a start that has not come so far is tried again later. */
const START_MS = 60_000;

/** Close codes of the gateway after which discord.js never comes back by itself, and what an operator does about each. */
const ENDS: Record<number, { why: string; line(source: TokenSource): string }> = {
  4004: { why: 'DISCORD_TOKEN was refused', line: source => refusedLine(source) },
  4010: { why: 'DISCORD_SHARDS was refused', line: () => SHARDS },
  4011: { why: 'DISCORD_SHARDS is needed', line: () => SHARDS },
  4012: {
    why: 'the gateway’s version was refused',
    line: () => 'Discord no longer takes this version of the bot. Update it.',
  },
  4013: { why: 'the intents were refused', line: () => INTENTS },
  4014: { why: 'the intents were refused', line: () => INTENTS },
};
const SHARDS =
  'Discord does not take DISCORD_SHARDS as it is: there are too few shards, or this one is not among them.';
const INTENTS = 'Discord does not let the bot hear direct messages and servers. Look at Bot in the Developer Portal.';
const refusedLine = (source: TokenSource): string =>
  `DISCORD_TOKEN was refused by Discord. Copy it again from the Developer Portal: Bot, Reset Token. ${howToMend(source)}`;

export function createConnection({ config, log, refusals, now, announce, wire, connected }: ConnectionParts) {
  const source: TokenSource = { token: config.token, file: config.tokenFile, variable: 'DISCORD_TOKEN' };
  const stopping = new AbortController();
  let client: Client | undefined;
  let token = config.token;
  const newRest = (withToken: string): REST => deliveryRest(withToken, config.apiUrl);
  let deliveries = newRest(token);
  let why: string | undefined = 'not connected yet';
  let asking: Promise<boolean> | undefined;

  async function open(): Promise<void> {
    token = await readToken(source);
    const opened = newClient(config, error => void refusals.note('gateway event', 'malformed', error));
    const ended = Promise.withResolvers<never>();
    ended.promise.catch(() => {});
    opened.on(Events.ShardDisconnect, ({ code }) => {
      const end = ENDS[code];
      if (!end) return;
      refusals.note('gateway', String(code));
      ended.reject(new StartError(end.line(source)));
      if (client === opened) lose(end.why, end.line(source));
    });
    opened.on(Events.ShardError, error => log.warn({ error: error.name }, 'Discord’s gateway'));
    opened.on(Events.Error, error => log.warn({ error: error.name }, 'Discord connection'));
    wire(opened);
    try {
      const ready = new Promise<void>(resolve => opened.once(Events.ClientReady, () => resolve()));
      const late = sleep(START_MS, undefined, { signal: stopping.signal, ref: false }).then(() => {
        throw new StartError('Discord did not answer in a minute. The bot goes on without it, and tries again.');
      });
      late.catch(() => {});
      await Promise.race([opened.login(token).then(() => ready), ended.promise, late]);
      await connected(opened);
    } catch (error) {
      await opened.destroy().catch(() => {});
      const line = error instanceof StartError ? error.message : whyNot(error, source);
      why = line;
      throw new StartError(line, { cause: error });
    }
    client = opened;
    deliveries = newRest(token);
    why = undefined;
  }

  /** Ends what is dead for good, says so once, and tries anew, later each time, until it is taken. */
  function lose(reason: string, line: string): void {
    if (why !== undefined || stopping.signal.aborted) return;
    why = reason;
    announce(`${line} Nothing is sent until it is taken again; what is due stays due.`);
    const dead = client;
    client = undefined;
    void dead?.destroy().catch(() => {});
    void tryAgain(attempt, stopping.signal, now);
  }

  async function attempt(): Promise<boolean> {
    try {
      await open();
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : typeof error }, 'Discord is not back yet');
      return false;
    }
    announce('Discord takes DISCORD_TOKEN again. What was due goes out now.');
    return true;
  }

  /** Asks Discord once, however many calls were refused: whether it takes the token at all. */
  async function askWhetherRefused(): Promise<boolean> {
    try {
      await newRest(token).get(Routes.user());
      return false;
    } catch (error) {
      return failureKind(error).kind === 'token-refused';
    }
  }

  return {
    open,
    /** undefined while there is none. */
    client: () => client,
    rest: () => deliveries,
    /** Whether nothing can be sent, for there is no token that is taken. */
    isRefused: () => why !== undefined,
    state(): { connected: boolean; why?: string } {
      if (why !== undefined) return { connected: false, why };
      const back = client?.ws.shards.every(({ status }) => status === Status.Ready) ?? false;
      return back ? { connected: true } : { connected: false, why: 'Discord’s gateway is being reconnected' };
    },

    /** How many parts of the gateway are in which state, such as `ready` or `reconnecting`. */
    connections(): Record<string, number> {
      const states = client?.ws.shards.map(({ status }) => Status[status].toLowerCase()) ?? [];
      return Object.fromEntries(states.map(state => [state, states.filter(one => one === state).length]));
    },

    /**
     * After a 401 on one call, which ends the library's client: whether the token is refused altogether. Where it is
     * not, that call alone was.
     */
    async unauthorized(): Promise<boolean> {
      if (why !== undefined) return true;
      asking ??= askWhetherRefused().finally(() => {
        asking = undefined;
      });
      const refused = await asking;
      if (refused) lose('DISCORD_TOKEN was refused', refusedLine(source));
      else {
        deliveries = newRest(token);
        client?.rest.setToken(token);
      }
      return refused;
    },

    async close(): Promise<void> {
      stopping.abort();
      await client?.destroy();
    },
  };
}

/** For what nobody asked for in this moment: a client of its own, so that a wait holds up no reply. */
export function deliveryRest(token: string, apiUrl: string | undefined): REST {
  const rest = new REST({ ...(apiUrl && { api: apiUrl }), retries: 0, rejectOnRateLimit: () => true });
  return token ? rest.setToken(token) : rest;
}

type Told = Parameters<WebSocketManager['emit']>;

/** Whatever the library makes of what Discord tells, such as of an event of a form that it does not know, is that event's alone. */
function surviving(manager: WebSocketManager, unreadable: (error: unknown) => void): SimpleShardingStrategy {
  const emit: (...told: Told) => boolean = manager.emit.bind(manager);
  manager.emit = (...told: Told) => {
    try {
      return emit(...told);
    } catch (error) {
      unreadable(error);
      return true;
    }
  };
  return new SimpleShardingStrategy(manager);
}

const newClient = ({ apiUrl, shards }: DiscordConfig, unreadable: (error: unknown) => void): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    // Without it the first words in a new conversation are not told of.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ws: { buildStrategy: manager => surviving(manager, unreadable) },
    ...shardsOf(shards),
    ...(apiUrl && { rest: { api: apiUrl } }),
  });

/** This process's part of the gateway: everything, as many parts as Discord advises, or some of several. */
const shardsOf = (shards: DiscordConfig['shards']) => {
  if (shards === undefined || shards === 'auto') return shards && { shards };
  return { shards: shards.ids, shardCount: shards.of };
};

function whyNot(error: unknown, source: TokenSource): string {
  const { code } = error as { code?: unknown };
  if (code === 'TokenInvalid' || failureKind(error).kind === 'token-refused') return refusedLine(source);
  return 'Discord cannot be reached. Check the network, and DISCORD_API_URL if it is set; the bot goes on without Discord.';
}
