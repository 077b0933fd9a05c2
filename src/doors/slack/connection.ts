import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger as BoltLogger, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { StartError } from '../../core/ports/errors.ts';
import { slackReasonOf } from './clients.ts';
import { type Health, isTokenRefusal } from './health.ts';
import { isPayload, readIncoming } from './incoming.ts';

/** How Slack reaches this process. */
export interface Connection {
  receiver: Receiver;
  /** @throws StartError */
  open(): Promise<void>;
  /** Nothing new comes in afterwards. */
  close(): Promise<void>;
  listener?: RequestListener;
}

/** What an operator has to mend, by what Slack answered when the connection was made with this variable. */
export function startError(error: unknown, variable: string, where: string): StartError {
  const reason = slackReasonOf(error);
  return isTokenRefusal(reason) || reason === 'missing_scope'
    ? new StartError(`${variable} was refused by Slack (${reason}). Copy it again from ${where}.`, { cause: error })
    : new StartError(
        `Slack cannot be reached (${reason}). Check the network, and SLACK_API_URL if it is set; the bot goes on without Slack.`,
        { cause: error },
      );
}

const LONGEST_WAIT_MS = 60_000;
const FAREWELL_MS = 2000;

/**
 * Socket Mode. Bolt's own reconnecting ends the process where Slack refuses it (`account_inactive`) and waits five
 * seconds before its first try: here it is tried at once, then later each time, for as long as the bot runs.
 */
export function socketConnection(
  appToken: string,
  clientOptions: object,
  logger: BoltLogger,
  { log, health }: { log: Logger; health: Pick<Health, 'set' | 'appTokenRefused'> },
): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  guard(client, log);
  const closing = new AbortController();
  let connecting = false;

  async function reconnect(): Promise<void> {
    if (connecting || closing.signal.aborted) return;
    connecting = true;
    for (let wait = 0; !closing.signal.aborted; wait = Math.min(LONGEST_WAIT_MS, 2 * wait + 500)) {
      await sleep(wait, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted) break;
      const failure = await client.start().then(
        () => undefined,
        (error: unknown) => slackReasonOf(error),
      );
      if (failure === undefined) {
        health.appTokenRefused(undefined);
        health.set('socket', undefined);
        break;
      }
      if (isTokenRefusal(failure)) health.appTokenRefused(failure);
      log.warn({ reason: failure }, 'Slack’s socket does not open');
    }
    connecting = false;
  }

  return {
    receiver,
    async open() {
      try {
        await client.start();
      } catch (error) {
        throw startError(error, 'SLACK_APP_TOKEN', 'Basic Information, App-Level Tokens (connections:write)');
      }
      client.on('disconnected', () => {
        health.set('socket', 'the socket is closed');
        void reconnect();
      });
    },
    async close() {
      closing.abort();
      await Promise.race([client.disconnect(), sleep(FAREWELL_MS, undefined, { ref: false })]);
    },
  };
}

/**
 * Bolt reads what comes over the socket in a promise that nobody waits for, so that a word which is no envelope would
 * end the process. Here it is looked at first, and what fails all the same is one line.
 */
function guard(client: SocketModeReceiver['client'], log: Logger): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown, isBinary: unknown) => {
    try {
      if (typeof data === 'string' && data.length > MOST_CHARACTERS) throw new RangeError();
      if (!isEnvelope(typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer)))
        throw new TypeError();
      for (const read of readers) await read.call(client, data, isBinary);
    } catch (error) {
      log.warn({ reason: slackReasonOf(error) }, 'Slack’s socket brought what is no message');
    }
  });
}

const MOST_CHARACTERS = 1_000_000;

/** A message of Socket Mode: an object, and where it carries a payload, that is one too. */
function isEnvelope(text: string): boolean {
  const message: unknown = JSON.parse(text);
  return (
    isPayload(message) && (!('payload' in (message as object)) || isPayload((message as { payload: unknown }).payload))
  );
}

/** Signed HTTP, mounted by the one server of this process. Anything but Slack's own requests is not found. */
export function httpConnection(
  signingSecret: string,
  logger: BoltLogger,
  log: Logger,
): Connection & { listener: RequestListener } {
  const receiver = new HTTPReceiver({ signingSecret, logger, endpoints: [ENDPOINT] });
  let open = false;
  return {
    receiver,
    async open() {
      open = true;
    },
    async close() {
      open = false;
    },
    async listener(request, response) {
      const ours = request.method === 'POST' && request.url?.split('?')[0] === ENDPOINT;
      if (!ours || !open) return void response.writeHead(ours ? 503 : 404).end();
      try {
        const incoming = await readIncoming(request, signingSecret, Date.now());
        if ('refused' in incoming) {
          if (incoming.refused !== 200) log.warn({ status: incoming.refused }, 'a request was not Slack’s');
          return void response.writeHead(incoming.refused, { connection: 'close' }).end();
        }
        // Where Bolt looks for what was read of it before.
        receiver.requestListener(Object.assign(request, { rawBody: incoming.body }), response);
      } catch (error) {
        log.warn({ reason: slackReasonOf(error) }, 'a request could not be read');
        if (!response.headersSent) response.writeHead(400, { connection: 'close' }).end();
      }
    },
  };
}

const ENDPOINT = '/slack/events';
