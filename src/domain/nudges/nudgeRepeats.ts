import { afterQuietHours, spreadMinutes, weeklyAfter } from '../time/localTime.ts';
import { describeRule, nextOccurrence, type Occurrence } from '../time/recurrence.ts';
import { type OwnReminder, type Recipient, type Source, type Span, settled } from './nudgeFacts.ts';
import { itemKey, type Nudge } from './nudgeKinds.ts';

/** Digests are spread over this many minutes after the chosen time, each person always at their own. */
const DIGEST_SPREAD_MINUTES = 30;

/** Hours after its time in which it may still be sent, marked late. */
const GRACE_HOURS = { digest: 24, reminder: 24 } as const;
/** More repetitions than these were missed in one go: nobody reads a longer list. */
const MOST_OCCURRENCES = 60;
/** A reminder of once is looked for from then on: whether it has been said is decided elsewhere. */
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

export const weeklyDigest: Source = (member, facts, { from, now }) => {
  const { id, zone, quiet, digestDay, digestHour } = member;
  const spread = { minutes: spreadMinutes(id, DIGEST_SPREAD_MINUTES) };
  const weekly = { weekday: digestDay, hour: digestHour };
  const known = settled(facts);
  const nudges: Nudge[] = [];
  // From two days before, because quiet hours and another message may move one that far.
  for (const { day, at } of weeklyAfter(justBefore(pauseOver(from.subtract({ hours: 48 }), member)), weekly, zone)) {
    const dueAt = afterQuietHours(at.add(spread), quiet, zone);
    const why = 'It is the hour that you chose for your week, and there is something to say.';
    const graceUntil = dueAt.add({ hours: GRACE_HOURS.digest });
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

/** They come at the hour that was asked for, quiet or not. */
export const ownReminders: Source = (member, facts, span) => {
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

/** Whether it lies ahead and is not settled yet: what comes after it is decided on when it has come. */
const isNextAhead = (nudge: Nudge, now: Temporal.Instant, known: ReadonlySet<string>): boolean =>
  Temporal.Instant.compare(nudge.dueAt, now) > 0 && !known.has(itemKey(nudge));

/** So that what is strictly after it takes in the moment itself. */
const justBefore = (moment: Temporal.Instant): Temporal.Instant => moment.subtract({ nanoseconds: 1 });

/** The moment itself, or the end of the pause that it falls into: what comes again anyhow is looked for from there. */
function pauseOver(moment: Temporal.Instant, { pausedUntil, zone }: Recipient): Temporal.Instant {
  if (!pausedUntil) return moment;
  const end = pausedUntil.toZonedDateTime(zone).toInstant();
  return Temporal.Instant.compare(end, moment) > 0 ? end : moment;
}

function reminderNudge(reminder: OwnReminder, next: Occurrence): Nudge {
  const nudge: Nudge = {
    kind: reminder.about ? 'snoozed' : 'reminder',
    subject: reminder.id,
    occurrence: next.local.toString(),
    dueAt: next.at,
    graceUntil: next.at.add({ hours: GRACE_HOURS.reminder }),
    why: whyReminder(reminder),
  };
  return reminder.rule === null ? nudge : { ...nudge, again: true };
}

function whyReminder({ at, rule, about }: OwnReminder): string {
  if (about) return 'You asked for it again at this time.';
  return rule ? `You asked for it ${describeRule({ at, rule })}.` : 'You asked for it at this time.';
}
