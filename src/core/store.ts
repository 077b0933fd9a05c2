import type { Checked } from '../domain/bucket/bucketWords.ts';
import type { AuditAnswer, Defender, Interview, LooseEnd, Offer, ProgramFacts, Signal } from '../domain/notebook.ts';
import type { NudgeItem, NudgeKind, RemindLevel } from '../domain/nudges/nudgeKinds.ts';
import type { Track } from '../domain/season/track.ts';
import type {
  ApplicantType,
  Dimension,
  IncidentKind,
  Incidents,
  Paper,
  Role,
  Stage,
  Stance,
} from '../domain/vocabulary.ts';
import type { Call } from './call.ts';
import type { Ledger } from './ledger.ts';
import type { ChannelProblem, Platform } from './notifier.ts';
import type { Shelf } from './shelf.ts';
import type { Uploads } from './uploads.ts';

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

export interface Contact {
  id: string;
  name: string;
  role: Role;
  /** Where they work now. */
  place: string | null;
  /** Programs where they know somebody. */
  knownAt: string[];
}
export interface LogEntry {
  id: string;
  contactId: string;
  stance: Stance;
  worry: Dimension | null;
  /** What it speaks of, well or badly. */
  dimensions: Dimension[];
  /** The one sentence that they might say. */
  sentence: string | null;
  place: string | null;
  day: Temporal.PlainDate;
  loggedAt: Temporal.Instant;
}
export interface HistoryItem extends LogEntry {
  contact: Contact;
}

export interface NewLogEntry {
  who: string;
  /** Left out for somebody met before; somebody new without one becomes 'other'. */
  role?: Role;
  stance: Stance;
  worry?: Dimension;
  dimensions?: Dimension[];
  sentence?: string;
  place?: string;
  day: Temporal.PlainDate;
}
/** What a write answers. `undoId` takes it back for ten minutes; a repeat of the same request gives the first's. */
export interface Written<T> {
  value: T;
  undoId: string;
  repeated: boolean;
}
export interface Logged {
  entry: LogEntry;
  contact: Contact;
  /** Met for the first time with this entry. */
  newContact: boolean;
}

/** What the user said of themselves for the self-check. */
export interface SelfAnswers {
  paper?: Paper;
  incidents?: Incidents;
  incidentKind?: IncidentKind;
}
export interface Check {
  id: string;
  programId: string | null;
  at: Temporal.Instant;
  /** What is compared with the next one: plain data, kept as JSON. */
  checked: Checked;
}

/** A reminder in the user's own words. */
export interface Reminder {
  id: string;
  text: string;
  /** The first local time it is for, in `zone`. */
  at: Temporal.PlainDateTime;
  zone: string;
  /** An RFC 5545 rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR`, or null for once. */
  rule: string | null;
  state: 'open' | 'done' | 'cancelled';
  /** What was snoozed until then; null for a reminder in the user's own words. */
  about: NudgeItem[] | null;
}

/** What a user keeps beside people and entries, by kind. */
export interface Shelves {
  people: Shelf<Contact>;
  programs: Shelf<ProgramFacts>;
  looseEnds: Shelf<LooseEnd>;
  defenders: Shelf<Defender & { id: string }>;
  interviews: Shelf<Interview>;
  offers: Shelf<Offer>;
  signals: Shelf<Signal>;
  audit: Shelf<AuditAnswer & { id: string }>;
  reminders: Shelf<Reminder>;
}

/** How many rows of each kind there were: what an export holds, and what an erasure proves. */
export type Counts = Record<string, number>;

/**
 * One user's notebook in one request: no verb takes a user's id, so none can reach another person's row.
 * Every write is one transaction, remembered by the request's id: the same request again writes nothing and gets
 * the first answer. Names and free text are encrypted at rest. Days and instants are Temporal's.
 */
export interface Notebook extends Shelves {
  profile(): Promise<User>;
  changeProfile(change: Partial<Profile>): Promise<Written<User>>;

  /** Somebody known is met again where the name is the same but for case, spaces, accents and "Dr.". */
  logInteraction(entry: NewLogEntry): Promise<Written<Logged>>;
  /**
   * Several people met at once, in one write that is taken back as one; in the order given. `replaces`: the id of the
   * entry that they take the place of, with its time; whom it was about stays. @throws UserError where it is gone
   */
  logInteractions(entries: readonly NewLogEntry[], { replaces }?: { replaces?: string }): Promise<Written<Logged[]>>;
  /** Newest first. */
  history(page: { limit: number; before?: string }): Promise<HistoryItem[]>;
  countEntries(since?: Temporal.Instant): Promise<number>;
  contacts(): Promise<Contact[]>;
  nameRole(contactId: string, role: Role): Promise<Written<Contact>>;
  removeEntry(entryId: string): Promise<Written<HistoryItem>>;
  /** Takes a change back; what it was, or why it cannot be. */
  undo(
    undoId: string,
  ): Promise<{ undone: true; what: string } | { undone: false; why: 'expired' | 'already' | 'unknown' }>;

