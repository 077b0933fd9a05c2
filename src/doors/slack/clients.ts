import { type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Refusals } from '../refusals.ts';

/** `bearer`: the token of the moment, for what is not asked by a method. */
export type Client = webApi.WebClient & { readonly bearer: string };

/** No call to Slack may hang: what it is for has long passed by then. */
const TIMEOUT_MS = 10_000;

/**
 * Clients of the same token, each with a queue of its own, so that what waits in one holds up nothing in another:
 * `replies` answers people, `deliveries` sends what nobody asked for, and neither tries again by itself; `searches`
 * looks for a lost delivery, and has time.
 */
export function createClients(
  { token, apiUrl, teamId }: { token(): string; apiUrl: string | undefined; teamId?: string },
  logger: BoltLogger,
  refusals: Refusals,
) {
  const options = { ...clientOptions(apiUrl, logger), ...(teamId && { teamId }) };
  const once = { ...options, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return {
    /** For a token that is only tried. */
    asking: (tried: string) => new NotingClient(refusals, () => tried, once),
    replies: new NotingClient(refusals, token, once),
    deliveries: new NotingClient(refusals, token, once),
    searches: new NotingClient(refusals, token, { ...options, retryConfig: { retries: 4, minTimeout: 500 } }),
  };
}

export const clientOptions = (apiUrl: string | undefined, logger: BoltLogger) => ({
  logger,
  timeout: TIMEOUT_MS,
  ...(apiUrl && { slackApiUrl: apiUrl }),
});

/** Every call goes through here with the token of the moment, and leaves a line where it was refused. */
class NotingClient extends webApi.WebClient {
  readonly #refusals: Refusals;
  readonly #token: () => string;

  constructor(refusals: Refusals, token: () => string, options: webApi.WebClientOptions) {
    super(undefined, options);
    this.#refusals = refusals;
    this.#token = token;
  }

  get bearer(): string {
    return this.#token();
  }

  override async apiCall(method: string, options?: Record<string, unknown>) {
    try {
      return await super.apiCall(method, { token: this.bearer, ...options });
    } catch (error) {
      this.#refusals.note(method, slackReasonOf(error), error);
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
  const line = ([first]: unknown[]) => {
    if (typeof first === 'string') return (first.split(/[:("]/)[0] ?? '').trim();
    return first instanceof Error ? `Slack: ${'code' in first ? first.code : first.name}` : 'Slack';
  };
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
