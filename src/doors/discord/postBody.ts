import type { Card } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import { renderMessage } from './render.ts';

/** What is posted unasked: it pings nobody, and its key keeps it from being posted twice. */
export function postBody(card: Card, tokenOf: (call: Call) => string, key: string) {
  const { flags, components } = renderMessage(card, tokenOf);
  return { flags, components, allowed_mentions: { parse: [] }, nonce: key, enforce_nonce: true };
}
