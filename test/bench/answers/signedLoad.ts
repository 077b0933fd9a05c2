import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signature } from '../../standins/slack/signedHttp.ts';

const SAVED = /Logged/;

export interface Asking {
  url: string;
  secret: string;
  atOnce: number;
  seconds: number;
  urls: Awaited<ReturnType<typeof startResponseUrls>>;
}

export interface Load {
  answered: number;
  perSecond: number;
  /** Milliseconds. */
  times: number[];
}

/** Where what was not answered at once is answered later. */
export async function startResponseUrls() {
  const waiting = new Map<string, (text: string) => void>();
  const server = createServer((asked, response) => {
    let text = '';
    asked.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    asked.on('end', () => {
      response.end('ok');
      waiting.get(asked.url ?? '')?.(text);
      waiting.delete(asked.url ?? '');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let made = 0;
  return {
    make() {
      const path = `/${made++}`;
      const answer = new Promise<string>(resolve => waiting.set(path, resolve));
      return { url: `http://127.0.0.1:${port}${path}`, answer, over: () => waiting.delete(path) };
    },
    close: () => server.close(),
  };
}

/** Asks as many at a time as given for so many seconds, over connections that stay open. */
export async function load(
  { url, secret, atOnce, seconds, urls }: Asking,
  bodyOf: (responseUrl: string) => Record<string, string>,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  const begun = performance.now();
  const worker = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const at = performance.now();
      const later = urls.make();
      const first = await post(url, agent, secret, new URLSearchParams(bodyOf(later.url)).toString());
      const answer = SAVED.test(first) ? first : await later.answer;
      later.over();
      if (!SAVED.test(answer)) throw new Error(`not answered: ${answer.slice(0, 300)}`);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  return { answered: times.length, perSecond: (times.length * 1000) / (performance.now() - begun), times };
}

function post(url: string, agent: Agent, secret: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signature(secret, body) };
    const sent = request(url, { method: 'POST', agent, headers }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject).end(body);
  });
}
