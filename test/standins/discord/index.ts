import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { authorized, type Env, faulty, logged, type RequestLogEntry, rateLimited } from './http.ts';
import { Interactions } from './interactions.ts';
import { organizing } from './organizing.ts';
import type { Person } from './person.ts';
import { buttons, text } from './reading.ts';
import { refusalResponse, restRoutes } from './rest.ts';
import type { Attachment, Channel } from './shapes.ts';
import { World } from './world.ts';

export type { Interaction } from './interaction.ts';
export type { Person } from './person.ts';
export type { Attachment, Channel, Message } from './shapes.ts';

/** How this Discord differs from the real one's defaults, which hold where nothing is said. */
export interface DiscordOptions {
  token?: string;
  /** Milliseconds since 1970, for rate limits, tokens, nonces and ids; the real clock when absent. */
  now?: () => number;
  /** Milliseconds in which an interaction must be answered. */
  deadlineMs?: number;
  heartbeatMs?: number;
  /** Milliseconds in which one IDENTIFY is let through; shorter where a test restarts a bot. */
  identifyMs?: number;
  /** Privileged intents that the application was granted; none. */
  grantedIntents?: number;
}

/** For a test that is about no time: a busy machine may take longer than Discord waits. */
export const patient = { identifyMs: 0, deadlineMs: 20_000 } as const satisfies DiscordOptions;

/** A Discord of one's own on a free loopback port: REST v10, the gateway, and people who use it. */
export async function startDiscord(options: DiscordOptions = {}) {
  const { now = Date.now, deadlineMs = 3000 } = options;
  /** The one token that is taken: another may be made while a bot runs. */
  const access = { token: options.token ?? 'good-token' };
  const { heartbeatMs = 41_250, identifyMs = 5000, grantedIntents = 0 } = options;
  const world = new World(now);
  const interactions = new Interactions(world, deadlineMs);
  const faults = new Faults();
  const requests: RequestLogEntry[] = [];
  let provoked429 = 0;

  const app = new Hono<Env>();
  const http = createAdaptorServer({ fetch: app.fetch }) as Server;
  const gateway = new Gateway(world, http, { access, heartbeatMs, identifyMs, grantedIntents });
  app.use(
    '/api/*',
    logged(requests, () => world.changed()),
    faulty(faults),
    authorized(access),
  );
  app.use(
    '/api/*',
    rateLimited(world, () => provoked429++),
  );
  app.route('/api/v10', restRoutes(world, interactions, gateway.info));
  app.use('/attachments/*', faulty(faults));
  app.get('/attachments/:channel/:id/:name', c => {
    const bytes = world.files.get(c.req.param('id'));
    return bytes ? c.body(bytes) : c.notFound();
  });
  app.onError(refusalResponse);

  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (typeof address !== 'object' || !address) throw new Error('No port');
  world.origin = `http://127.0.0.1:${address.port}`;

  return {
    ...organizing(world, interactions),
    apiUrl: `${world.origin}/api`,
    /** The bot's own user, and its application: they share an id. */
    bot: world.bot,
    faults,
    gateway,
    requests,
    text,
    buttons,
    get token() {
      return access.token;
    },
    set token(token: string) {
      access.token = token;
    },
    /** How many requests this Discord refused because the bot went over a limit; faults are not counted. */
    get provoked429() {
      return provoked429;
    },
    /** The commands that are registered. */
    get commands() {
      return world.commands;
    },
    /** The channel of the bot's direct messages with somebody, as if it had been opened before. */
    directChannel: (person: Person) => world.dm(person.account).id,
    /** The public messages of a channel. */
    channelMessages: (channel: Channel) => channel.messages.filter(it => !world.viewers.has(it.id)),
    /** The bytes of an attached file. */
    file: (attachment: Attachment): Uint8Array => world.files.get(attachment.id) ?? new Uint8Array(),
    /** Closes the gateway sockets, with a code or as a lost connection does; RESUME gives what was missed. */
    dropSockets: (code?: number) => gateway.drop(code),
    until: world.until,
    async close() {
      interactions.close();
      gateway.close();
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>;
