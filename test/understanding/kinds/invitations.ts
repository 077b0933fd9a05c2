import { type InvitationRead, readInvitation } from '../../../src/domain/programs/invitationText.ts';
import { corpus, type Kind } from '../kind.ts';

/** Friday, November 27, 2026, 10 AM in Chicago. */
const now = Temporal.Instant.from('2026-11-27T10:00-06:00');
const zone = 'America/Chicago';
const programs = ['Mercy', 'Lakeside IM', 'St. Mary West'];

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });
const words = (...parts: (string | null | false | undefined)[]) => parts.filter(Boolean).join(' ');

function sayMeeting({ day, time, minutes, zone: place }: NonNullable<InvitationRead['meeting']>): string {
  const hours = time && `${clock(time)}${minutes ? `-${clock(time.add({ minutes }))}` : ''}`;
  return words(day.toString(), hours, place);
}

function sayBy(by: InvitationRead['by']): string {
  if (!by) return '-';
  if (by.hours !== undefined) return `in ${by.hours} hours`;
  return words(by.day.toString(), by.time && clock(by.time), by.time && by.zone);
}

const write = ({ kind, program, meeting, others, by }: InvitationRead): string =>
  [
    kind,
    program ?? '-',
    meeting ? sayMeeting(meeting) : '-',
    sayBy(by),
    ...others.map(one => `${one.kind} ${sayMeeting(one)}`),
  ].join(' | ');

/** Mail of programs: what it says; what it says that was not understood makes a question of it. */
export const invitations: Kind = {
  name: 'invitations',
  cases: corpus('invitations'),
  bar: 0.85,
  read({ said }) {
    const reading = readInvitation(said, { now, zone, programs });
    if (reading.outcome !== 'understood') return reading.outcome;
    const { unread, program, meeting } = reading.value;
    // A program or an hour that is not said is asked by the form.
    const isOpen = unread.length > 0 || program === null || meeting?.time === null;
    return isOpen ? 'asked' : { understood: write(reading.value) };
  },
};
