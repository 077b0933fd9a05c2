import { formatClock, weekdayName } from '../../time/localTime.ts';
import { type InterviewKind, interviewKinds } from '../../vocabulary.ts';
import { capital } from '../../words/sentences.ts';
import type { InvitationRead } from '../invitationText.ts';
import type { Meeting, Timed } from './meetings.ts';

const openings: Record<InvitationRead['kind'], string> = {
  invitation: 'You are invited to interview.',
  interview: 'Your interview is confirmed.',
  social: 'You are invited to a social.',
  'second-visit': 'Your second visit is confirmed.',
  offer: 'We offer you a position.',
  waitlist: 'You are on our waitlist.',
  rejection: 'We are unable to offer you an interview.',
};
const labels: Record<InterviewKind, string> = {
  interview: 'Interview date',
  social: capital(interviewKinds.social.label),
  'second-visit': 'Second visit',
};

/** What a mail says, as a mail of a few lines that is read as just that: it stands behind the tap that answers a question. */
export function sayMail({ kind, program, meeting, others, by, unread }: InvitationRead): string {
  const said = [
    openings[kind],
    program !== null && `Program: ${program}`,
    ...[...(meeting ? [meeting] : []), ...others].map(one => `${labels[one.kind]}: ${sayMeeting(one)}`),
    by && (by.hours === undefined ? `Respond by: ${sayTimed(by)}` : `Respond within ${by.hours} hours.`),
    ...unread.map(words => `${ALSO} ${words}`),
  ];
  return said.filter(Boolean).join('\n');
}

/** Begins a line about what was not understood. */
export const ALSO = 'Also said:';

const sayMeeting = (meeting: Meeting): string => {
  const { time, minutes } = meeting;
  return sayTimed(meeting, time && minutes ? ` to ${formatClock(time.add({ minutes }))}` : '');
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function sayTimed({ day, time, zone }: Timed, until = ''): string {
  const date = `${weekdayName(day.dayOfWeek)}, ${MONTHS[day.month - 1]} ${day.day}, ${day.year}`;
  return time ? `${date}, ${formatClock(time)}${until}${zone ? ` ${zone}` : ''}` : date;
}
