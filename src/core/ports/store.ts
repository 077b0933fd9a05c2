import type { Track } from '../../domain/season/track.ts';
import type { Ledger } from './ledger.ts';
import type { Linking } from './linking.ts';
import type { Notebook } from './notebook.ts';
import type { Platform } from './notifier.ts';
import type { Questions } from './questions.ts';
import type { SlackApps } from './slackApps.ts';
import type { Unanswered } from './unanswered.ts';
import type { Uploads } from './uploads.ts';
import type { Account, Community, Identity, TipsPlan, User } from './users.ts';

/** The settings of one community: given to its organizers alone. */
export interface CommunitySettings {
  /** `by`: the account that is told where the channel takes no tips any more. */
  planTips(plan: TipsPlan, by?: string): Promise<Community>;
  pause(paused: boolean): Promise<Community>;
  /** What is given changes. Tips are posted at the same hours: which one depends on the track. */
  keepTrack(change: { [K in keyof Track]?: Track[K] | undefined }): Promise<Community>;
  /** Members who use the bot from here; null where it would be fewer than five. */
  countMembers(): Promise<number | null>;
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
  notebook(request: { account: Account; requestId: string; now: Temporal.Instant }): Notebook;
  communitySettings(communityId: string, now: Temporal.Instant): CommunitySettings;
  makeOrganizer(communityId: string, accountId: string): Promise<void>;
  hasOrganizer(platform: Platform, externalId: string): Promise<boolean>;
  linking(account: Account, now: Temporal.Instant): Linking;
  ledger: Ledger;
  uploads: Uploads;
  slackApps: SlackApps;
  unanswered: Unanswered;
  questions: Questions;
  /** The bot was removed from a community: nothing is sent there, and after 30 days what it kept is purged. */
  leave(platform: Platform, externalId: string, now: Temporal.Instant): Promise<void>;
  /** It is in these communities (again): everything is found as it was. `all`: and it was removed from every other. */
  comeBack(platform: Platform, externalIds: string[], now: Temporal.Instant, all?: boolean): Promise<void>;
  /** Whether this lane is this bot's to send in: see `Presence`. */
  leaseLane(lane: string, owner: string, now: Temporal.Instant): Promise<boolean>;
  keepDirectChannel(who: Identity, channel: string): Promise<void>;
  close(): Promise<void>;
}
