import { UserError } from '../../core/ports/errors.ts';
import type { ChoiceProblem } from '../../core/ports/notifier.ts';
import { type Client, slackReasonOf } from './clients.ts';

/** Whether the bot can post in a channel: one that exists, is not archived, and is public or has the bot in it. */
export async function canPost(web: Client, channel: string): Promise<'yes' | ChoiceProblem> {
  try {
    const { channel: found } = await web.conversations.info({ channel });
    if (!found || found.is_archived) return 'channel-gone';
    // A public channel is joined when the first tip goes out.
    return found.is_member || !found.is_private ? 'yes' : 'not-invited';
  } catch (error) {
    const reason = slackReasonOf(error);
    // Slack does not tell a private channel without the bot from none at all.
    if (reason === 'channel_not_found') return 'not-invited';
    if (reason === 'missing_scope')
      throw new UserError(
        'Slack refused to say whether I can post there (missing_scope): the app needs the scopes channels:read and groups:read.',
      );
    throw error;
  }
}
