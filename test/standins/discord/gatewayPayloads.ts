import { GatewayIntentBits, type GatewayOpcodes as Op } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';

export const GUILDS_A_SHARD = 2500;
export const PRIVILEGED_INTENTS =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
export const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

export const payload = z.object({ op: z.int(), d: z.unknown() });
export const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.object({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

export interface GatewayOptions {
  access: { token: string };
  /** Milliseconds between the heartbeats that HELLO asks for. */
  heartbeatMs: number;
  /** Milliseconds in which one IDENTIFY is let through. */
  identifyMs: number;
  /** Privileged intents that the application was granted. */
  grantedIntents: number;
}

/** Sends a payload that is no event. */
export const send = (socket: WebSocket, op: Op, d: unknown = null) =>
  socket.send(JSON.stringify({ op, d, s: null, t: null }));

/** Reads JSON; undefined where it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
