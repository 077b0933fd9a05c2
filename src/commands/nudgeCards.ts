import type { Content } from '../content/types.ts';
import { buttons, type Card, card } from '../core/card.ts';
import { discreet } from '../core/discreet.ts';
import type { Delivery } from '../core/ledger.ts';
import type { Store } from '../core/store.ts';
import { decideDigest } from '../domain/nudges.ts';
import { weekOfSeason } from '../domain/season.ts';
import { digestFacts } from './digest.ts';
import { actionCall, bodyBlocks } from './pieceCard.ts';

/** The week's tip as the whole community sees it; its button answers in private. */
export function tipCard(content: Content, day: Temporal.PlainDate): Card | undefined {
  const week = weekOfSeason(day, content.season);
  const tip = content.tips.get(week) ?? content.tips.get(52);
  if (!tip) return undefined;
  return card(tip.title, {
    blocks: [...bodyBlocks(tip.body), ...buttons({ label: tip.do.label, call: actionCall(tip.do.call) })],
    footer: 'The button answers you in private.',
  });
}

/** A delivery's message from fresh data, or why it is not sent any more. */
export async function renderNudge(
  { kind, recipient, occurrence, id }: Delivery,
  { store, content, now }: { store: Store; content: Content; now: Temporal.Instant },
): Promise<{ card: Card } | { skip: string }> {
  if (!recipient) return { skip: 'gone' };
  if (recipient.kind === 'channel') {
    const tip = tipCard(content, Temporal.PlainDate.from(occurrence));
    if (recipient.community.paused) return { skip: 'paused' };
    return tip ? { card: tip } : { skip: 'no tip for this week' };
  }
  const { user, account } = recipient;
  if (kind === 'digest' && user.remind !== 'weekly') return { skip: 'turned off' };
  const facts = await digestFacts(store.notebook({ account, requestId: id, now }), content, now, user.zone ?? 'UTC');
  const { send, why } = decideDigest(facts);
  return send ? { card: discreet('digest') } : { skip: why };
}
