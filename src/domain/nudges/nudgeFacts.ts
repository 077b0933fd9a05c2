import type { Person } from '../bucket/voices.ts';
import type { DefenderWord } from '../followUps/cadence.ts';
import type { Interview, Invitation, LooseEnd, Offer, ProgramFacts } from '../notebook.ts';
import type { SeasonRules } from '../season/season.ts';
import type { QuietHours } from '../time/localTime.ts';
import type { Recurrence } from '../time/recurrence.ts';
import type { ApplicantType } from '../vocabulary.ts';
import { itemKey, type Nudge, type NudgeItem, type NudgeKind, type RemindLevel } from './nudgeKinds.ts';

/** Who is written to, and when they want that. */
export interface Recipient {
  id: string;
  /** When they first came. */
  since?: Temporal.Instant;
  zone: string;
  applicantType: ApplicantType | null;
  remind: RemindLevel;
  /** 1 Monday to 7 Sunday, and the local hour 0 to 23. */
  digestDay: number;
  digestHour: number;
  quiet: QuietHours;
  muted: readonly NudgeKind[];
  /** The first local day on which something is sent again. */
  pausedUntil: Temporal.PlainDate | null;
  /** By when they mean to certify their rank list, and when they said that they had. */
  certifyBy?: Temporal.PlainDate | null;
  certifiedOn?: Temporal.PlainDate | null;
}

/** A reminder of the member's own, or the second coming of what they snoozed. */
export interface OwnReminder extends Recurrence {
  id: string;
  state: 'open' | 'done' | 'cancelled';
  /** What was snoozed; null for a reminder in their own words. */
  about: readonly NudgeItem[] | null;
}

/** What a notebook holds that decides whether something is said. */
export interface NotebookFacts {
  interviews: readonly Interview[];
  programs: readonly Pick<ProgramFacts, 'id' | 'name' | 'market' | 'thankYou' | 'debriefedOn'>[];
  invitations: readonly Invitation[];
  offers: readonly Offer[];
  /** Open ones. */
  looseEnds: readonly LooseEnd[];
  /** Whom those are with. */
  people: readonly Person[];
  defenders: readonly DefenderWord[];
  reminders: readonly OwnReminder[];
  /** Programs on their rank list. */
  ranked: number;
  /** Entries of the last seven days. */
  logged: number;
  /** Rows that cannot be read: nothing comes about them. */
  unreadable: readonly UnreadableRow[];
}

/** A row by its model and id. */
export interface UnreadableRow {
  model: string;
  id: string;
}

/** All that decides what one member is sent, and when. */
export interface NudgeFacts extends NotebookFacts {
  /** What was planned in the last days, and whether it has been or will be sent. */
  recent: readonly (NudgeItem & { sent: boolean; done: boolean })[];
  /** Keys of what the last decision moved to a later message: it still comes where that message goes. */
  moved: readonly string[];
}

/** What need not be said again: planned in the last days, or snoozed, which comes with its snooze alone. */
export const settled = ({ recent, reminders }: Pick<NudgeFacts, 'recent' | 'reminders'>): ReadonlySet<string> =>
  new Set([...recent, ...reminders.flatMap(({ about }) => about ?? [])].map(itemKey));

/** The stretch of time that is decided on: from when the last decision left off, to now and whatever is ahead. */
export interface Span {
  from: Temporal.Instant;
  now: Temporal.Instant;
}

/** What could be said of one kind, each at its own moment. */
export type Source = (member: Recipient, facts: NudgeFacts, span: Span, rules: SeasonRules) => Nudge[];

/** Somebody with an empty notebook. */
export const noFacts: NudgeFacts = {
  interviews: [],
  programs: [],
  invitations: [],
  offers: [],
  looseEnds: [],
  people: [],
  defenders: [],
  reminders: [],
  ranked: 0,
  logged: 0,
  unreadable: [],
  recent: [],
  moved: [],
};
