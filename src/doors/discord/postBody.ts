import { ComponentType } from 'discord.js';
import type { Card } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import { renderMessage } from './render.ts';

/** What is posted unasked: it pings nobody but the role that an organizer chose, and its key keeps it from being posted twice. */
export function postBody(card: Card, tokenOf: (call: Call) => string, key: string) {
  const { flags, components } = renderMessage(card, tokenOf);
  const { pings } = card;
  return {
    flags,
    components: pings ? [{ type: ComponentType.TextDisplay, content: `<@&${pings}>` }, ...components] : components,
    allowed_mentions: { parse: [], ...(pings && { roles: [pings] }) },
    nonce: key,
    enforce_nonce: true,
  };
}
