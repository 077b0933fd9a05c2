import type { MessageShortcut } from '@slack/bolt';
import { z } from 'zod';

/** What stands of a message in its address; all else that Slack sends of it is passed over. */
const place = z.object({
  team: z.object({ domain: z.string() }),
  channel: z.object({ id: z.string() }),
  message_ts: z.string(),
  message: z.object({ thread_ts: z.string().optional() }),
});

/** The address that "Copy link" gives, made here: to ask Slack for it needs a channel that the bot is in. */
export function messageLink(body: MessageShortcut): string {
  const { team, channel, message_ts: ts, message } = place.parse(body);
  const { thread_ts: thread } = message;
  const inThread = thread !== undefined && thread !== ts ? `?thread_ts=${thread}&cid=${channel.id}` : '';
  return `https://${team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${inThread}`;
}
