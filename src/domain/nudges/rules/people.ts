import { defendersDue, paceOn } from '../../followUps/cadence.ts';
import { openLooseEnds } from '../../followUps/looseEnds.ts';
import type { SeasonRules } from '../../season/season.ts';
import { afterQuietHours, formatShortDay } from '../../time/localTime.ts';
import type { NotebookFacts, Source } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { evening, localDay, type NudgeRule } from './rule.ts';

/** Hours after its time in which a word to a defender may still be suggested, marked late. */
const DEFENDER_HOURS = 48;
/** Days before an interview on which a loose end with somebody there is said: early enough to mend it. */
const LOOSE_END_DAYS = 2;

const beforeMeetings: Source = ({ zone, quiet }, facts, { from }) => {
  if (facts.looseEnds.length === 0) return [];
  const { open } = openLooseEnds(facts, localDay(from, zone));
  return open.flatMap(({ looseEnd, before }): Nudge[] => {
    if (!before) return [];
    const { interview } = before;
    const start = interview.day.toZonedDateTime({ timeZone: interview.zone, plainTime: interview.time }).toInstant();
    const day = localDay(start, zone);
    const dueAt = afterQuietHours(evening(day.subtract({ days: LOOSE_END_DAYS }), zone), quiet, zone);
    const why = `A loose end is open with someone where you have an interview on ${formatShortDay(day)}: this leaves two days to close it.`;
    return [
      { kind: 'loose-end', subject: looseEnd.id, occurrence: `${interview.id} ${day}`, dueAt, graceUntil: start, why },
    ];
  });
};

const defendersDueAWord: Source = ({ zone, quiet }, { defenders }, { from }, rules) => {
  if (defenders.length === 0) return [];
  const today = localDay(from, zone);
  return defendersDue(defenders, today, paceOn(today, rules)).defenders.map(
    ({ contactId, dueOn, why: rhythm }): Nudge => {
      const dueAt = afterQuietHours(evening(dueOn, zone), quiet, zone);
      const why = `A defender has not heard from you for a while. ${rhythm}`;
      const graceUntil = dueAt.add({ hours: DEFENDER_HOURS });
      return { kind: 'defender', subject: contactId, occurrence: dueOn.toString(), dueAt, graceUntil, why };
    },
  );
};

export function dueDefenders({ defenders }: NotebookFacts, today: Temporal.PlainDate, rules: SeasonRules): string[] {
  if (defenders.length === 0) return [];
  const cadence = defendersDue(defenders, today, paceOn(today, rules));
  return cadence.defenders.filter(({ due }) => due).map(({ contactId }) => contactId);
}

/** A loose end before one meets them, and a defender who has not heard for a while. */
export const people: NudgeRule<'loose-end' | 'defender'> = {
  moments: (...asked) => [...beforeMeetings(...asked), ...defendersDueAWord(...asked)],
  checks: {
    'loose-end': ({ subject }, { facts }) =>
      facts.looseEnds.some(({ id }) => id === subject) ? undefined : 'the loose end is closed',
    defender: ({ subject }, { member, facts, now, rules }) =>
      dueDefenders(facts, localDay(now, member.zone), rules).includes(subject) ? undefined : 'there was a word since',
  },
};
