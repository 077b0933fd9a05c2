import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../core/ports/errors.ts';

/**
 * One HTTP server for all doors and for health checks. A path that ends in a slash takes all below it, another itself
 * alone; the longest that fits takes the request. Returns where it listens.
 */
export async function serve(
  routes: Record<string, RequestListener>,
  { host, port }: { host: string; port: number },
): Promise<{ url: string; close(): Promise<void> }> {
  const paths = Object.keys(routes).sort((one, other) => other.length - one.length);
  const server = createServer((request, response) => {
    const asked = request.url?.split('?')[0] ?? '';
    const path = paths.find(candidate => (candidate.endsWith('/') ? asked.startsWith(candidate) : asked === candidate));
    const listener = path === undefined ? undefined : routes[path];
    if (listener) return listener(request, response);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here.\n');
  });
  await listening(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => {});
    },
  };
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use. Stop what uses it, or set PORT to another.`);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} may not be used by this account. Set PORT to one above 1023.`);
    throw new StartError(`Cannot listen on ${host}: ${code ?? 'unknown error'}. Check HOST.`);
  }
}
