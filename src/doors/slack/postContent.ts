import type { Card } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import { renderBlocks } from './render.ts';
import { escapeText } from './text.ts';

/** The kind of metadata in which a delivery's key travels. */
export const EVENT = 'backchannel_delivery';

/** What is posted unasked. A direct message shows its title alone in the notification; in a channel all may read it. */
export function postContent(to: 'person' | 'channel', card: Card, tokenOf: (call: Call) => string, key: string) {
  const { blocks, text } = renderBlocks(card, tokenOf);
  return {
    blocks,
    text: to === 'person' ? escapeText(card.title) : text,
    metadata: { event_type: EVENT, event_payload: { key } },
    unfurl_links: false,
    unfurl_media: false,
  };
}
