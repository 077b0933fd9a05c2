import { defendersDue } from '../followUps/cadence.ts';
import { officialDates } from '../season/officialDates.ts';
import { cycleOf, dayOf, phaseOn, type SeasonRules } from '../season/season.ts';
import type { NotebookFacts, Recipient } from './nudgeFacts.ts';
import type { NudgeItem, NudgeKind } from './nudgeKinds.ts';
import { localDay } from './nudgeMoments.ts';
import { wants } from './nudges.ts';

/** How far ahead a digest looks, in days. */
export const DIGEST_DAYS = 7;

interface Asked {
  member: Recipient;
  facts: NotebookFacts;
  now: Temporal.Instant;
  rules: SeasonRules;
}

/** Why an item is not said any more, now that it would be: undefined where it still holds. */
export function whyNotAnyMore(item: NudgeItem, asked: Asked): string | undefined {
  const { member, now } = asked;
  if (!wants(member, item.kind)) return 'this kind is turned off';
  const { pausedUntil, zone } = member;
  if (pausedUntil && Temporal.PlainDate.compare(localDay(now, zone), pausedUntil) < 0) return 'messages are paused';
  return checks[item.kind](item, asked);
}

const hasBegun = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0;

const checks: Record<NudgeKind, (item: NudgeItem, asked: Asked) => string | undefined> = {
  eve: ({ subject, occurrence }, { facts, now }) => {
    const interview = facts.interviews.find(({ id }) => id === subject);
    if (!interview) return 'the interview was taken out';
    const { day, time, zone } = interview;
    if (occurrence !== `${day}T${time}`) return 'the interview was moved';
    return hasBegun(day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant(), now)
      ? 'the interview has begun'
      : undefined;
  },
  'day-after': ({ subject, occurrence }, { facts }) => {
    const interview = facts.interviews.find(({ id }) => id === subject);
    if (!interview) return 'the interview was taken out';
    if (occurrence !== `${interview.day}T${interview.time}`) return 'the interview was moved';
    if (interview.followUpSentOn) return 'the follow-up is sent';
    const program = facts.programs.find(({ id }) => id === interview.programId);
    return program?.thankYou === 'not-welcome' ? 'the program takes no notes' : undefined;
  },
  offer: ({ subject, occurrence }, { facts, now }) => {
    const offer = facts.offers.find(({ id }) => id === subject);
    if (offer?.state !== 'open' || !offer.replyBy) return 'the offer is answered or gone';
    if (!occurrence.endsWith(`${offer.replyBy}`)) return 'the time to answer was changed';
    return hasBegun(offer.replyBy, now) ? 'the time to answer has passed' : undefined;
  },
  withdrawal: ({ subject }, { facts }) =>
    facts.offers.some(({ id, state }) => id === subject && state === 'accepted')
      ? undefined
      : 'the offer is not accepted any more',
  'loose-end': ({ subject }, { facts }) =>
    facts.looseEnds.some(({ id }) => id === subject) ? undefined : 'the loose end is closed',
  defender: ({ subject }, { member, facts, now, rules }) =>
    dueDefenders(facts, localDay(now, member.zone), rules).includes(subject) ? undefined : 'there was a word since',
  digest: (_, asked) => {
    const { send, why } = decideDigest(asked);
    return send ? undefined : why;
  },
  unreadable: ({ subject }, { facts }) =>
    facts.unreadable.some(({ model, id }) => `${model} ${id}` === subject) ? undefined : 'it can be read again',
  reminder: ({ subject, occurrence }, { facts }) => {
    const reminder = facts.reminders.find(({ id }) => id === subject);
    if (reminder?.state !== 'open') return 'the reminder is done or cancelled';
    return reminder.rule === null && reminder.at.toString() !== occurrence ? 'the reminder was moved' : undefined;
  },
  snoozed: ({ subject }, asked) => {
    const snooze = asked.facts.reminders.find(({ id }) => id === subject);
    if (snooze?.state !== 'open') return 'it is done';
    const reasons = (snooze.about ?? []).map(item => checks[item.kind](item, asked));
    return reasons.every(reason => reason !== undefined) ? reasons[0] : undefined;
  },
};

function dueDefenders({ defenders }: NotebookFacts, today: Temporal.PlainDate, rules: SeasonRules): string[] {
  if (defenders.length === 0) return [];
  const cadence = defendersDue(defenders, today, phaseOn(today, rules).id);
  return cadence.defenders.filter(({ due }) => due).map(({ contactId }) => contactId);
}

/** A digest that has nothing to say is not sent. What is quick to see is looked at first: there are many to decide on. */
function decideDigest({ member, facts, now, rules }: Asked): { send: boolean; why: string } {
  if (facts.logged > 0) return { send: true, why: 'something was logged this week' };
  if (facts.looseEnds.length > 0) return { send: true, why: 'something is unresolved' };
  const today = localDay(now, member.zone);
  const isNear = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(day, today) >= 0 && today.until(day, { largestUnit: 'days' }).days <= DIGEST_DAYS;
  const replies = facts.offers.flatMap(({ state, replyBy }) => (state === 'open' && replyBy ? [replyBy] : []));
  const own = [...facts.interviews.map(({ day }) => day), ...replies.map(moment => localDay(moment, member.zone))];
  if (own.some(isNear)) return { send: true, why: 'an interview or a deadline is near' };
  if (dueDefenders(facts, today, rules).length > 0) return { send: true, why: 'somebody is due a word' };
  const official = officialDates(cycleOf(today, rules), rules)
    .filter(({ sureness, label }) => sureness !== 'low' || label === 'confirmed')
    .map(({ when }) => dayOf(when));
  if (official.some(isNear)) return { send: true, why: 'an official date is near' };
  return { send: false, why: 'there is nothing to say this week' };
}
