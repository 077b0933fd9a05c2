import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Interview, Invitation, Offer } from '../domain/notebook.ts';
import { interviewKinds } from '../domain/vocabulary.ts';

/** What somebody's phone shows of their dates. */
export interface FeedDates {
  interviews: readonly Interview[];
  invitations: readonly Invitation[];
  offers: readonly Offer[];
  /** By when their rank list is to be certified, where there is one. */
  certifyBy?: Temporal.PlainDate | undefined;
}

/** So many are given, the soonest first: far above a season, and never a long answer. */
const MOST_EVENTS = 300;
/** What is over goes after so many hours. */
const KEPT_HOURS = 30 * 24;
/** Seconds after which a calendar is asked to look again. */
const REFRESH_SECONDS = 60 * 60;
/** How long what is to be answered stands before its time, in minutes: nothing is shown that has no length. */
const ANSWER_MINUTES = 30;
const USUAL_MINUTES = 60;

interface Shown {
  id: string;
  summary: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
  /** It takes no time of the day. */
  free?: true;
}

/**
 * One's own interviews and deadlines as a calendar that a phone looks at again and again. Titles say what each is and
 * never where. Everything is in UTC, which every calendar shows on its own clock.
 * @param stamp since when it is as it is
 */
export function calendarFeed(dates: FeedDates, now: Temporal.Instant, stamp: Temporal.Instant): string {
  const calendar = ical({
    name: 'Backchannel',
    prodId: { company: 'Backchannel', product: 'Backchannel' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  const since = now.subtract({ hours: KEPT_HOURS });
  const shown = [...dates.interviews.map(meeting), ...[...dates.invitations, ...dates.offers].flatMap(answer)]
    .filter(({ end }) => Temporal.Instant.compare(end, since) >= 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))
    .slice(0, MOST_EVENTS);
  for (const { id, summary, start, end, free } of shown)
    calendar.createEvent({
      ...{ id: `${id}@backchannel`, stamp, summary: `Backchannel: ${summary}`, start, end },
      ...(free && { transparency: ICalEventTransparency.TRANSPARENT }),
    });
  if (dates.certifyBy)
    calendar.createEvent({
      ...{ id: 'certify@backchannel', stamp, summary: 'Backchannel: certify', start: dates.certifyBy, allDay: true },
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}

function meeting({ id, kind, day, time, zone, minutes }: Interview): Shown {
  const start = day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
  const end = start.add({ minutes: minutes ?? USUAL_MINUTES });
  return { id, summary: interviewKinds[kind].label.toLowerCase(), start, end };
}

function answer({ id, replyBy, state }: Invitation | Offer): Shown[] {
  if (!replyBy || state !== 'open') return [];
  return [
    { id, summary: 'answer due', start: replyBy.subtract({ minutes: ANSWER_MINUTES }), end: replyBy, free: true },
  ];
}
