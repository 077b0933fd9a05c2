import type { Content } from '../../content/types.ts';
import type { Card } from '../../core/cards/card.ts';
import { redactedNotice, redactedNudge } from '../../core/cards/redacted.ts';
import { type Delivery, isAccountNotice } from '../../core/ports/ledger.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Community } from '../../core/ports/users.ts';
import { recipientOf } from '../../core/sending/recipient.ts';
import { whyNotAnyMore } from '../../domain/nudges/nudgeFresh.ts';
import { trackRules } from '../../domain/season/track.ts';
import { idleCard } from '../account/noticeCards.ts';
import { problemCard } from '../problemCards.ts';
import { lateBy, shownCard } from './shownNudge.ts';
import { tipCard, tipOf } from './weeklyTip.ts';

type Rendered = { card: Card } | { skip: string };
interface Surroundings {
  store: Store;
  content: Content;
  now: Temporal.Instant;
}

/** A delivery's message from fresh data, or why it is not sent any more. */
export async function renderNudge(delivery: Delivery, surroundings: Surroundings): Promise<Rendered> {
  const { recipient, occurrence, about } = delivery;
  if (!recipient) return { skip: 'gone' };
  if (delivery.kind === 'problem') {
    const told = about && problemCard(about);
    return told ? { card: told } : { skip: 'fixed by now' };
  }
  if (delivery.kind === 'idle' && recipient.kind === 'person')
    return { card: idleCard(delivery, recipientOf(recipient.user, null).zone) };
  if (isAccountNotice(delivery.kind)) return { card: redactedNotice(delivery.id) };
  if (recipient.kind === 'person') return renderPersonal(delivery, recipient, surroundings);
  return renderTip(Temporal.PlainDate.from(occurrence), recipient.community, surroundings);
}

function renderTip(
  day: Temporal.PlainDate,
  { paused, track, skipOn, ownLine, pingRole }: Community,
  { content }: Surroundings,
): Rendered {
  if (paused) return { skip: 'paused' };
  if (skipOn?.equals(day)) return { skip: 'an organizer left it out' };
  const found = tipOf(content, day, trackRules(content.season, track));
  if ('skip' in found) return found;
  const shown = tipCard(found.tip, day, ownLine?.on.equals(day) ? ownLine.text : undefined);
  return { card: pingRole ? { ...shown, pings: pingRole } : shown };
}

/** Only what still holds is said; where nothing does, nothing is sent. */
async function renderPersonal(
  { id, items }: Delivery,
  { user, account, track, facts }: Extract<Delivery['recipient'], { kind: 'person' }>,
  { store, content, now }: Surroundings,
): Promise<Rendered> {
  const member = recipientOf(user, null);
  const season = trackRules(content.season, track);
  const reasons = items.map(item => facts && whyNotAnyMore(item, { member, facts, now, rules: season }));
  const holding = items.filter((_, index) => reasons[index] === undefined);
  if (holding.length === 0) return { skip: reasons[0] ?? 'there is nothing to say' };
  const discreet = redactedNudge(id, lateBy(holding, now, member.zone));
  if (!user.details) return { card: discreet };
  const notebook = store.notebook({ account, requestId: id, now });
  const today = now.toZonedDateTimeISO(member.zone).toPlainDate();
  const shown = await shownCard(id, holding, { notebook, content, season, now, zone: member.zone, today, user }, now);
  // The buttons of a message live as long as it does: these carry its id alone, and no name.
  return { card: { ...shown, blocks: [...shown.blocks.filter(({ type }) => type !== 'buttons'), ...discreet.blocks] } };
}
