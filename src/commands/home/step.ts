import type { Button } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Check } from '../../core/ports/notebook.ts';
import type { Cadence } from '../../domain/followUps/cadence.ts';
import type { OpenEnds } from '../../domain/followUps/looseEnds.ts';
import { isGuess, officialDates, sayOfficialDate } from '../../domain/season/officialDates.ts';
import { cycleOf, dayOf, phaseOn, youNow } from '../../domain/season/season.ts';
import { formatMoment, formatShortDay } from '../../domain/time/localTime.ts';
import { timeLeft } from '../../domain/time/timeLeft.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { sentence } from '../people/looseEndCards.ts';
import type { OfferAlarm } from '../programs/offerAlarm.ts';
import { itemCall } from '../programs/programItems.ts';
import type { Ahead } from '../sending/agenda.ts';
import { updateCall } from '../sending/week.ts';
import { firstMove } from '../standing/bucketResult.ts';
import { firstStep, mainButtons } from '../standing/bucketSteps.ts';

/** The one thing to do, and the button that does it. */
export interface Step {
  answer: string;
  button: Button;
  /** The id of what is ahead that it is about: that is said once. */
  about?: string;
}

/** What Home knows of a person. */
export interface State {
  people: number;
  checks: readonly Check[];
  cadence: Cadence;
  ends: OpenEnds;
  ahead: readonly Ahead[];
  /** An accepted offer of which something is to be put in writing or found out first. */
  alarm: OfferAlarm | undefined;
}

/** Most urgent first: an offer that was accepted and may not stand, what runs out, then the self-check's first move, then what is due. */
export async function nextStep(state: State, context: Context): Promise<Step> {
  const { alarm } = state;
  if (alarm) return { answer: [alarm.line, ...alarm.steps.slice(0, 1)].join(' '), button: alarm.button };
  return urgentStep(state, context) ?? (await selfCheckStep(state, context)) ?? dueStep(state, context);
}

/** What is to be answered is said so many days ahead, and so is an official deadline. */
const RUNS_OUT = { days: 7 };
/** An official day by which something is to be done, and not only to be known. */
const DEADLINES: ReadonlySet<string> = new Set(['registration-deadline', 'rank-deadline']);

function urgentStep({ ahead, ends }: State, context: Context): Step | undefined {
  const { today, zone } = context;
  const within = (day: Temporal.PlainDate, days: number) =>
    Temporal.PlainDate.compare(day, today.add({ days })) <= 0 && Temporal.PlainDate.compare(day, today) >= 0;
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const next = ahead.find(({ kind, at }) => within(local(at), kind === 'interview' ? 1 : RUNS_OUT.days));
  if (next) return next.kind === 'interview' ? meetingStep(next, ends, context) : answerStep(next, ahead, context);
  const official = officialNear(context, within);
  if (official) return official;
  const [end] = ends.open;
  const isNear = end?.before ? within(end.before.interview.day, RUNS_OUT.days) : end?.dueOn && within(end.dueOn, 1);
  if (!end || !(isNear || end.overdue)) return undefined;
  return {
    ...(end.before && { about: end.before.interview.id }),
    answer: `${sentence(end.looseEnd, end.person?.name)} ${end.before ? `Before ${meeting(end.before.interview.kind)} at ${end.before.program.name}, ${formatShortDay(end.before.interview.day)}.` : end.reason}`,
    button: { label: 'Open the loose end', call: call('loose-ends', { id: end.looseEnd.id }) },
  };
}

const meeting = (kind: keyof typeof interviewKinds): string => `the ${interviewKinds[kind].label}`;

const answerStep = (one: Ahead, ahead: readonly Ahead[], { now, zone }: Context): Step => ({
  about: one.id,
  answer: `Answer ${one.program} by ${formatMoment(one.at, one.place)}, in ${timeLeft(now, one.at)}.${sameDay(one, ahead, zone)}`,
  button:
    one.kind === 'offer'
      ? { label: 'What to check', call: itemCall('offer', one.id) }
      : { label: 'Answer it', call: itemCall('invitation', one.id) },
});

/** What else is to be answered on that day, each by its name: several clocks are not one. */
function sameDay(one: Ahead, ahead: readonly Ahead[], zone: string): string {
  const day = ({ at }: Ahead) => at.toZonedDateTimeISO(zone).toPlainDate();
  const others = ahead.filter(other => other !== one && other.kind !== 'interview' && day(other).equals(day(one)));
  return others.length === 0
    ? ''
    : ` Also that day: ${list(
        others.map(({ program }) => program),
        3,
      )}.`;
}

/** With what is still open there, for that evening is the last one before it. */
function meetingStep({ id, name, program, at, place }: Ahead, ends: OpenEnds, { today, zone }: Context): Step {
  const when = at.toZonedDateTimeISO(zone).toPlainDate().equals(today) ? 'today' : 'tomorrow';
  const open = ends.open.find(({ before }) => before?.interview.id === id);
  const still = open ? ` Still open: ${sentence(open.looseEnd, open.person?.name)}` : '';
  return {
    about: id,
    answer: `${capital(name)} at ${program} ${when}: ${formatMoment(at, place)}.${still}`,
    button: { label: 'Get ready', call: itemCall('interview', id) },
  };
}

function officialNear(
  { season, today }: Context,
  within: (day: Temporal.PlainDate, days: number) => boolean,
): Step | undefined {
  const date = officialDates(cycleOf(today, season), season).find(
    one => DEADLINES.has(one.id) && !isGuess(one) && within(dayOf(one.when), RUNS_OUT.days),
  );
  return date && { answer: `${sayOfficialDate(date)}.`, button: { label: 'See the season', call: call('timeline') } };
}

async function selfCheckStep({ people, checks }: State, context: Context): Promise<Step | undefined> {
  if (people === 0)
    return {
      answer: 'Begin with one person who was on nights with you last month.',
      button: { label: 'Log the first person', call: formCall('log') },
    };
  if (checks.length === 0)
    return {
      answer: 'You have logged enough for a first self-check.',
      button: { label: 'See your bucket', call: call('bucket') },
    };
  const moving = await firstMove(context);
  const first = firstStep(moving);
  const [button] = mainButtons(moving);
  return first && button && { answer: first.text, button };
}

function dueStep({ cadence, ends }: State, { season, today, user }: Context): Step {
  const due = cadence.defenders.find(defender => defender.due);
  const [end] = ends.open;
  if (due)
    return {
      answer: `${capital(due.name)} is due a word.`,
      button: { label: buttonLabel(`Write to ${due.name}`), call: updateCall(due.name) },
    };
  if (end) return { answer: ends.answer, button: { label: 'See the list', call: call('loose-ends') } };
  if (!cadence.enough)
    return {
      answer: 'Name two or three people who would say yes right away.',
      button: { label: 'Name a defender', call: call('defenders') },
    };
  return {
    answer: youNow(phaseOn(today, season), user.applicantType),
    button: { label: 'Log someone', call: formCall('log') },
  };
}
