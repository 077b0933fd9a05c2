import ical from 'ical-generator';
import { interviewKinds } from '../domain/vocabulary.ts';
import { type NotebookData, namer } from './notebookData.ts';

/** Interviews, offers to answer and open reminders as a calendar file, in UTC, so that every calendar shows them right. */
export function calendarFile({ interviews, offers, reminders, programs }: NotebookData, now: Temporal.Instant): string {
  const name = namer(programs);
  const calendar = ical({ name: 'Backchannel', prodId: { company: 'Backchannel', product: 'Backchannel' } });
  const stamp = new Date(now.epochMilliseconds);
  const add = (id: string, summary: string, start: Temporal.Instant, hours: number, repeating?: string) =>
    calendar.createEvent({
      id,
      stamp,
      summary,
      start: new Date(start.epochMilliseconds),
      end: new Date(start.add({ minutes: hours * 60 }).epochMilliseconds),
      ...(repeating && { repeating: `RRULE:${repeating}` }),
    });

  for (const { id, programId, kind, day, time, zone } of interviews)
    add(
      id,
      `${interviewKinds[kind].label}: ${name(programId)}`,
      day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant(),
      1,
    );
  for (const { id, programId, replyBy, state } of offers)
    if (replyBy && state === 'open') add(id, `Answer ${name(programId)}`, replyBy, 0);
  for (const { id, text, at, zone, rule, state } of reminders)
    if (state === 'open') add(id, text, at.toZonedDateTime(zone).toInstant(), 0, rule ?? undefined);
  return calendar.toString();
}
