import {
  RateLimitError,
  type REST,
  type RESTGetAPIChannelMessagesResult,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Card } from '../../core/cards/card.ts';
import { encodeCall, keyOf } from '../../core/commands/call.ts';
import type { Address, Failed, Found, Notifier, Sent } from '../../core/ports/notifier.ts';
import type { Identity } from '../../core/ports/users.ts';
import { createRateLimiter, createRateLimiters, type Rate } from '../../core/sending/rateLimiter.ts';
import { discord } from '../limits.ts';
import { noAnswer, type Refusals } from '../refusals.ts';
import type { Connection } from './connection.ts';
import { failureDetail, failureKind } from './failures.ts';
import { createFirstMessages } from './firstMessages.ts';
import { postBody } from './postBody.ts';

/** Discord's limits, with some room in the bot's for what else it asks, and a moment for clocks that differ. */
const BOT: Rate = { count: discord.requests.count - 2, ms: discord.requests.ms + 5 };
const CHANNEL: Rate = { count: discord.channelMessages.count, ms: discord.channelMessages.ms + 10 };

/** How many pages of a hundred messages a lost delivery is looked for in. */
const PAGES = 5;
const PAGE = 100;

/** Channels of direct messages that were opened and are not yet known from the database. */
const MOST_CHANNELS = 10_000;

interface Parts {
  connection: Pick<Connection, 'rest' | 'isRefused' | 'unauthorized'>;
  refusals: Refusals;
  /** How many people a minute are written to for the first time. */
  firstMessagesPerMinute: number;
  /** Told of a direct message's channel that was opened, so that it is not opened again. */
  opened(who: Identity, channel: string): Promise<void>;
  /** Told, once a minute at most, how many messages the cap holds back. */
  heldBack(count: number): void;
}

/** Sends what nobody asked for in this moment, with a client of its own: a wait here holds up no reply. */
export function createNotifier({ connection, refusals, firstMessagesPerMinute, opened, heldBack }: Parts): Notifier {
  const directChannels = new LRUCache<string, string>({ max: MOST_CHANNELS });
  const bot = createRateLimiter(BOT);
  const inChannel = createRateLimiters(CHANNEL);
  const first = createFirstMessages(firstMessagesPerMinute, heldBack);

  const knownChannel = (address: Address): string | undefined =>
    address.channel ?? directChannels.get(address.kind === 'person' ? address.account : '');

  /** The channel, or how many seconds to wait until another one may be opened. */
  async function channelOf(
    address: Address,
    rest: REST,
    signal: AbortSignal | undefined,
  ): Promise<string | { wait: number }> {
    const known = knownChannel(address);
    if (known || address.kind === 'channel') return known ?? '';
    const wait = first.take(address.account);
    if (wait > 0) return { wait };
    const body = { recipient_id: address.account };
    const { id } = (await bot.run(
      () => rest.post(Routes.userChannels(), { body }),
      signal,
    )) as RESTPostAPICurrentUserCreateDMChannelResult;
    directChannels.set(address.account, id);
    const { platform, scope, account: externalId } = address;
    await opened({ platform, scope, externalId }, id);
    return id;
  }

  /** @param work makes its calls with the client that it is given */
  async function attempt<T>(
    call: string,
    work: (rest: REST) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T | Failed> {
    if (connection.isRefused()) return tokenRefused;
    try {
      return await work(connection.rest());
    } catch (error) {
      if (signal?.aborted && error === signal.reason) throw error;
      refusals.note(call, failureKind(error).kind, error);
      if (failureKind(error).kind === 'token-refused' && (await connection.unauthorized())) return tokenRefused;
      const failed = failure(error);
      if (!failed.permanent && failed.retryAfterSeconds) bot.hold(failed.retryAfterSeconds * 1000);
      return failed;
    }
  }

  return {
    platform: 'discord',
    atOnce: 25,
    send: (address, card, key, signal) =>
      attempt(
        'message',
        async (rest): Promise<Sent> => {
          const channel = await channelOf(address, rest, signal);
          if (typeof channel === 'object') return heldBackFor(channel.wait);
          const body = message(card, key);
          const post = () => rest.post(Routes.channelMessages(channel), { body });
          const sent = await inChannel(channel).run(() => bot.run(post, signal), signal);
          return { status: 'delivered', messageId: (sent as RESTPostAPIChannelMessageResult).id };
        },
        signal,
      ),
    findByKey: (address, key, signal) =>
      attempt(
        'message history',
        async (rest): Promise<Found> => {
          const channel = knownChannel(address);
          // Where no direct message was ever opened, none was sent.
          if (!channel) return { status: 'absent' };
          let before: string | undefined;
          for (let page = 0; page < PAGES; page += 1) {
            const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
            const recent = (await bot.run(
              () => rest.get(Routes.channelMessages(channel), { query }),
              signal,
            )) as RESTGetAPIChannelMessagesResult;
            const ours = recent.find(({ components }) => customIds(components).some(id => keyOf(id) === key));
            if (ours) return { status: 'found', messageId: ours.id };
            before = recent.at(-1)?.id;
            if (recent.length < PAGE) break;
          }
          return { status: 'absent' };
        },
        signal,
      ),
  };
}

const message = (card: Card, key: string) =>
  postBody(card, call => encodeCall(call, key) ?? encodeCall({ command: 'backchannel', options: {} }, key) ?? '', key);

/** The ids of all buttons and selects, however deep they lie. */
function customIds(components: unknown): string[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((component: { custom_id?: string; components?: unknown }) => [
    ...(component.custom_id ? [component.custom_id] : []),
    ...customIds(component.components),
  ]);
}

const heldBackFor = (seconds: number): Failed => ({
  status: 'failed',
  permanent: false,
  reason: 'held-back',
  detail: 'too many first messages',
  retryAfterSeconds: seconds,
});

const tokenRefused: Failed = {
  status: 'failed',
  permanent: false,
  reason: 'token-refused',
  detail: 'the token is refused',
};

/** What a failed request means: for good, for a while, or for as long as Discord says. */
function failure(error: unknown): Failed {
  const { reason, permanent, kind } = failureKind(error);
  const detail = failureDetail(error);
  if (error instanceof RateLimitError)
    return {
      status: 'failed',
      permanent: false,
      reason,
      detail,
      retryAfterSeconds: Math.ceil(error.retryAfter) / 1000,
    };
  // Of this one call alone, for the token is taken elsewhere.
  if (kind === 'token-refused') return { status: 'failed', permanent: false, reason: 'rejected', detail };
  if (permanent) return { status: 'failed', permanent, reason, detail };
  return { status: 'failed', permanent, reason, detail, doubtful: kind === noAnswer.kind };
}
