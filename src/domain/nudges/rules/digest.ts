import { officialDates } from '../../season/officialDates.ts';
import { cycleOf, dayOf } from '../../season/season.ts';
import { afterQuietHours, spreadMinutes, weeklyAfter } from '../../time/localTime.ts';
import { type Source, settled } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { dueDefenders } from './people.ts';
import { isNextAhead, justBefore, MOST_OCCURRENCES, pauseOver } from './repeats.ts';
import { type Asked, localDay, type NudgeRule } from './rule.ts';

/** How far ahead a digest looks, in days. */
export const DIGEST_DAYS = 7;
/** Digests are spread over this many minutes after the chosen time, each person always at their own. */
export const DIGEST_SPREAD_MINUTES = 30;
/** Hours after its time in which it may still be sent, marked late: a day that had its message moves it by one. */
const GRACE_HOURS = 72;

const moments: Source = (member, facts, { from, now }) => {
  const { id, zone, quiet, digestDay, digestHour } = member;
  const spread = { minutes: spreadMinutes(id, DIGEST_SPREAD_MINUTES) };
  const weekly = { weekday: digestDay, hour: digestHour };
  const known = settled(facts);
  const nudges: Nudge[] = [];
  // From as long before as quiet hours and other messages may move one.
  for (const { day, at } of weeklyAfter(
    justBefore(pauseOver(from.subtract({ hours: GRACE_HOURS }), member)),
    weekly,
    zone,
  )) {
    const dueAt = afterQuietHours(at.add(spread), quiet, zone);
    const why = 'It is the hour that you chose for your week, and there is something to say.';
    const graceUntil = dueAt.add({ hours: GRACE_HOURS });
    const nudge: Nudge = {
      kind: 'digest',
      subject: '',
      occurrence: day.toString(),
      dueAt,
      graceUntil,
      why,
      again: true,
    };
    nudges.push(nudge);
    if (isNextAhead(nudge, now, known)) break;
  }
  return nudges.slice(-MOST_OCCURRENCES);
};

/** A digest that has nothing to say is not sent. What is quick to see is looked at first: there are many to decide on. */
function decideDigest({ member, facts, now, rules }: Asked): { send: boolean; why: string } {
  if (facts.logged > 0) return { send: true, why: 'something was logged this week' };
  if (facts.looseEnds.length > 0) return { send: true, why: 'something is unresolved' };
  const today = localDay(now, member.zone);
  const isNear = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(day, today) >= 0 && today.until(day, { largestUnit: 'days' }).days <= DIGEST_DAYS;
  const replies = [...facts.invitations, ...facts.offers].flatMap(({ state, replyBy }) =>
    state === 'open' && replyBy ? [replyBy] : [],
  );
  const own = [...facts.interviews.map(({ day }) => day), ...replies.map(moment => localDay(moment, member.zone))];
  if (own.some(isNear)) return { send: true, why: 'an interview or a deadline is near' };
  if (dueDefenders(facts, today, rules).length > 0) return { send: true, why: 'someone is due a word' };
  const official = officialDates(cycleOf(today, rules), rules)
    .filter(({ sureness, label }) => sureness !== 'low' || label === 'confirmed')
    .map(({ when }) => dayOf(when));
  if (official.some(isNear)) return { send: true, why: 'an official date is near' };
  return { send: false, why: 'there is nothing to say this week' };
}

/** The week, on the day and at the hour that a member chose. */
export const digest: NudgeRule<'digest'> = {
  moments,
  checks: {
    digest: (_, asked) => {
      const { send, why } = decideDigest(asked);
      return send ? undefined : why;
    },
  },
};
