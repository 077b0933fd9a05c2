import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

/** A post in a community's channel. */
export interface PostEvent {
  at: Temporal.Instant;
  title: string;
  body: string;
}

/** How long a post stands in a calendar, in minutes: nothing is shown that has no length. */
const SHOWN_MINUTES = 15;

/** A community's posts as a calendar file, each at its moment with its words. */
export function postsCalendar(posts: readonly PostEvent[], now: Temporal.Instant): string {
  const calendar = ical({
    name: 'Backchannel posts',
    prodId: { company: 'Backchannel', product: 'Backchannel' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { at, title, body } of posts)
    calendar.createEvent({
      ...{ id: `post-${at.epochMilliseconds}@backchannel`, stamp: now, summary: `Backchannel: ${title}` },
      ...{ start: at, end: at.add({ minutes: SHOWN_MINUTES }), description: body },
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}
