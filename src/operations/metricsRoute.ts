import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Metrics } from './metrics.ts';

interface Access {
  /** Whoever sends it reads them, from anywhere; nobody else does. */
  token: string | undefined;
  /** Whether a proxy stands in front, so that everybody seems to ask from this computer. */
  isProxied: boolean;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const isLoopback = (address = ''): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** What a proxy adds of whom it asks for. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function isAllowed({ headers, socket }: IncomingMessage, { token, isProxied }: Access): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  return !isProxied && isLoopback(socket.remoteAddress) && !FORWARDED.some(name => name in headers);
}

/** In the same time whatever it was. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));

/** `/metrics`: for this computer alone, or for whoever has the token. */
export function metricsRoute(metrics: Metrics, access: Access): RequestListener {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (!isAllowed(request, access))
      return void response
        .writeHead(access.token === undefined ? 403 : 401, {
          'content-type': 'text/plain; charset=utf-8',
          ...(access.token !== undefined && { 'www-authenticate': 'Bearer' }),
        })
        .end('For this computer alone; from elsewhere, or behind a proxy, with METRICS_TOKEN as a bearer token.\n');
    const text = await metrics.read();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
  };
}
