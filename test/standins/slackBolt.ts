import { Server } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { type Slack, type SlackOptions, startSlack } from './slack/index.ts';

export type Way = 'Socket Mode' | 'signed HTTP';

/** A stand-in with a real Bolt app connected to it; `close` ends both. */
export async function slackWithBolt(way: Way, options: Partial<SlackOptions> = {}) {
  const slack = await startSlack({ botToken: 'xoxb-1', appToken: 'xapp-1-A', signingSecret: 'secret', ...options });
  const { app, url } = await connectBolt(slack, way);
  if (way === 'signed HTTP') slack.useHttp(url);
  const close = async () => {
    await app.stop();
    await slack.close();
  };
  return { slack, app, url, close };
}

export type SlackWithBolt = Awaited<ReturnType<typeof slackWithBolt>>;

/** A started Bolt app, with the address at which it hears signed HTTP. */
export async function connectBolt(slack: Slack, way: Way) {
  const clientOptions = { slackApiUrl: slack.apiUrl, rejectRateLimitedCalls: true, retryConfig: { retries: 0 } };
  const installerOptions = { clientOptions };
  const receiver =
    way === 'Socket Mode'
      ? new SocketModeReceiver({ logger: silent, appToken: 'xapp-1-A', clientPingTimeout: 300, installerOptions })
      : new HTTPReceiver({ logger: silent, signingSecret: 'secret' });
  const app = new App({ logger: silent, token: 'xoxb-1', receiver, clientOptions, deferInitialization: true });
  // Without this Bolt asks auth.test from its constructor, where nobody catches a refusal.
  await app.init();
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server instanceof Server ? server.address() : null;
  const port = typeof address === 'object' ? address?.port : undefined;
  return { app, url: `http://127.0.0.1:${port}/slack/events` };
}

/** Refusals and cut sockets are the point of these tests: no need to read of them. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

/** A real Web API client for a stand-in; it neither retries nor waits. */
export function webClient(slack: Slack, token = 'xoxb-1'): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logger: silent,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
}

/** Slack's word for why a call was refused; `none` when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
    throw error;
  }
}
