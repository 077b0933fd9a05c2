import { defendersDue, quietSpells } from '../followUps/cadence.ts';
import { openLooseEnds } from '../followUps/looseEnds.ts';
import { planInterview } from '../programs/interviews.ts';
import { afterAccepting } from '../programs/offers.ts';
import { phaseOn } from '../season/season.ts';
import {
  afterQuietHours,
  beforeQuietHours,
  formatMoment,
  formatShortDay,
  isQuiet,
  type QuietHours,
} from '../time/localTime.ts';
import { interviewKinds } from '../vocabulary.ts';
import type { Source } from './nudgeFacts.ts';
import type { Nudge } from './nudgeKinds.ts';
import { ownReminders, weeklyDigest } from './nudgeRepeats.ts';

/** Hours after its time in which a word to a defender may still be suggested, marked late. */
const DEFENDER_HOURS = 48;
/** Hours before an offer expires. */
const OFFER_HOURS = [48, 12] as const;
/** Days before the withdrawal deadline. */
const WITHDRAWAL_DAYS = [7, 1] as const;
/** Days before an interview on which a loose end with somebody there is said: early enough to mend it. */
const LOOSE_END_DAYS = 2;
const EVENING = new Temporal.PlainTime(18);
/** What is asked as of then has not come yet: which moments are past is decided for all kinds in one place. */
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

/** Everything that could be said to a member, at its own moment, whether they want that kind or not. */
export const momentsOf: Source = (...asked) => sources.flatMap(source => source(...asked));

const aroundInterviews: Source = ({ zone, quiet, applicantType }, { interviews, programs }) =>
  interviews.flatMap(interview => {
    const program = programs.find(({ id }) => id === interview.programId);
    if (!program) return [];
    const type = applicantType ?? 'graduate';
    const plan = planInterview({ interview, program, applicantType: type, zone, quiet, now: LONG_AGO });
    const { start, eve, dayAfter, followUp } = plan;
    const about = { subject: interview.id, occurrence: `${interview.day}T${interview.time}` };
    const label = interviewKinds[interview.kind].label;
    const nudges: Nudge[] = [];
    if (eve.state === 'later')
      nudges.push({
        kind: 'eve',
        ...about,
        dueAt: eve.at,
        graceUntil: start,
        why: `Your ${label} is the next day. ${eve.reason}`,
      });
    if (dayAfter.state === 'later' && followUp.fit !== 'none')
      nudges.push({
        kind: 'day-after',
        ...about,
        dueAt: dayAfter.at,
        graceUntil: start.add({ hours: 48 }),
        why: `A note within a day or two is the time for it. ${dayAfter.reason}`,
      });
    return nudges;
  });

const beforeOffersEnd: Source = ({ zone, quiet }, { offers }) =>
  offers.flatMap(({ id, state, replyBy }) => {
    if (state !== 'open' || !replyBy) return [];
    return OFFER_HOURS.map((hours): Nudge => {
      const { dueAt, moved } = ahead(replyBy.subtract({ hours }), quiet, zone);
      const why = `An offer wants an answer by ${formatMoment(replyBy, zone)}, and this is ${hours} hours before it${moved}.`;
      return { kind: 'offer', subject: id, occurrence: `${hours}h ${replyBy}`, dueAt, graceUntil: replyBy, why };
    });
  });

const beforeWithdrawal: Source = ({ zone, quiet, applicantType }, { offers, recent }, { now }, rules) => {
  const isOver = (id: string) =>
    recent.some(({ kind, subject, done }) => kind === 'withdrawal' && subject === id && done);
  const accepted = offers.find(({ id, state }) => state === 'accepted' && !isOver(id));
  if (!accepted) return [];
  const { deadline } = afterAccepting(applicantType ?? 'graduate', now, rules);
  if (!(deadline?.when instanceof Temporal.ZonedDateTime)) return [];
  const end = deadline.when.toInstant();
  const day = end.toZonedDateTimeISO(zone).toPlainDate();
  return WITHDRAWAL_DAYS.map((days): Nudge => {
    const { dueAt, moved } = ahead(evening(day.subtract({ days }), zone), quiet, zone);
    const why = `You accepted an offer, and the deadline to withdraw from the Match is ${formatMoment(end, zone)} (${deadline.label})${moved}.`;
    return { kind: 'withdrawal', subject: accepted.id, occurrence: `${days}d ${day}`, dueAt, graceUntil: end, why };
  });
};

const beforeMeetings: Source = ({ zone, quiet }, facts, { from }) => {
  if (facts.looseEnds.length === 0) return [];
  const { open } = openLooseEnds(facts, localDay(from, zone));
  return open.flatMap(({ looseEnd, before }): Nudge[] => {
    if (!before) return [];
    const { interview } = before;
    const start = interview.day.toZonedDateTime({ timeZone: interview.zone, plainTime: interview.time }).toInstant();
    const day = localDay(start, zone);
    const dueAt = afterQuietHours(evening(day.subtract({ days: LOOSE_END_DAYS }), zone), quiet, zone);
    const why = `A loose end is open with somebody where you have an interview on ${formatShortDay(day)}: this leaves two days to close it.`;
    return [
      { kind: 'loose-end', subject: looseEnd.id, occurrence: `${interview.id} ${day}`, dueAt, graceUntil: start, why },
    ];
  });
};

const defendersDueAWord: Source = ({ zone, quiet }, { defenders }, { from }, rules) => {
  if (defenders.length === 0) return [];
  const today = localDay(from, zone);
  const phase = phaseOn(today, rules).id;
  return defendersDue(defenders, today, phase).defenders.map(({ contactId, dueOn }): Nudge => {
    const dueAt = afterQuietHours(evening(dueOn, zone), quiet, zone);
    const why = `A defender has gone ${quietSpells[phase].days} days without a word from you: ${quietSpells[phase].why}.`;
    const graceUntil = dueAt.add({ hours: DEFENDER_HOURS });
    return { kind: 'defender', subject: contactId, occurrence: dueOn.toString(), dueAt, graceUntil, why };
  });
};

/** Hours in which it may be said that something cannot be read. */
const UNREADABLE_HOURS = 7 * 24;

/** One broken row costs its owner one message. Who asked for nothing but reminders hears of no other rows. */
const whatCannotBeRead: Source = ({ zone, quiet, remind }, { unreadable }, { now }) =>
  unreadable
    .filter(({ model }) => model === 'Reminder' || remind !== 'nothing')
    .map(({ model, id }): Nudge => {
      const dueAt = afterQuietHours(now, quiet, zone);
      const graceUntil = dueAt.add({ hours: UNREADABLE_HOURS });
      const why = 'Something that you wrote down cannot be read any more, so nothing comes about it.';
      return { kind: 'unreadable', subject: `${model} ${id}`, occurrence: '', dueAt, graceUntil, why };
    });

const sources: Source[] = [
  aroundInterviews,
  beforeOffersEnd,
  beforeWithdrawal,
  beforeMeetings,
  defendersDueAWord,
  weeklyDigest,
  ownReminders,
  whatCannotBeRead,
];

/** A deadline's moment, before the quiet hours that it would fall into, and how to say that. */
function ahead(moment: Temporal.Instant, quiet: QuietHours, zone: string) {
  const moved = isQuiet(moment, quiet, zone) ? ', moved to just before your quiet hours' : '';
  return { dueAt: beforeQuietHours(moment, quiet, zone), moved };
}

const evening = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: EVENING }).toInstant();
export const localDay = (moment: Temporal.Instant, zone: string): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(zone).toPlainDate();
