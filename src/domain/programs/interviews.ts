import { columnFor } from '../bucket/bucketWords.ts';
import type { Interview, ProgramFacts } from '../notebook.ts';
import { clocksDiffer, formatBoth } from '../time/bothClocks.ts';
import type { QuietHours } from '../time/localTime.ts';
import { afterQuietHours, beforeQuietHours, formatMoment, isQuiet } from '../time/localTime.ts';
import type { ApplicantType, InterviewKind, ThankYou } from '../vocabulary.ts';
import { interviewKinds } from '../vocabulary.ts';

/** The hour of an eve and of a day-after on the member's clock: one hour for both, so that two of them can merge. */
const EVENING = new Temporal.PlainTime(18);
/** How long after it a follow-up still makes sense, counted from the start. */
const FOLLOW_UP_HOURS = 48;

/** `later`: send it `at`. `now`: its moment has passed, so say it at once. `over`: there is nothing to say any more. */
type Moment = { state: 'later'; at: Temporal.Instant; reason: string } | { state: 'now' | 'over'; reason: string };

/** `look-first`: find out what the program says about notes. */
type FollowUpFit = 'fits' | 'look-first' | 'none' | 'sent';

interface FollowUp {
  fit: FollowUpFit;
  reason: string;
  /** The piece of advice about it. */
  advice: string;
}

export interface InterviewAsked {
  interview: Interview;
  program: Pick<ProgramFacts, 'name' | 'market' | 'thankYou'>;
  applicantType: ApplicantType;
  /** The member's own. */
  zone: string;
  quiet: QuietHours;
  now: Temporal.Instant;
}

export interface InterviewPlan {
  start: Temporal.Instant;
  /** The start on the program's clock and, where it differs, on the member's. */
  when: string;
  clocksDiffer: boolean;
  eve: Moment & { tip: string; advice: string };
  dayAfter: Moment;
  followUp: FollowUp & {
    /** Whether the line about an early offer may be in it: outside the Match, to somebody who may accept one. */
    earlyOfferLine: boolean;
  };
}

/** What to watch, said on the eve. */
const eveTips: Record<InterviewKind, { tip: string; advice: string }> = {
  interview: { tip: 'Look up who you may meet, and who knows who. Then sleep.', advice: 'during-interview-season' },
  social: {
    tip: 'Nothing there is off the record. Learn two names, and let others finish.',
    advice: 'someone-is-always-watching',
  },
  'second-visit': {
    tip: 'A program may not require it. Go to see what you still want to know, and be as you were.',
    advice: 'what-programs-may-not-ask',
  },
};

const followUps: Record<ThankYou, FollowUp> = {
  welcome: {
    fit: 'fits',
    reason: 'The program welcomes notes. Four or five lines within a day are enough.',
    advice: 'follow-up-briefly',
  },
  'not-welcome': {
    fit: 'none',
    reason: 'The program asks for no notes. Doing as they ask is good manners.',
    advice: 'thank-you-notes',
  },
  unknown: {
    fit: 'look-first',
    reason: 'What the program says about notes is not known. Look it up first; sending none is a fair choice too.',
    advice: 'thank-you-notes',
  },
};

/** The moments around a meeting with a program, on the member's clock, and whether a follow-up fits. */
export function planInterview(asked: InterviewAsked): InterviewPlan {
  const { interview, program, applicantType, zone } = asked;
  const { day, time, kind } = interview;
  const start = day.toZonedDateTime({ timeZone: interview.zone, plainTime: time }).toInstant();
  const followUp = followUpFor(interview, program.thankYou);
  const earlyOfferLine = followUp.fit === 'fits' && columnFor(applicantType, program.market ?? 'unknown') === 'early';
  return {
    start,
    when: formatBoth(start, interview.zone, zone),
    clocksDiffer: clocksDiffer(start, interview.zone, zone),
    eve: { ...eveOf(start, asked), ...eveTips[kind] },
    dayAfter: dayAfterOf(start, followUp.fit, asked),
    followUp: { ...followUp, earlyOfferLine },
  };
}

function eveOf(start: Temporal.Instant, { interview, zone, quiet, now }: InterviewAsked): Moment {
  if (Temporal.Instant.compare(start, now) <= 0)
    return { state: 'over', reason: `The ${interviewKinds[interview.kind].label} has begun.` };
  const evening = eveningFrom(start, -1, zone);
  const at = beforeQuietHours(evening, quiet, zone);
  if (Temporal.Instant.compare(at, now) <= 0)
    return {
      state: 'now',
      reason: `The evening before has come already (${formatMoment(at, zone)}), so it is said now.`,
    };
  const moved = isQuiet(evening, quiet, zone) ? ', moved to just before your quiet hours' : '';
  return { state: 'later', at, reason: `The evening before, on your clock${moved}: ${formatMoment(at, zone)}.` };
}

function dayAfterOf(start: Temporal.Instant, fit: FollowUpFit, { zone, quiet, now }: InterviewAsked): Moment {
  if (fit === 'sent') return { state: 'over', reason: 'Your follow-up is sent.' };
  const evening = eveningFrom(start, 1, zone);
  const before = beforeQuietHours(evening, quiet, zone);
  // Where nearly the whole day is quiet, the last loud minute may lie before the start.
  const at = Temporal.Instant.compare(before, start) > 0 ? before : afterQuietHours(evening, quiet, zone);
  if (Temporal.Instant.compare(at, now) > 0) {
    const moved = at.equals(evening) ? '' : ', moved out of your quiet hours';
    return { state: 'later', at, reason: `The day after, on your clock${moved}: ${formatMoment(at, zone)}.` };
  }
  if (Temporal.Instant.compare(start.add({ hours: FOLLOW_UP_HOURS }), now) > 0)
    return { state: 'now', reason: 'The day after has come already, and it is not too late, so it is said now.' };
  return { state: 'over', reason: 'It is more than two days ago. A late note helps less than none.' };
}

const sent: FollowUp = {
  fit: 'sent',
  reason: 'One note is enough. If they stay silent, leave it there.',
  advice: 'follow-up-briefly',
};
const afterASocial: FollowUp = {
  fit: 'none',
  reason: 'A social needs no note. Write down the names while you have them.',
  advice: 'someone-is-always-watching',
};

function followUpFor({ kind, followUpSentOn }: Interview, thankYou: ThankYou): FollowUp {
  if (followUpSentOn) return sent;
  return kind === 'social' ? afterASocial : followUps[thankYou];
}

/** 6 PM on the member's clock, so many days from the local day of the start. */
function eveningFrom(start: Temporal.Instant, days: number, zone: string): Temporal.Instant {
  const day = start.toZonedDateTimeISO(zone).toPlainDate().add({ days });
  return day.toZonedDateTime({ timeZone: zone, plainTime: EVENING }).toInstant();
}
