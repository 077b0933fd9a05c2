import type { Nudge, NudgeKind } from './nudgeKinds.ts';
import { byPressure, itemKey, nudgeKinds } from './nudgeKinds.ts';
import { localDay } from './rules/rule.ts';

/** One message, with all that it says. */
export interface Message {
  dueAt: Temporal.Instant;
  /** The latest of what is in it. */
  graceUntil: Temporal.Instant;
  /** The most pressing first. */
  items: Nudge[];
}

export interface Day {
  zone: string;
  /** What came before has been decided on. */
  from: Temporal.Instant;
  /** The local days on which a message went out already, as text. */
  taken: ReadonlySet<string>;
  /** Keys of what was moved to a later message, which may be gone by now. */
  moved: ReadonlySet<string>;
}

/**
 * Puts nudges into messages: at most one on a local day, unless a deadline forces another. What has no deadline goes
 * along with one of the same day, else with the digest, else by itself; on a day that had its message it waits a day.
 */
export function gatherMessages(nudges: readonly Nudge[], day: Day): Message[] {
  const lives = (nudge: Nudge) => Temporal.Instant.compare(nudge.dueAt, day.from) >= 0;
  const inOrder = nudges.toSorted((one, other) => (itemKey(one) < itemKey(other) ? -1 : 1));
  const deadlines = inOrder.filter(nudge => isDeadline(nudge) && lives(nudge));
  const others = inOrder.filter(nudge => !isDeadline(nudge)).flatMap(nudge => withRoom(nudge, day));
  const joined = byDay([...deadlines, ...others], day.zone).flatMap(messagesOfDay);
  return joined.flatMap(message => stillToCome(message, day)).toSorted(byTime);
}

/** What was decided on before has had its message, unless it was moved behind one that did not come. */
function stillToCome(message: Message, { from, moved }: Day): Message[] {
  if (Temporal.Instant.compare(message.dueAt, from) >= 0) return [message];
  const items = message.items.filter(item => moved.has(itemKey(item)));
  return items.length > 0 ? [messageOf(items, message.dueAt)] : [];
}

const isDeadline = ({ kind }: Nudge): boolean => nudgeKinds[kind].deadline;
/** A reminder carries nothing else along: its moment is the member's own choice, whatever the hour. */
const mayHost = ({ kind }: Nudge): boolean => nudgeKinds[kind].deadline && kind !== 'reminder' && kind !== 'snoozed';

/** The nudge, so many days later as its days have had a message, or nothing where it would then come too late. */
function withRoom(nudge: Nudge, { zone, taken }: Day): Nudge[] {
  if (taken.size === 0) return [nudge];
  let local = nudge.dueAt.toZonedDateTimeISO(zone);
  while (taken.has(local.toPlainDate().toString())) local = local.add({ days: 1 });
  const dueAt = local.toInstant();
  if (dueAt.equals(nudge.dueAt)) return [nudge];
  const why = `${nudge.why} A day later, because you had a message already.`;
  return Temporal.Instant.compare(dueAt, nudge.graceUntil) < 0 ? [{ ...nudge, dueAt, why }] : [];
}

function byDay(nudges: readonly Nudge[], zone: string): Nudge[][] {
  return [...Map.groupBy(nudges, ({ dueAt }) => localDay(dueAt, zone).toString()).values()];
}

function messagesOfDay(nudges: readonly Nudge[]): Message[] {
  const others = nudges.filter(nudge => !isDeadline(nudge));
  const moments = Map.groupBy(nudges.filter(isDeadline), ({ dueAt }) => dueAt.epochMilliseconds);
  const messages = [...moments.values()].map(items => messageOf(items));
  const [first] = others;
  if (!first) return messages;
  const carried = others.find(({ kind }) => kind === 'digest') ?? others.toSorted(byTime)[0] ?? first;
  const host = messages
    .filter(({ items }) => items.some(mayHost) || items[0]?.dueAt.equals(carried.dueAt))
    .toSorted((one, other) => distance(one, carried) - distance(other, carried) || byTime(one, other))[0];
  if (!host) return [...messages, messageOf(others, carried.dueAt)];
  return messages.map(message => (message === host ? messageOf([...host.items, ...others], host.dueAt) : message));
}

function messageOf(items: Nudge[], dueAt = items[0]?.dueAt): Message {
  const [first] = items;
  if (!first || !dueAt) throw new Error('a message says something');
  const graceUntil = items.map(item => item.graceUntil).reduce(latest);
  return { dueAt, graceUntil, items: items.map(item => ({ ...item, dueAt })).toSorted(byPressure) };
}

/** Everything that is overdue, as one message. */
export const asOneMessage = (items: readonly Nudge[], dueAt: Temporal.Instant): Message => ({
  dueAt,
  graceUntil: items.map(item => item.graceUntil).reduce(latest),
  items: items.toSorted((one, other) => byPressure(one, other) || byTime(one, other)),
});

const byTime = (one: { dueAt: Temporal.Instant }, other: { dueAt: Temporal.Instant }) =>
  Temporal.Instant.compare(one.dueAt, other.dueAt);
const distance = (one: { dueAt: Temporal.Instant }, other: { dueAt: Temporal.Instant }) =>
  Math.abs(one.dueAt.epochMilliseconds - other.dueAt.epochMilliseconds);
const latest = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) >= 0 ? one : other;

/** Whether a message with this in it is the day's one: not where a member's own reminders are all of it. */
export const takesTheDay = (kind: NudgeKind): boolean => kind !== 'reminder' && kind !== 'snoozed';