  answers(): Promise<SelfAnswers>;
  answer(change: SelfAnswers): Promise<Written<SelfAnswers>>;
  /** The program of this name, made where there is none; then what is given is set. */
  nameProgram(name: string, change: Partial<Omit<ProgramFacts, 'id' | 'name'>>): Promise<Written<ProgramFacts>>;
  /** Moves one person's entries, loose ends and standing as a defender to another, and removes the first. */
  mergePeople(fromId: string, intoId: string): Promise<Written<Contact>>;
  /** Counts of everything of this user's. */
  counts(): Promise<Counts>;
  /** Every row of this user's, as plain JSON with its version, for an export. */
  exportAll(): Promise<NotebookExport>;
  /** What `importAll` would add, and how many rows are there already; writes nothing. @throws UserError as it does */
  previewImport(rows: NotebookExport): Promise<{ adds: Counts; known: number }>;
  /** Adds what is not there yet, in one transaction that can be taken back; nothing is overwritten. */
  importAll(rows: NotebookExport): Promise<Written<Counts>>;
  /** Removes every row of this user's, the user with them, at once and for good; what there was. */
  eraseAll(): Promise<Counts>;
  recordCheck(check: Omit<Check, 'id' | 'at'>): Promise<Check>;
  /** Newest first. */
  checks(programId: string | null, limit: number): Promise<Check[]>;

  /** Keeps a call that does not fit a button, or what a failed form held, for a day unless told otherwise. */
  keepCall(call: Call, hours?: number): Promise<string>;
  /** The kept call of this id; undefined where it is another's, expired or unknown. */
  keptCall(id: string): Promise<Call | undefined>;
}

/** The settings of one community: given to its organisers alone. */
export interface CommunityDesk {
  /** `by`: the account that is told where the channel takes no tips any more. */
  planTips(plan: TipsPlan, by?: string): Promise<Community>;
  pause(paused: boolean): Promise<Community>;
  /** What is given changes. Tips are posted at the same hours: which one depends on the track. */
  keepTrack(change: Partial<Track>): Promise<Community>;
  /** Members who use the bot from here; null where it would be fewer than five. */
  countMembers(): Promise<number | null>;
}

export interface Arrival {
  account: Account;
  user: User;
  community: Community | null;
  /** The community's, or of the one that this person was seen in last. */
  track: Track;
  isOrganiser: boolean;
}

/** A user's rows as plain JSON: what `exportAll` gives and `importAll` takes. Parsed by zod at the door. */
export interface NotebookExport {
  version: 1;
  exportedAt: string;
  profile: Record<string, unknown>;
  tables: Record<string, Record<string, unknown>[]>;
}

export type LinkRefusal = 'wrong' | 'expired' | 'too-many-tries' | 'own';

export type Linked = { linked: true; linkId: string } | { linked: false; why: LinkRefusal };

/**
 * The accounts of one person, as seen by one of them: joined by a short code, or by the long one that is kept for the
 * day an account is lost.
 */
export interface Linking {
  /** Six digits, good for ten minutes and one use; an earlier one stops working. */
  issueCode(): Promise<string>;
  /** Joins both notebooks in one. Five wrong tries within the ten minutes end it. */
  redeem(code: string): Promise<Linked>;
  /** Takes a joining back: each account has its own rows again. False where there is no such joining. */
  unlink(linkId: string): Promise<boolean>;
  /** The other accounts that share this notebook, each with the joining that brought it. */
  linkedAccounts(): Promise<{ account: Account; linkId: string | null }[]>;
  /** A long code, shown once and kept as a hash; the one before stops working. */
  issueTakeAway(): Promise<string>;
  /** Opens the notebook of the long code for this account, joined with what it has. */
  openTakeAway(code: string): Promise<Linked>;
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
  notebook(request: { account: Account; requestId: string; now: Temporal.Instant }): Notebook;
  desk(communityId: string, now: Temporal.Instant): CommunityDesk;
  makeOrganiser(communityId: string, accountId: string): Promise<void>;
  hasOrganiser(platform: Platform, externalId: string): Promise<boolean>;
  linking(account: Account, now: Temporal.Instant): Linking;
  ledger: Ledger;
  uploads: Uploads;
  /** The bot was removed from a community: nothing is sent there, and after 30 days what it kept is purged. */
  leave(platform: Platform, externalId: string, now: Temporal.Instant): Promise<void>;
  /** It is in these communities (again): everything is found as it was. `all`: and it was removed from every other. */
  comeBack(platform: Platform, externalIds: string[], now: Temporal.Instant, all?: boolean): Promise<void>;
  keepDirectChannel(who: Identity, channel: string): Promise<void>;
  close(): Promise<void>;
}
