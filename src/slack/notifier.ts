import { webApi } from '@slack/bolt';
import { encodeCall } from '../core/call.ts';
import type { Card } from '../core/card.ts';
import type { Address, FailureReason, Notifier, Sent } from '../core/notifier.ts';
import { type Client, reasonOf } from './clients.ts';
import { createPace } from './pace.ts';
import { renderBlocks } from './render.ts';
import { escapeText } from './text.ts';

/** Errors that no second try mends, by Slack's word. */
const PERMANENT: Record<string, FailureReason> = {
  cannot_dm_bot: 'dms-closed',
  messages_tab_disabled: 'dms-closed',
  user_not_found: 'person-gone',
  user_disabled: 'person-gone',
  user_not_visible: 'person-gone',
  channel_not_found: 'channel-gone',
  is_archived: 'channel-gone',
  not_in_channel: 'no-permission',
  missing_scope: 'no-permission',
  restricted_action: 'no-permission',
  restricted_action_read_only_channel: 'no-permission',
  account_inactive: 'uninstalled',
  token_revoked: 'uninstalled',
  invalid_auth: 'uninstalled',
  team_access_not_granted: 'uninstalled',
  msg_blocks_too_long: 'rejected',
  msg_too_long: 'rejected',
  invalid_blocks: 'rejected',
  invalid_arguments: 'rejected',
  no_text: 'rejected',
};

const EVENT = 'backchannel_delivery';
/** How many pages of a hundred messages a lost delivery is looked for in. */
const PAGES = 5;

/** Slack takes about one message a second in a channel. */
const CHANNEL_PACE_MS = 1050;

interface Clients {
  deliveries: Client;
  searches: Client;
}

/** Sends what nobody asked for in this moment, and finds again what was sent when the answer got lost. */
export function createNotifier({ deliveries, searches }: Clients): Notifier {
  const directChannels = new Map<string, string>();
  const turnIn = createPace(CHANNEL_PACE_MS);

  async function channelOf(address: Address, web: Client): Promise<string> {
    if (address.kind === 'channel') return address.channel;
    const known = directChannels.get(address.account);
    if (known) return known;
    const { channel } = await web.conversations.open({ users: address.account });
    if (!channel?.id) throw new Error('conversations.open gave no channel');
    directChannels.set(address.account, channel.id);
    return channel.id;
  }

  async function post(address: Address, card: Card, key: string): Promise<string> {
    const message = { channel: await channelOf(address, deliveries), ...content(address, card, key) };
    await turnIn(message.channel);
    const sent = await deliveries.chat.postMessage(message).catch(async (error: unknown) => {
      if (address.kind !== 'channel' || reasonOf(error) !== 'not_in_channel') throw error;
      // An organiser chose this channel: a public one needs no invitation.
      await deliveries.conversations.join({ channel: address.channel });
      return deliveries.chat.postMessage(message);
    });
    return sent.ts ?? '';
  }

  async function find(address: Address, key: string): Promise<{ found: true; messageId: string } | { found: false }> {
    const channel = await channelOf(address, searches);
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const more = cursor ? { cursor } : {};
      const recent = await searches.conversations.history({ channel, limit: 100, include_all_metadata: true, ...more });
      const ours = recent.messages?.find(({ metadata }) => isOurs(metadata, key));
      if (ours?.ts) return { found: true, messageId: ours.ts };
      cursor = recent.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    return { found: false };
  }

  return {
    platform: 'slack',
    // 200 messages a minute a workspace.
    paceMs: 300,
    find,
    async send(address, card, key) {
      try {
        return { status: 'delivered', messageId: await post(address, card, key) };
      } catch (error) {
        // Slack may have taken what it did not answer for.
        const taken = isAnswered(error) ? undefined : await find(address, key).catch(() => undefined);
        return taken?.found ? { status: 'delivered', messageId: taken.messageId } : failure(error);
      }
    },
  };
}

/** A direct message shows its title alone, in the notification too; in a channel everybody may read all of it. */
function content(address: Address, card: Card, key: string) {
  const { blocks, text } = renderBlocks(card, call => encodeCall(call, key) ?? encodeCall(call) ?? '');
  return {
    blocks,
    text: address.kind === 'person' ? escapeText(card.title) : text,
    metadata: { event_type: EVENT, event_payload: { key } },
    unfurl_links: false,
    unfurl_media: false,
  };
}

type Metadata = { event_type?: string | undefined; event_payload?: object | undefined } | undefined;
const isOurs = (metadata: Metadata, key: string): boolean =>
  metadata?.event_type === EVENT &&
  metadata.event_payload !== undefined &&
  'key' in metadata.event_payload &&
  metadata.event_payload.key === key;

const isAnswered = (error: unknown): boolean =>
  error instanceof webApi.WebAPIPlatformError || error instanceof webApi.WebAPIRateLimitedError;

function failure(error: unknown): Sent {
  const detail = reasonOf(error);
  if (error instanceof webApi.WebAPIRateLimitedError)
    return {
      status: 'failed',
      permanent: false,
      reason: 'rate-limited',
      detail,
      retryAfterSeconds: error.retryAfter,
    };
  const reason = PERMANENT[detail];
  if (reason) return { status: 'failed', permanent: true, reason, detail };
  return { status: 'failed', permanent: false, reason: 'unreachable', detail };
}
