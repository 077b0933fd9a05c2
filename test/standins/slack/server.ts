import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { type Answer, refusal } from './answers.ts';
import type { Faults } from './faults.ts';
import { answerResponseUrl } from './responseUrls.ts';
import { type Json, SlackError } from './types.ts';
import { download, receiveUpload } from './uploads.ts';
import type { WebApi } from './webApi.ts';
import type { World } from './world.ts';

type Env = { Bindings: { incoming: IncomingMessage; outgoing: ServerResponse } };

/** The HTTP side on loopback: Web API, response URLs and uploads, with faults in between. */
export async function listen(world: World, faults: Faults, api: WebApi) {
  const app = new Hono<Env>();

  app.post('/api/:method', async c => {
    const name = c.req.param('method');
    const { token, ...args } = await readArguments(c);
    const bearer = bearerOf(c) || (typeof token === 'string' ? token : '');
    return faulty(c, name, args, () => api.call(name, bearer, args, new URL(c.req.url).origin));
  });
  app.post('/response/:id', async c => {
    const body = await readArguments(c);
    return faulty(c, 'response_url', body, () => answerResponseUrl(world, c.req.param('id'), body));
  });
  app.post('/upload/:id', async c => {
    const error = await receiveUpload(world, c.req.param('id'), Number(c.req.query('length')), c.req.raw);
    return error ? c.text(error, 400) : c.text('OK');
  });

  app.get('/files/:id', c => download(world, c.req.param('id'), bearerOf(c)));

  /** Runs a call as its fault will have it, and logs how it ended. */
  async function faulty(c: Context<Env>, name: string, args: Json, run: () => Answer): Promise<Response> {
    const fault = faults.take(name);
    const log = (status: number, error?: string, detail?: unknown) => {
      world.requests.push({ method: name, status, ok: status === 200 && error === undefined, error, detail, args });
      world.changed();
    };
    const cut = () => {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    };
    if (fault && 'delay' in fault) await sleep(fault.delay);
    if (fault && 'status' in fault) {
      log(fault.status);
      return new Response('upstream error', { status: fault.status });
    }
    if (fault && 'cutBefore' in fault) {
      log(0, 'connection cut before the work');
      return cut();
    }
    const { status, body, headers } =
      fault && 'error' in fault ? refusal(new SlackError(fault.error, { retryAfter: fault.retryAfter })) : run();
    if (fault && 'cutAfter' in fault) {
      log(0, 'connection cut after the work');
      return cut();
    }
    log(status, typeof body.error === 'string' ? body.error : undefined, body.response_metadata);
    return c.json(body, status, headers);
  }

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, port };
}

const bearerOf = (c: Context): string => c.req.header('authorization')?.replace(/^Bearer /i, '') ?? '';

const JSON_ARGUMENTS = new Set(['blocks', 'attachments', 'metadata', 'view', 'files']);

/** Arguments from JSON or a form, in which nested values arrive as JSON text. */
async function readArguments(c: Context<Env>): Promise<Json> {
  const text = await c.req.text();
  if (c.req.header('content-type')?.startsWith('application/json')) return JSON.parse(text) as Json;
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [name, JSON_ARGUMENTS.has(name) ? parsed(value) : value]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
