import type { Settings } from '../../domain/entities/settings.ts';
import type { RemindLevel } from '../../domain/nudges/nudgeKinds.ts';
import type { Track } from '../../domain/season/track.ts';
import type { ChannelProblem, Platform } from './notifier.ts';

/** What may be sent unasked: nothing, only what a deadline or interview asks for, or the weekly digest too. */
export type Remind = RemindLevel;

/** The settings that belong to the person, whatever account they come by. */
export type Profile = Settings;

/** A person, whatever accounts they come by. */
export interface User extends Profile {
  id: string;
  /** When they first came. */
  since: Temporal.Instant;
}

/** One identity on one platform. `scope`: the Slack enterprise or team; '' on Discord and in the playground. */
export interface Identity {
  platform: Platform;
  scope: string;
  externalId: string;
}

export interface Account extends Identity {
  id: string;
  userId: string;
  /** The channel of the direct messages with the bot, once it was opened. */
  directChannel?: string;
}

/** A Slack workspace, a Discord server, or the playground's own. */
export interface Community {
  id: string;
  platform: Platform;
  externalId: string;
  name: string;
  zone: string | null;
  tips: TipsPlan | null;
  track: Track;
  paused: boolean;
  /** Why nothing can be posted in its channel: tips pause until they are set anew. */
  problem: ChannelProblem | null;
  /** On Discord: the role that the weekly tip pings. */
  pingRole: string | null;
  /** A line of the organizer's own, in the tip of this local day. */
  ownLine: { text: string; on: Temporal.PlainDate } | null;
  /** The local day whose tip is left out. */
  skipOn: Temporal.PlainDate | null;
}

/** What an organizer can change, as it is written down. */
export const communityChanges = {
  tips: {},
  paused: {},
  resumed: {},
  season: {},
  line: {},
  'no-line': {},
  skip: {},
  'no-skip': {},
  role: {},
  'no-role': {},
} as const;
export type CommunityChange = keyof typeof communityChanges;

export interface TipsPlan {
  /** The platform's own id. */
  channel: string;
  /** 1 Monday to 7 Sunday, and the local hour 0-23 in `zone`. */
  weekday: number;
  hour: number;
  zone: string;
}
