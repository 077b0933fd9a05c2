import { afterQuietHours, spreadMinutes, weeklyAfter } from '../time/localTime.ts';
import { describeRule, nextOccurrence, type Occurrence } from '../time/recurrence.ts';
import type { OwnReminder, Source, Span } from './nudgeFacts.ts';
import type { Nudge } from './nudgeKinds.ts';

/** Digests are spread over this many minutes after the chosen time, each person always at their own. */
export const DIGEST_SPREAD_MINUTES = 30;

/** Hours after its time in which it may still be sent, marked late. */
const GRACE_HOURS = { digest: 24, reminder: 24 } as const;
/** Of what repeats, so many lie ahead: one may have been sent already, where the clock was moved back. */
const AHEAD = 2;
/** More repetitions than these were missed in one go: nobody reads a longer list. */
const MOST_OCCURRENCES = 60;
/** A reminder of once is looked for from then on: whether it has been said is decided elsewhere. */
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

export const weeklyDigest: Source = ({ id, zone, quiet, digestDay, digestHour }, _, { from, now }) => {
  const spread = { minutes: spreadMinutes(id, DIGEST_SPREAD_MINUTES) };
  const weekly = { weekday: digestDay, hour: digestHour };
  const nudges: Nudge[] = [];
  let ahead = 0;
  // From two days before, because quiet hours and another message may move one that far.
  for (const { day, at } of weeklyAfter(from.subtract({ hours: 48 }), weekly, zone)) {
    const dueAt = afterQuietHours(at.add(spread), quiet, zone);
    const why = 'It is the hour that you chose for your week, and there is something to say.';
    const graceUntil = dueAt.add({ hours: GRACE_HOURS.digest });
    nudges.push({ kind: 'digest', subject: '', occurrence: day.toString(), dueAt, graceUntil, why, again: true });
    if (Temporal.Instant.compare(dueAt, now) > 0) ahead++;
    if (ahead === AHEAD) break;
  }
  return nudges.slice(-MOST_OCCURRENCES);
};

/** They come at the hour that was asked for, quiet or not. */
export const ownReminders: Source = ({ zone }, { reminders }, span) =>
  reminders.filter(({ state }) => state === 'open').flatMap(reminder => occurrences(reminder, span, zone));

function occurrences(reminder: OwnReminder, { from, now }: Span, zone: string): Nudge[] {
  if (reminder.rule === null) return reminderNudge(reminder, nextOccurrence(reminder, LONG_AGO, zone));
  const nudges: Nudge[] = [];
  let after = from.subtract({ nanoseconds: 1 });
  for (let ahead = 0; ahead < AHEAD; ) {
    const next = nextOccurrence(reminder, after, zone);
    if (!next) break;
    after = next.at;
    if (Temporal.Instant.compare(after, now) > 0) ahead++;
    nudges.push(...reminderNudge(reminder, next));
  }
  return nudges.slice(-MOST_OCCURRENCES);
}

function reminderNudge(reminder: OwnReminder, next: Occurrence | undefined): Nudge[] {
  if (!next) return [];
  const nudge: Nudge = {
    kind: reminder.about ? 'snoozed' : 'reminder',
    subject: reminder.id,
    occurrence: next.local.toString(),
    dueAt: next.at,
    graceUntil: next.at.add({ hours: GRACE_HOURS.reminder }),
    why: whyReminder(reminder),
  };
  return [reminder.rule === null ? nudge : { ...nudge, again: true }];
}

function whyReminder({ at, rule, about }: OwnReminder): string {
  if (about) return 'You asked for it again at this time.';
  return rule ? `You asked for it ${describeRule({ at, rule })}.` : 'You asked for it at this time.';
}
