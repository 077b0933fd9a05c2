import type { ChannelProblem } from '../../core/ports/notifier.ts';
import { type Client, reasonOf } from './clients.ts';

/** Whether the bot can post in a channel: one that exists, is not archived, and is public or has the bot in it. */
export async function canPost(web: Client, channel: string): Promise<'yes' | ChannelProblem> {
  try {
    const { channel: found } = await web.conversations.info({ channel });
    if (!found || found.is_archived) return 'channel-gone';
    // A public channel is joined when the first tip goes out.
    return found.is_member || !found.is_private ? 'yes' : 'no-permission';
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'channel_not_found') return 'channel-gone';
    if (reason === 'missing_scope') return 'no-permission';
    throw error;
  }
}
