import type { Card } from '../cards/card.ts';
import type { ChannelProblem, Notifier } from '../ports/notifier.ts';
import { newId } from '../runtime/id.ts';

/** What became of a card that was to be posted: it stands there, or what was in the way. */
export type Posted = 'yes' | ChannelProblem | 'failed';

/** Posts a card to a channel at once and once. */
export async function postNow(notifier: Notifier, scope: string, channel: string, card: Card): Promise<Posted> {
  const key = newId();
  const sent = await notifier.send({ platform: notifier.platform, scope, kind: 'channel', channel }, card, key);
  if (sent.status === 'delivered') return 'yes';
  return sent.reason === 'channel-gone' || sent.reason === 'no-permission' ? sent.reason : 'failed';
}
