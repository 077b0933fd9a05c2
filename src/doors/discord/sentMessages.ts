import { MessageFlags } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { endsDelivery } from '../../core/cards/redacted.ts';
import type { Call } from '../../core/commands/call.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { Refusals } from '../refusals.ts';
import { failureKind } from './failures.ts';
import { renderMessage } from './render.ts';
import type { Answerable } from './replies.ts';

/** A message of the bot's own in somebody's direct messages; what they alone see there for a while is none. */
export const isSentMessage = (it: Answerable): boolean =>
  it.isMessageComponent() && !it.inGuild() && !it.message.flags.has(MessageFlags.Ephemeral);

/** So many of the messages that were opened last are known, to be changed when what they are about is over. */
const KNOWN = 5000;

export type SentMessages = ReturnType<typeof createSentMessages>;

/** What the bot sent unasked looks over once it is: the buttons go, also where the tap was in the private reply to it. */
export function createSentMessages(refusals: Refusals) {
  const opened = new LRUCache<string, { channel: string; message: string }>({ max: KNOWN });
  return {
    /** @param changed whether the answer took the place of the sent message already */
    async follow(it: Answerable, made: Call, work: Promise<Answer>, changed: boolean): Promise<void> {
      const { id } = made.options;
      if (made.command !== 'show' || !id || !it.isMessageComponent()) return;
      if (isSentMessage(it)) opened.set(id, { channel: it.channelId, message: it.message.id });
      const lying = opened.get(id);
      const { card } = await work;
      if (changed || !lying || !endsDelivery(made) || card.tone === 'careful') return;
      const { flags, components } = renderMessage({ ...card, blocks: [], footer: undefined }, () => '');
      await it.client.rest
        .patch(`/channels/${lying.channel}/messages/${lying.message}`, { body: { flags, components } })
        .catch((error: unknown) => refusals.note('message edit', failureKind(error).kind, error));
    },
  };
}
