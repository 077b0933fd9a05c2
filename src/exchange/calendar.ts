import ical from 'ical-generator';
import { interviewKinds } from '../domain/vocabulary.ts';
import { type NotebookData, namer } from './notebookData.ts';
import { timeZoneText } from './timeZone.ts';

/**
 * Interviews, what is to be answered and open reminders as a calendar file. What happens once is said in UTC, so that every
 * calendar shows it right; what repeats is said in its zone, where it keeps its hour when the clocks change.
 */
export function calendarFile(
  { interviews, invitations, offers, reminders, programs }: NotebookData,
  now: Temporal.Instant,
): string {
  const name = namer(programs);
  const open = reminders.filter(({ state }) => state === 'open');
  const first = open
    .map(({ at }) => at.toPlainDate())
    .reduce(
      (one, other) => (Temporal.PlainDate.compare(one, other) < 0 ? one : other),
      now.toZonedDateTimeISO('UTC').toPlainDate(),
    );
  const calendar = ical({
    name: 'Backchannel',
    prodId: { company: 'Backchannel', product: 'Backchannel' },
    timezone: { name: null, generator: zone => timeZoneText(zone, first) },
  });

  for (const { id, programId, kind, day, time, zone, minutes } of interviews) {
    const start = day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
    const summary = `${interviewKinds[kind].label}: ${name(programId)}`;
    calendar.createEvent({ id, stamp: now, summary, start, end: start.add({ minutes: minutes ?? 60 }) });
  }
  for (const { id, programId, replyBy, state } of [...invitations, ...offers])
    if (replyBy && state === 'open')
      calendar.createEvent({ id, stamp: now, summary: `Answer ${name(programId)}`, start: replyBy });
  for (const { id, text, at, zone, rule } of open)
    calendar.createEvent({
      id,
      stamp: now,
      summary: text,
      ...(rule === null
        ? { start: at.toZonedDateTime(zone).toInstant() }
        : { start: at, timezone: zone.replace(':', ''), repeating: `RRULE:${rule}` }),
    });
  return calendar.toString();
}
