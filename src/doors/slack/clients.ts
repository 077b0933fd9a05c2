import { type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackConfig } from '../../config.ts';
import type { Refusals } from '../refusals.ts';

export type Client = webApi.WebClient;

/** No call to Slack may hang: what it is for has long passed by then. */
const TIMEOUT_MS = 10_000;

/**
 * Clients of the same token, each with a queue of its own, so that what waits in one holds up nothing in another:
 * `replies` answers people, `deliveries` sends what nobody asked for, and neither tries again by itself; `searches`
 * looks for a lost delivery, and has time.
 */
export function createClients(
  { botToken, apiUrl }: Pick<SlackConfig, 'botToken' | 'apiUrl'>,
  logger: BoltLogger,
  refusals: Refusals,
) {
  const options = { logger, timeout: TIMEOUT_MS, ...(apiUrl && { slackApiUrl: apiUrl }) };
  const once = { ...options, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return {
    options: once,
    replies: new NotingClient(refusals, botToken, once),
    deliveries: new NotingClient(refusals, botToken, once),
    searches: new NotingClient(refusals, botToken, { ...options, retryConfig: { retries: 4, minTimeout: 500 } }),
  };
}

/** Every call goes through here, and leaves a line where it was refused. */
class NotingClient extends webApi.WebClient {
  readonly #refusals: Refusals;

  constructor(refusals: Refusals, ...rest: ConstructorParameters<typeof webApi.WebClient>) {
    super(...rest);
    this.#refusals = refusals;
  }

  override async apiCall(...asked: Parameters<webApi.WebClient['apiCall']>) {
    try {
      return await super.apiCall(...asked);
    } catch (error) {
      this.#refusals.note(asked[0], slackReasonOf(error), error);
      throw error;
    }
  }
}

/** The channel of the bot's direct messages with somebody. @throws where Slack opens none */
export async function directChannel(web: Client, user: string): Promise<string> {
  const { channel } = await web.conversations.open({ users: user });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  return channel.id;
}

/** What went wrong with a call to Slack: its own word such as `channel_not_found`, or how the call failed. */
export function slackReasonOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (error instanceof webApi.WebAPIRequestError) return 'no answer';
  return error instanceof Error ? error.name : 'unknown';
}

/** Bolt's own lines, each up to where it would quote something: what a member wrote never gets into the log. */
export function quietLogger(log: Logger): BoltLogger {
  const line = ([first]: unknown[]) => (typeof first === 'string' ? (first.split(/[:("]/)[0] ?? '') : 'Slack').trim();
  return {
    debug() {},
    info() {},
    // A dropped socket is an error to Bolt; here it comes back.
    warn: (...words) => log.debug(line(words)),
    error: (...words) => log.warn(line(words)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
