import { encodeCall } from '../../core/commands/call.ts';
import type { Address, Notifier } from '../../core/ports/notifier.ts';
import type { Chat, ChatPlace } from './chat.ts';
import { community } from './people.ts';
import { showCard } from './shown.ts';

/** Puts what the season sends into the chat, under the delivery's own key. */
export const createNotifier = (
  chat: Chat,
  now: () => Temporal.Instant,
  whyOf: (key: string) => string | undefined = () => undefined,
): Notifier => ({
  platform: 'playground',
  atOnce: 10,
  async send(address, card, key) {
    if (address.kind === 'channel' && address.channel !== community.channel)
      return { status: 'failed', permanent: true, reason: 'channel-gone', detail: `no channel ${address.channel}` };
    const { place, reader } = whereTo(address);
    const shown = showCard(card, call => encodeCall(call, key));
    const why = whyOf(key);
    chat.put({ id: key, place, reply: false, at: now().epochMilliseconds, ...(why && { why }), card: shown }, reader);
    return { status: 'delivered', messageId: key };
  },
  async findByKey(address, key) {
    const found = chat.find(key, whereTo(address).reader);
    return found ? { status: 'found', messageId: found.id } : { status: 'absent' };
  },
});

const whereTo = (address: Address): { place: ChatPlace; reader: string | undefined } =>
  address.kind === 'channel' ? { place: 'channel', reader: undefined } : { place: 'direct', reader: address.account };
