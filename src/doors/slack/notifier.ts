import { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Card } from '../../core/cards/card.ts';
import { encodeCall } from '../../core/commands/call.ts';
import type { Address, Failed, Found, Notifier } from '../../core/ports/notifier.ts';
import type { Identity } from '../../core/ports/users.ts';
import { createRateLimiter, createRateLimiters, type Rate } from '../../core/sending/rateLimiter.ts';
import { slack } from '../limits.ts';
import { meaningOnSlack } from '../refusals.ts';
import { type Client, directChannel, slackReasonOf } from './clients.ts';
import { EVENT, postContent } from './postContent.ts';

/** How many pages of a hundred messages a lost delivery is looked for in. */
const PAGES = 5;

/** Slack's limits, with some room in the workspace's for replies, and a moment for clocks that differ. */
const WORKSPACE: Rate = { count: slack.messages.count - 10, ms: slack.messages.ms + 50 };
const CHANNEL: Rate = { count: slack.channelMessages.count, ms: slack.channelMessages.ms + 10 };
/** Methods of tier 3, such as opening a direct message, and reading a channel. */
const TIER_3: Rate = { count: slack.tier3.count - 5, ms: slack.tier3.ms + 50 };

/** Channels of direct messages that were opened and are not yet known from the database. */
const MOST_CHANNELS = 10_000;

interface Parts {
  deliveries: Client;
  searches: Client;
  /** Told of a direct message's channel that was opened, so that it is not opened again. */
  opened(who: Identity, channel: string): Promise<void>;
}

/** Sends what nobody asked for in this moment, and finds again what was sent when the answer got lost. */
export function createNotifier({ deliveries, searches, opened }: Parts): Notifier {
  const directChannels = new LRUCache<string, string>({ max: MOST_CHANNELS });
  const workspace = createRateLimiter(WORKSPACE);
  const inChannel = createRateLimiters(CHANNEL);
  const opens = createRateLimiter(TIER_3);
  const reads = createRateLimiter(TIER_3);

  const knownChannel = (address: Address): string | undefined =>
    address.channel ?? directChannels.get(address.kind === 'person' ? address.account : '');

  async function channelOf(address: Address, signal: AbortSignal | undefined): Promise<string> {
    const known = knownChannel(address);
    if (known || address.kind === 'channel') return known ?? '';
    const channel = await opens.run(() => directChannel(deliveries, address.account), signal);
    directChannels.set(address.account, channel);
    const { platform, scope, account: externalId } = address;
    await opened({ platform, scope, externalId }, channel);
    return channel;
  }

  async function post(address: Address, card: Card, key: string, signal: AbortSignal | undefined): Promise<string> {
    const message = { channel: await channelOf(address, signal), ...content(address, card, key) };
    const once = () =>
      inChannel(message.channel).run(() => workspace.run(() => deliveries.chat.postMessage(message), signal), signal);
    const sent = await once().catch(async (error: unknown) => {
      if (address.kind !== 'channel' || slackReasonOf(error) !== 'not_in_channel') throw error;
      // An organizer chose this channel: a public one needs no invitation.
      await deliveries.conversations.join({ channel: address.channel });
      return once();
    });
    return sent.ts ?? '';
  }

  async function search(address: Address, key: string, signal: AbortSignal | undefined): Promise<Found> {
    const channel = knownChannel(address);
    // Where no direct message was ever opened, none was sent.
    if (!channel) return { status: 'absent' };
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const asked = { channel, limit: 100, include_all_metadata: true, ...(cursor && { cursor }) };
      const recent = await reads.run(() => searches.conversations.history(asked), signal);
      const ours = recent.messages?.find(({ metadata }) => isOurs(metadata, key));
      if (ours?.ts) return { status: 'found', messageId: ours.ts };
      cursor = recent.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    return { status: 'absent' };
  }

  async function find(address: Address, key: string, signal?: AbortSignal): Promise<Found> {
    try {
      return await search(address, key, signal);
    } catch (error) {
      if (signal?.aborted && error === signal.reason) throw error;
      return failure(error);
    }
  }

  return {
    platform: 'slack',
    atOnce: 5,
    findByKey: find,
    async send(address, card, key, signal) {
      try {
        return { status: 'delivered', messageId: await post(address, card, key, signal) };
      } catch (error) {
        if (signal?.aborted && error === signal.reason) throw error;
        const failed = failure(error);
        if (!failed.permanent && failed.retryAfterSeconds) workspace.hold(failed.retryAfterSeconds * 1000);
        if (isAnswered(error)) return failed;
        // Slack may have taken what it did not answer for.
        const taken = await find(address, key, signal).catch(() => failed);
        if (taken.status === 'found') return { status: 'delivered', messageId: taken.messageId };
        return failed.permanent ? failed : { ...failed, doubtful: true };
      }
    },
  };
}

const content = (address: Address, card: Card, key: string) =>
  postContent(address.kind, card, call => encodeCall(call, key) ?? encodeCall(call) ?? '', key);

type Metadata = { event_type?: string | undefined; event_payload?: object | undefined } | undefined;
const isOurs = (metadata: Metadata, key: string): boolean =>
  metadata?.event_type === EVENT &&
  metadata.event_payload !== undefined &&
  'key' in metadata.event_payload &&
  metadata.event_payload.key === key;

const isAnswered = (error: unknown): boolean =>
  error instanceof webApi.WebAPIPlatformError || error instanceof webApi.WebAPIRateLimitedError;

function failure(error: unknown): Failed {
  const detail = slackReasonOf(error);
  if (error instanceof webApi.WebAPIRateLimitedError)
    return {
      status: 'failed',
      permanent: false,
      reason: 'rate-limited',
      detail,
      retryAfterSeconds: error.retryAfter,
    };
  const { permanent, reason } = meaningOnSlack(detail);
  return { status: 'failed', permanent, reason, detail };
}
