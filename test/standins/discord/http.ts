import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import { CHANNEL_RATE, GLOBAL_RATE, RateLimiter } from './limits.ts';
import type { Incoming } from './posting.ts';
import type { World } from './world.ts';

export type Env = { Bindings: HttpBindings };

/** One request that the bot made; `path` is what comes after `/api/v10`, `status` is 0 where the connection was cut. */
export interface RequestLogEntry {
  method: string;
  path: string;
  status: number;
  body?: unknown;
}

const pathOf = (c: Context) => decodeURIComponent(c.req.path.replace(/^\/api\/v10/, ''));

/** Reads a JSON or multipart body. */
export async function incoming(c: Context): Promise<Incoming> {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data'))
    return { json: parsed(await c.req.text()), files: [] };
  const form = await c.req.formData();
  const files = [...form].flatMap(([key, value]) => {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    return index && value instanceof File ? [{ index, value }] : [];
  });
  return {
    json: parsed(String(form.get('payload_json') ?? '{}')),
    files: await Promise.all(
      files.map(async ({ index, value }) => ({
        index,
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      })),
    ),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw new Refusal('invalidJson');
  }
}

/** Writes every request into the log, with the status that it was answered with. */
export const logged =
  (log: RequestLogEntry[], finished: () => void): MiddlewareHandler<Env> =>
  async (c, next) => {
    const entry: RequestLogEntry = { method: c.req.method, path: pathOf(c), status: 0 };
    log.push(entry);
    if (c.req.header('content-type')) entry.body = (await incoming(c).catch(() => undefined))?.json;
    await next();
    entry.status = c.env.outgoing.destroyed ? 0 : c.res.status;
    finished();
  };

/** Lets a request meet the fault that a test laid out for it. */
export const faulty =
  (faults: Faults): MiddlewareHandler<Env> =>
  async (c, next) => {
    const fault = faults.meet(c.req.method, pathOf(c));
    if (!fault) return next();
    return meet(c, fault, next);
  };

async function meet(c: Context<Env>, fault: Fault, next: () => Promise<void>): Promise<Response | undefined> {
  if ('status' in fault) return Response.json({ message: 'A fault', code: fault.code ?? 0 }, { status: fault.status });
  if ('rateLimit' in fault) return limited(fault.rateLimit.retryAfter, fault.rateLimit.global ?? false);
  if ('delay' in fault) await sleep(fault.delay);
  if (!('cutBefore' in fault)) await next();
  if ('cutBefore' in fault || 'cutAfter' in fault) c.env.outgoing.destroy();
  return undefined;
}

/** A 429 in Discord's words; `retryAfter` in seconds. */
function limited(retryAfter: number, global: boolean, headers: Record<string, string> = {}): Response {
  return Response.json(
    { message: 'You are being rate limited.', retry_after: retryAfter, global },
    {
      status: 429,
      headers: {
        ...headers,
        'Retry-After': String(retryAfter),
        'X-RateLimit-Scope': global ? 'global' : 'user',
        ...(global && { 'X-RateLimit-Global': 'true' }),
      },
    },
  );
}

/** 401 without the bot's token; interactions and webhooks carry a token of their own in the path. */
export const authorized =
  (access: { token: string }): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!exempt(pathOf(c)) && c.req.header('authorization') !== `Bot ${access.token}`)
      throw new Refusal('unauthorized');
    await next();
  };

const exempt = (path: string) => path.startsWith('/interactions/') || path.startsWith('/webhooks/');

/** Counts requests and refuses those beyond the limits, with Discord's headers. */
export function rateLimited(world: World, provoked: () => void): MiddlewareHandler<Env> {
  const overall = new RateLimiter(GLOBAL_RATE, world.now);
  const perChannel = new RateLimiter(CHANNEL_RATE, world.now);
  return async (c, next) => {
    const path = pathOf(c);
    if (exempt(path)) return next();
    const whole = overall.take('');
    if (!whole.allowed) {
      provoked();
      return limited(whole.resetAfter, true);
    }
    const channel = c.req.method === 'POST' ? /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] : undefined;
    if (!channel) return next();
    const { allowed, remaining, resetAfter } = perChannel.take(channel);
    const headers = {
      'X-RateLimit-Limit': String(CHANNEL_RATE.limit),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String(world.now() / 1000 + resetAfter),
      'X-RateLimit-Reset-After': String(resetAfter),
      'X-RateLimit-Bucket': 'channel-messages',
    };
    if (!allowed) {
      provoked();
      return limited(resetAfter, false, headers);
    }
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  };
}
