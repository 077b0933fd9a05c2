import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CALENDAR_PATH } from '../core/ports/calendarFeed.ts';

/** So many are answered at a time, whoever asks: the others come again. */
const MOST_AT_ONCE = 8;
const AGAIN_SECONDS = '30';

interface Given {
  text: string;
  digest: string;
  changedAt: Temporal.Instant;
}

interface CalendarParts {
  /** The calendar that a secret opens; undefined where it opens none. */
  open(secret: string): Promise<Given | undefined>;
  /** Told of what failed, without what was asked for. */
  report(error: unknown): void;
}

/**
 * Gives calendars to whoever has their address. A secret that never was, was revoked or was erased is answered as any
 * unknown address is. None where browsers do not reach this bot.
 */
export const calendarRoutes = (site: string | undefined, parts: CalendarParts): Record<string, RequestListener> =>
  site === undefined ? {} : { [CALENDAR_PATH]: calendarRoute(parts) };

function calendarRoute({ open, report }: CalendarParts): RequestListener {
  let busy = 0;
  return async (request, response) => {
    const secret = /^\/calendar\/([\w-]{43})\.ics$/.exec(request.url?.slice(0, 100) ?? '')?.[1];
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    if (secret === undefined) return unknown(response);
    if (busy >= MOST_AT_ONCE) return void response.writeHead(503, { 'retry-after': AGAIN_SECONDS }).end();
    busy += 1;
    try {
      const given = await open(secret);
      if (given) give(given, request, response);
      else unknown(response);
    } catch (error) {
      report(error);
      response.writeHead(500).end();
    } finally {
      busy -= 1;
    }
  };
}

const unknown = (response: ServerResponse): void =>
  void response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here.\n');

function give(
  { text, digest, changedAt }: Given,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const etag = `"${digest}"`;
  const common = {
    etag,
    'last-modified': new Date(changedAt.epochMilliseconds).toUTCString(),
    // Nobody on the way keeps it, and whoever asked looks again: a revoked address is dead at once.
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  };
  if (isFresh(headers, etag, changedAt)) return void response.writeHead(304, common).end();
  response.writeHead(200, {
    ...common,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="backchannel.ics"',
    'content-length': Buffer.byteLength(text),
  });
  response.end(method === 'HEAD' ? undefined : text);
}

/** Whether who asks has it as it is: by its tag, else by its time. */
function isFresh(headers: IncomingMessage['headers'], etag: string, changedAt: Temporal.Instant): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return tags.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag);
  return since !== undefined && Date.parse(since) >= changedAt.epochMilliseconds;
}
