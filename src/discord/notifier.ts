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
import { encodeCall, keyOf } from '../core/call.ts';
import type { Card } from '../core/card.ts';
import type { Address, FailureReason, Notifier, Sent } from '../core/notifier.ts';
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

/** How many messages back a lost send is looked for. */
const LOOK_BACK = 100;

/** Sends what nobody asked for in this moment, with a client of its own: a wait here holds up no reply. */
export function createNotifier(token: string, apiUrl: string | undefined): Notifier {
  const rest = new REST({ ...(apiUrl && { api: apiUrl }), retries: 0, rejectOnRateLimit: () => true }).setToken(token);
  const directChannels = new Map<string, string>();

  async function channelOf(address: Address): Promise<string> {
    if (address.kind === 'channel') return address.channel;
    const known = directChannels.get(address.account);
    if (known) return known;
    const body = { recipient_id: address.account };
    const { id } = (await rest.post(Routes.userChannels(), { body })) as RESTPostAPICurrentUserCreateDMChannelResult;
    directChannels.set(address.account, id);
    return id;
  }

  return {
    platform: 'discord',
    // 50 requests a second are allowed over all; replies to people need some of them too.
    paceMs: 25,
    async send(address, card, key) {
      try {
        const { flags, components } = message(card, key);
        const body = { flags, components, allowed_mentions: { parse: [] }, nonce: key, enforce_nonce: true };
        const sent = (await rest.post(Routes.channelMessages(await channelOf(address)), {
          body,
        })) as RESTPostAPIChannelMessageResult;
        return { status: 'delivered', messageId: sent.id };
      } catch (error) {
        return failure(error);
      }
    },
    async find(address, key) {
      const query = new URLSearchParams({ limit: String(LOOK_BACK) });
      const recent = (await rest.get(Routes.channelMessages(await channelOf(address)), {
        query,
      })) as RESTGetAPIChannelMessagesResult;
      const ours = recent.find(({ components }) => customIds(components).some(id => keyOf(id) === key));
      return ours ? { found: true, messageId: ours.id } : { found: false };
    },
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

/** What a failed send means: for good, for a while, or for as long as Discord says. */
function failure(error: unknown): Sent {
  if (error instanceof RateLimitError)
    return {
      status: 'failed',
      permanent: false,
      reason: 'rate-limited',
      detail: 'rate limited',
      retryAfterSeconds: Math.ceil(error.retryAfter / 1000),
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
  return { status: 'failed', permanent: false, reason: 'unreachable', detail };
}
