import type { Track } from '../../domain/season/track.ts';
import type { CalendarFeed, OpenCalendar } from './calendarFeed.ts';
import type { Ledger } from './ledger.ts';
import type { Linking } from './linking.ts';
import type { Notebook } from './notebook.ts';
import type { Platform } from './notifier.ts';
import type { Questions } from './questions.ts';
import type { SlackApps } from './slackApps.ts';
import type { Unanswered } from './unanswered.ts';
import type { Uploads } from './uploads.ts';
import type { Account, Community, CommunityChange, Identity, TipsPlan, User } from './users.ts';

/** The settings of one community: given to its organizers alone. */
export interface CommunitySettings {
  /** `tell`: the account that is told where the channel takes no tips any more. */
  planTips(plan: TipsPlan, tell?: string, moved?: MovedTo): Promise<Community>;
  pause(paused: boolean): Promise<Community>;
  /** What is given changes. Tips are posted at the same hours: which one depends on the track. */
  keepTrack(change: { [K in keyof Track]?: Track[K] | undefined }): Promise<Community>;
  /** What is given changes; the day is the one whose tip it is about. */
  keepNext(change: { ownLine?: Community['ownLine']; skipOn?: Temporal.PlainDate | null }): Promise<Community>;
  keepPingRole(role: string | null): Promise<Community>;
  /** How many use the bot from here; nothing in the community's first week. */
  counts(): Promise<Counts | null>;
  /** The latest changes, the newest first. */
  changes(): Promise<{ what: CommunityChange; at: Temporal.Instant; by: Identity | null }[]>;
}

/** The days of the next tip, by a new plan, where something waits for it. */
export interface MovedTo {
  ownLineOn?: Temporal.PlainDate;
  skipOn?: Temporal.PlainDate;
}

/** Each null where it would be fewer than five: a small number says who. */
export interface Counts {
  members: number | null;
  /** Those of them who have logged somebody. */
  logged: number | null;
}

export interface Arrival {
  account: Account;
  user: User;
  community: Community | null;
  /** The community's, or of the one that this person was seen in last. */
  track: Track;
  isOrganizer: boolean;
  /** Whether the ledger has something that did not reach them, and that they were not told. */
  hasUnseenFailures: boolean;
  /** Of the user's notebook, raised with each write. */
  revision: number;
}

/** Everything that is kept. */
export interface Store {
  /**
   * The account, user and community of a request, made on their first arrival. A user's zone comes from `zone`
   * only while they have none of their own.
   */
  arrive(
    who: Identity,
    where: { externalId: string; name: string; zone?: string } | null,
    now: Temporal.Instant,
    zone?: string,
  ): Promise<Arrival>;
  /** Whether one of these accounts is there. Makes none. */
  knows(who: Identity[]): Promise<boolean>;
  /** @param request `revision`: as it was on arrival; what was read for an earlier request at that revision is given again */
  notebook(request: { account: Account; requestId: string; now: Temporal.Instant; revision?: number }): Notebook;
  /** `by`: the account that changes them. */
  communitySettings(communityId: string, now: Temporal.Instant, by?: string): CommunitySettings;
  makeOrganizer(communityId: string, accountId: string): Promise<void>;
  hasOrganizer(platform: Platform, externalId: string): Promise<boolean>;
  linking(account: Account, now: Temporal.Instant): Linking;
  /** The address of this person's calendar. */
  calendarFeed(account: Account, now: Temporal.Instant): CalendarFeed;
  /** Whose calendar a secret opens; undefined where it opens none, whatever the reason. */
  openCalendar(secret: string): Promise<OpenCalendar | undefined>;
  ledger: Ledger;
  uploads: Uploads;
  slackApps: SlackApps;
  unanswered: Unanswered;
  questions: Questions;
  /** The bot was removed from a community: nothing is sent there, and after 30 days, or as many as are set, what it kept is purged. */
  leave(platform: Platform, externalId: string, now: Temporal.Instant): Promise<void>;
  /** It is in these communities (again): everything is found as it was. `all`: and it was removed from every other. */
  comeBack(platform: Platform, externalIds: string[], now: Temporal.Instant, all?: boolean): Promise<void>;
  /** Whether this lane is this bot's to send in: see `Presence`. */
  leaseLane(lane: string, owner: string, now: Temporal.Instant): Promise<boolean>;
  keepDirectChannel(who: Identity, channel: string): Promise<void>;
  close(): Promise<void>;
}
