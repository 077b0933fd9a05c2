import type { Track } from '../../domain/season/track.ts';
import type { Account, User } from './users.ts';

/** The address of one person's own dates, for the calendar of their phone. Of its secret a digest is kept alone. */
export interface CalendarFeed {
  /** When the address that works now was made; null where there is none. */
  since(): Promise<Temporal.Instant | null>;
  /** The secret part of a new address, shown once; the one before is dead from then on. */
  issue(): Promise<string>;
  /** False where there was none. */
  revoke(): Promise<boolean>;
}

/** What a right secret opens. */
export interface OpenCalendar {
  user: User;
  account: Account;
  track: Track;
  /** Says what is given now. @returns since when it is what was given before */
  given(digest: string, now: Temporal.Instant): Promise<Temporal.Instant>;
}

/** Random bits of a secret, as base64url. */
export const SECRET_BYTES = 32;

/** Where a calendar is asked for, below the bot's public address. */
export const CALENDAR_PATH = '/calendar/';

export const calendarAddress = (site: string, secret: string): string => `${site}${CALENDAR_PATH}${secret}.ics`;
