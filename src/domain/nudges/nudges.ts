import type { SeasonRules } from '../season/season.ts';
import { afterQuietHours, formatShortDay } from '../time/localTime.ts';
import { asOneMessage, gatherMessages, type Message, takesTheDay } from './nudgeDay.ts';
import { type NudgeFacts, type Recipient, type Span, settled } from './nudgeFacts.ts';
import { itemKey, type Nudge, type NudgeKind, nudgeKinds, remindLevels } from './nudgeKinds.ts';
import { momentsOf } from './rules/index.ts';
import { localDay } from './rules/rule.ts';

/** From then on a message says that it comes late. */
export const LATE_MINUTES = 15;

export interface NudgeDecision {
  /** To be sent now. */
  due: Message[];
  /** What came too late to be of use, to be listed and not sent. */
  missed: Message | null;
  /** What lies ahead, soonest first. */
  ahead: Message[];
  /** When to decide again; null where nothing lies ahead. */
  nextPlanAt: Temporal.Instant | null;
  /** Keys of what lies ahead later than by itself, since it goes along with another. */
  moved: string[];
}

/** What one member is sent, when and why: what has come since the last decision, and all that lies ahead. */
export function decideNudges(member: Recipient, facts: NudgeFacts, span: Span, rules: SeasonRules): NudgeDecision {
  const { zone } = member;
  const known = settled(facts);
  const nudges = momentsOf(member, facts, span, rules)
    .filter(nudge => wants(member, nudge.kind) && !known.has(itemKey(nudge)))
    .flatMap(nudge => afterPause(nudge, member));
  const taken = takenDays(facts, zone);
  const messages = gatherMessages(nudges, { zone, from: span.from, taken, moved: new Set(facts.moved) });
  const isDue = ({ dueAt }: Message) => Temporal.Instant.compare(dueAt, span.now) <= 0;
  const ahead = messages.filter(message => !isDue(message));
  return {
    ...whatIsDue(messages.filter(isDue), span.now, member),
    ahead,
    nextPlanAt: ahead[0]?.dueAt ?? null,
    moved: movedIn(ahead, nudges),
  };
}

/** What comes later than it would by itself. */
function movedIn(ahead: readonly Message[], nudges: readonly Nudge[]): string[] {
  const own = new Map(nudges.map(nudge => [itemKey(nudge), nudge.dueAt]));
  const isLater = (key: string, dueAt: Temporal.Instant) => {
    const alone = own.get(key);
    return alone !== undefined && Temporal.Instant.compare(alone, dueAt) < 0;
  };
  return ahead.flatMap(({ dueAt, items }) => items.map(itemKey).filter(key => isLater(key, dueAt)));
}

/** Whether the member's settings let this kind through. */
export const wants = ({ remind, muted }: Pick<Recipient, 'remind' | 'muted'>, kind: NudgeKind): boolean =>
  remindLevels.indexOf(remind) >= remindLevels.indexOf(nudgeKinds[kind].from) &&
  !(nudgeKinds[kind].mute && muted.includes(kind));

/** Moved to the day on which a pause ends, or left out where it comes again anyhow or would come too late. */
function afterPause(nudge: Nudge, { pausedUntil, zone }: Recipient): Nudge[] {
  if (!pausedUntil) return [nudge];
  const local = nudge.dueAt.toZonedDateTimeISO(zone);
  if (Temporal.PlainDate.compare(local.toPlainDate(), pausedUntil) >= 0) return [nudge];
  if (nudge.again) return [];
  const dueAt = pausedUntil.toZonedDateTime({ timeZone: zone, plainTime: local.toPlainTime() }).toInstant();
  const why = `${nudge.why} It waited until ${formatShortDay(pausedUntil)}, because you had paused messages.`;
  const own = nudge.kind === 'reminder' || nudge.kind === 'snoozed';
  const graceUntil = own ? dueAt.add(nudge.dueAt.until(nudge.graceUntil)) : nudge.graceUntil;
  return Temporal.Instant.compare(dueAt, graceUntil) < 0 ? [{ ...nudge, dueAt, graceUntil, why }] : [];
}

/** The days on which a message went out or is on its way that was more than the member's own reminders. */
function takenDays({ recent }: NudgeFacts, zone: string): Set<string> {
  const sent = recent.filter(item => item.sent && takesTheDay(item.kind));
  return new Set(sent.map(({ dueAt }) => localDay(dueAt, zone).toString()));
}

/** On time, each by itself; once anything is overdue, all of it as one, outside quiet hours, less what is too late. */
function whatIsDue(messages: Message[], now: Temporal.Instant, { quiet, zone }: Recipient) {
  const late = now.subtract({ minutes: LATE_MINUTES });
  const items = messages.flatMap(message => message.items);
  if (!messages.some(({ dueAt }) => Temporal.Instant.compare(dueAt, late) < 0)) return { due: messages, missed: null };
  const dueAt = afterQuietHours(now, quiet, zone);
  const useful = items.filter(({ graceUntil }) => Temporal.Instant.compare(graceUntil, dueAt) > 0);
  const missed = items.filter(item => !useful.includes(item));
  return {
    due: useful.length > 0 ? [asOneMessage(useful, dueAt)] : [],
    // Its time is over now, even where quiet hours alone made it so.
    missed: missed.length > 0 ? { ...asOneMessage(missed, now), graceUntil: now.subtract({ milliseconds: 1 }) } : null,
  };
}

/**
 * What a reply has to say at once: the moments about this subject that have passed already, while what they are for is
 * still ahead. `subject` is the id of the interview, offer or loose end that was just written down.
 */
export function sayAtOnce(
  subject: string,
  member: Recipient,
  facts: NudgeFacts,
  now: Temporal.Instant,
  rules: SeasonRules,
): Nudge[] {
  return momentsOf(member, facts, { from: now, now }, rules).filter(
    nudge =>
      nudge.subject === subject &&
      nudge.kind !== 'day-after' &&
      Temporal.Instant.compare(nudge.dueAt, now) <= 0 &&
      Temporal.Instant.compare(nudge.graceUntil, now) > 0,
  );
}
