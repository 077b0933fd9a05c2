import { LRUCache } from 'lru-cache';
import { actsOnDelivery, endsDelivery } from '../../core/cards/redacted.ts';
import type { Call } from '../../core/commands/call.ts';
import type { Client } from './clients.ts';
import { renderBlocks } from './render.ts';
import type { ReplyTarget } from './replyTarget.ts';

/** A message that lies in somebody's direct messages. */
interface Lying {
  channel: string;
  ts: string;
}

/** So many of the messages that were opened last are known, to be changed when what they are about is over. */
const KNOWN = 5000;

export type SentMessages = ReturnType<typeof createSentMessages>;

/** What the bot sent unasked looks over once it is: the buttons go, also where the tap was in the private reply to it. */
export function createSentMessages(web: Client) {
  const opened = new LRUCache<string, Lying>({ max: KNOWN });
  return {
    /** Whether the answer to this tap takes the place of the message that was tapped. */
    replaces: (made: Call, tapped: Lying | undefined): boolean =>
      actsOnDelivery(made) && tapped?.channel.startsWith('D') === true,

    /** The same target, which says it in the message too. `tapped`: where that was the message itself. */
    followed(target: ReplyTarget, made: Call, tapped: Lying | undefined): ReplyTarget {
      const { id } = made.options;
      if (made.command !== 'show' || !id) return target;
      if (tapped) opened.set(id, tapped);
      const lying = opened.get(id);
      if (tapped || !lying || !endsDelivery(made)) return target;
      return {
        ...target,
        async show(answer) {
          await target.show(answer);
          if (answer.card.tone === 'careful') return;
          const over = renderBlocks({ ...answer.card, blocks: [], footer: undefined }, () => '');
          // Its refusal is noted where every call's is; the answer was shown.
          await web.chat.update({ ...lying, ...over }).catch(() => {});
        },
      };
    },
  };
}
