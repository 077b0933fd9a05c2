import type { NudgeKind, RemindLevel } from '../../domain/nudges/nudgeKinds.ts';
import type { Track } from '../../domain/season/track.ts';
import type { ApplicantType, Stage } from '../../domain/vocabulary.ts';
import type { ChannelProblem, Platform } from './notifier.ts';

/** What may be sent unasked: nothing, only what a deadline or interview asks for, or the weekly digest too. */
export type Remind = RemindLevel;

/** A person, whatever accounts they come by. */
export interface User {
  id: string;
  zone: string | null;
  stage: Stage | null;
  applicantType: ApplicantType | null;
  remind: Remind;
  /** 1 Monday to 7 Sunday, and the local hour 0-23. */
  digestDay: number;
  digestHour: number;
  /** Local hours 0-23 between which nothing is sent; the same twice: none. */
  quietFrom: number;
  quietTo: number;
  /** Kinds of messages that are turned off. */
  muted: NudgeKind[];
  /** The first local day on which messages come again. */
  pausedUntil: Temporal.PlainDate | null;
  /** Whether direct messages say what they are about, for everybody to see who sees the screen. */
  details: boolean;
  /** Whether the first-time steps were finished or declined. */
  welcomed: boolean;
}

export type Profile = Omit<User, 'id'>;

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
}

export interface TipsPlan {
  /** The platform's own id. */
  channel: string;
  /** 1 Monday to 7 Sunday, and the local hour 0-23 in `zone`. */
  weekday: number;
  hour: number;
  zone: string;
}
