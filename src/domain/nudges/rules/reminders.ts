import { describeRule } from '../../time/describeRule.ts';
import { nextOccurrence, type Occurrence } from '../../time/recurrence.ts';
import { type OwnReminder, type Recipient, type Source, type Span, settled } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { isNextAhead, justBefore, MOST_OCCURRENCES, pauseOver } from './repeats.ts';
import type { Check, NudgeRule } from './rule.ts';

/** Hours after its time in which it may still be sent, marked late. */
const GRACE_HOURS = 24;
/** A reminder of once is looked for from then on: whether it has been said is decided elsewhere. */
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

/** They come at the hour that was asked for, quiet or not. */
const moments: Source = (member, facts, span) => {
  const open = facts.reminders.filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const known = settled(facts);
  return open.flatMap(reminder => occurrences(reminder, member, span, known));
};

function occurrences(
  reminder: OwnReminder,
  member: Recipient,
  { from, now }: Span,
  known: ReadonlySet<string>,
): Nudge[] {
  const { zone } = member;
  const once = reminder.rule === null;
  const nudges: Nudge[] = [];
  let after = once ? LONG_AGO : justBefore(pauseOver(from, member));
  for (;;) {
    const next = nextOccurrence(reminder, after, zone);
    if (!next) break;
    after = next.at;
    const nudge = reminderNudge(reminder, next);
    nudges.push(nudge);
    if (once || isNextAhead(nudge, now, known)) break;
  }
  return nudges.slice(-MOST_OCCURRENCES);
}

function reminderNudge(reminder: OwnReminder, next: Occurrence): Nudge {
  const nudge: Nudge = {
    kind: reminder.about ? 'snoozed' : 'reminder',
    subject: reminder.id,
    occurrence: next.local.toString(),
    dueAt: next.at,
    graceUntil: next.at.add({ hours: GRACE_HOURS }),
    why: whyReminder(reminder),
  };
  return reminder.rule === null ? nudge : { ...nudge, again: true };
}

function whyReminder({ at, rule, about }: OwnReminder): string {
  if (about) return 'You asked for it again at this time.';
  return rule ? `You asked for it ${describeRule({ at, rule })}.` : 'You asked for it at this time.';
}

/** A member's own reminders, and what they snoozed. @param checkOf the checks of what can be snoozed */
export const reminders = (checkOf: () => Record<string, Check>): NudgeRule<'reminder' | 'snoozed'> => ({
  moments,
  checks: {
    reminder: ({ subject, occurrence }, { facts }) => {
      const reminder = facts.reminders.find(({ id }) => id === subject);
      if (reminder?.state !== 'open') return 'the reminder is done or cancelled';
      return reminder.rule === null && reminder.at.toString() !== occurrence ? 'the reminder was moved' : undefined;
    },
    snoozed: ({ subject }, asked) => {
      const snooze = asked.facts.reminders.find(({ id }) => id === subject);
      if (snooze?.state !== 'open') return 'it is done';
      const reasons = (snooze.about ?? []).map(item => checkOf()[item.kind]?.(item, asked));
      return reasons.every(reason => reason !== undefined) ? reasons[0] : undefined;
    },
  },
});
