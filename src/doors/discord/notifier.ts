import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  REST,
  type RESTGetAPIChannelMessagesResult,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { Card } from '../../core/cards/card.ts';
import { encodeCall, keyOf } from '../../core/commands/call.ts';
import type { Address, Failed, FailureReason, Found, Notifier, Sent } from '../../core/ports/notifier.ts';
import type { Identity } from '../../core/ports/users.ts';
import { createPace, createPaces, type Rate } from '../../core/sending/pace.ts';
import { createFirstMessages } from './firstMessages.ts';
import { renderMessage } from './render.ts';

/** Errors that no second try mends, by Discord's code. */
const PERMANENT: Record<number, FailureReason> = {
  10003: 'channel-gone',
  10013: 'person-gone',
  50001: 'no-permission',
  50007: 'dms-closed',
  50013: 'no-permission',
  50278: 'dms-closed',
};

/** Discord's limits, with some room in the bot's for what else it asks, and a moment for clocks that differ. */
const BOT: Rate = { count: 48, ms: 1005 };
const CHANNEL: Rate = { count: 5, ms: 5010 };

/** How many pages of a hundred messages a lost delivery is looked for in. */
const PAGES = 5;
const PAGE = 100;

interface Parts {
  token: string;
  apiUrl: string | undefined;
  /** How many people a minute are written to for the first time. */
  firstMessagesPerMinute: number;
  /** Told of a direct message's channel that was opened, so that it is not opened again. */
  opened(who: Identity, channel: string): Promise<void>;
  /** Told, once a minute at most, how many messages the cap holds back. */
  heldBack(count: number): void;
}

/** Sends what nobody asked for in this moment, with a client of its own: a wait here holds up no reply. */
export function createNotifier({ token, apiUrl, firstMessagesPerMinute, opened, heldBack }: Parts): Notifier {
  const rest = new REST({ ...(apiUrl && { api: apiUrl }), retries: 0, rejectOnRateLimit: () => true }).setToken(token);
  const directChannels = new Map<string, string>();
  const bot = createPace(BOT);
  const inChannel = createPaces(CHANNEL);
  const first = createFirstMessages(firstMessagesPerMinute, heldBack);

  const knownChannel = (address: Address): string | undefined =>
    address.channel ?? directChannels.get(address.kind === 'person' ? address.account : '');

  /** The channel, or how many seconds to wait until another one may be opened. */
  async function channelOf(address: Address, signal: AbortSignal | undefined): Promise<string | { wait: number }> {
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

  async function attempt<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T | Failed> {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted && error === signal.reason) throw error;
      const failed = failure(error);
      if (!failed.permanent && failed.retryAfterSeconds) bot.hold(failed.retryAfterSeconds * 1000);
      return failed;
    }
  }

  return {
    platform: 'discord',
    atOnce: 25,
    send: (address, card, key, signal) =>
      attempt(async (): Promise<Sent> => {
        const channel = await channelOf(address, signal);
        if (typeof channel === 'object') return heldBackFor(channel.wait);
        const { flags, components } = message(card, key);
        const body = { flags, components, allowed_mentions: { parse: [] }, nonce: key, enforce_nonce: true };
        const post = () => rest.post(Routes.channelMessages(channel), { body });
        const sent = await inChannel(channel).run(() => bot.run(post, signal), signal);
        return { status: 'delivered', messageId: (sent as RESTPostAPIChannelMessageResult).id };
      }, signal),
    find: (address, key, signal) =>
      attempt(async (): Promise<Found> => {
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
      }, signal),
  };
}

const message = (card: Card, key: string) =>
  renderMessage(card, call => encodeCall(call, key) ?? encodeCall({ command: 'backchannel', options: {} }, key) ?? '');

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

/** What a failed request means: for good, for a while, or for as long as Discord says. */
function failure(error: unknown): Failed {
  if (error instanceof RateLimitError)
    return {
      status: 'failed',
      permanent: false,
      reason: 'rate-limited',
      detail: 'rate limited',
      retryAfterSeconds: Math.ceil(error.retryAfter) / 1000,
    };
  if (error instanceof DiscordAPIError) {
    const reason = PERMANENT[Number(error.code)];
    const detail = `Discord error ${error.code}`;
    if (reason) return { status: 'failed', permanent: true, reason, detail };
    if (error.status === 401) return { status: 'failed', permanent: true, reason: 'uninstalled', detail };
    if (error.status >= 400 && error.status < 500)
      return { status: 'failed', permanent: true, reason: 'rejected', detail };
  }
  const detail = error instanceof HTTPError ? `HTTP ${error.status}` : 'no answer';
  return { status: 'failed', permanent: false, reason: 'unreachable', detail, doubtful: true };
}
