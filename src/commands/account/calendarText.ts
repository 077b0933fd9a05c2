import { createHash } from 'node:crypto';
import type { Content } from '../../content/types.ts';
import type { Store } from '../../core/ports/store.ts';
import { certifyBy, isCertified, rankedOf } from '../../domain/programs/rankList.ts';
import { trackRules } from '../../domain/season/track.ts';
import { calendarFeed } from '../../exchange/calendarFeed.ts';

/** A calendar as it is given to a phone. */
export interface CalendarText {
  text: string;
  /** The same as long as the calendar is. */
  digest: string;
  /** Since when it is as it is, in whole seconds. */
  changedAt: Temporal.Instant;
}

interface Surroundings {
  store: Pick<Store, 'openCalendar' | 'notebook'>;
  content: Content;
  now: Temporal.Instant;
}

/** The calendar that a secret opens, from fresh data; undefined where it opens none. */
export async function calendarText(
  secret: string,
  { store, content, now }: Surroundings,
): Promise<CalendarText | undefined> {
  const opened = await store.openCalendar(secret);
  if (!opened) return undefined;
  const { user, account, track, given } = opened;
  const notebook = store.notebook({ account, requestId: 'calendar', now });
  const [interviews, invitations, offers, programs] = await Promise.all([
    notebook.interviews.all(),
    notebook.invitations.all(),
    notebook.offers.all(),
    notebook.programs.all(),
  ]);
  const zone = user.zone ?? 'UTC';
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const certifies = rankedOf(programs).length > 0 && !isCertified(user.certifiedOn, today);
  const by = certifies
    ? certifyBy(user.certifyBy, { now, zone, rules: trackRules(content.season, track) })?.day
    : undefined;
  const dates = { interviews, invitations, offers, certifyBy: by };
  // Of what is the same at any time, so that it changes with the dates alone.
  const timeless = calendarFeed(dates, now, Temporal.Instant.fromEpochMilliseconds(0));
  const digest = createHash('sha256').update(timeless).digest('base64url');
  const changedAt = await given(digest, now);
  return { text: calendarFeed(dates, now, changedAt), digest, changedAt };
}
