import type { Interview, ProgramFacts } from '../../notebook.ts';
import { planInterview } from '../../programs/interviews.ts';
import { interviewKinds } from '../../vocabulary.ts';
import type { Source } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { hasBegun, type NudgeRule } from './rule.ts';

/** What is asked as of then has not come yet: which moments are past is decided for all kinds in one place. */
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

/** Whether there is something to write down after it: a social is no day to judge a program by. */
const isToDebrief = ({ kind }: Interview, { debriefedOn }: Pick<ProgramFacts, 'debriefedOn'>): boolean =>
  kind !== 'social' && debriefedOn === null;

const moments: Source = ({ zone, quiet, applicantType }, { interviews, programs }) =>
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
    if (dayAfter.state === 'later' && (followUp.fit !== 'none' || isToDebrief(interview, program)))
      nudges.push({
        kind: 'day-after',
        ...about,
        dueAt: dayAfter.at,
        graceUntil: start.add({ hours: 48 }),
        why: `A note and a debrief belong to the day or two after it. ${dayAfter.reason}`,
      });
    return nudges;
  });

/** The evening before, and the day after. */
export const interviews: NudgeRule<'eve' | 'day-after'> = {
  moments,
  checks: {
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
      const program = facts.programs.find(({ id }) => id === interview.programId);
      if (program && isToDebrief(interview, program)) return undefined;
      if (interview.followUpSentOn) return 'the follow-up is sent';
      return program?.thankYou === 'not-welcome' ? 'the program takes no notes' : undefined;
    },
  },
};
