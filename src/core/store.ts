import type { Checked } from '../domain/bucketWords.ts';
import type {
  ApplicantType,
  Dimension,
  IncidentKind,
  Incidents,
  Market,
  Paper,
  Role,
  School,
  Stage,
  Stance,
} from '../domain/vocabulary.ts';
import type { Call } from './call.ts';
import type { Ledger } from './ledger.ts';
import type { Platform } from './notifier.ts';

/** What may be sent unasked: nothing, only what a deadline or interview asks for, or the weekly digest too. */
export type Remind = 'nothing' | 'eves' | 'weekly';

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
}

/** A Slack workspace, a Discord server, or the playground's own. */
export interface Community {
  id: string;
  platform: Platform;
  externalId: string;
  name: string;
  zone: string | null;
  tips: TipsPlan | null;
  paused: boolean;
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
  place: string | null;
}
export interface LogEntry {
  id: string;
  contactId: string;
  stance: Stance;
  worry: Dimension | null;
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
export interface Program {
  id: string;
  name: string;
  market?: Market;
  school?: School;
}
export interface Check {
  id: string;
  programId: string | null;
  at: Temporal.Instant;
  /** What is compared with the next one: plain data, kept as JSON. */
  checked: Checked;
}

/**
 * One user's notebook in one request: no verb takes a user's id, so none can reach another person's row.
 * Every write is one transaction, remembered by the request's id: the same request again writes nothing and gets
 * the first answer. Names and free text are encrypted at rest. Days and instants are Temporal's.
 */
export interface Notebook {
  profile(): Promise<User>;
  changeProfile(change: Partial<Profile>): Promise<Written<User>>;

  /** Somebody known is met again where the name is the same but for case, spaces, accents and "Dr.". */
  logInteraction(entry: NewLogEntry): Promise<Written<Logged>>;
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
  programs(): Promise<Program[]>;
  /** The program of this name, made where there is none; then what is given is set. */
  nameProgram(name: string, change: Omit<Partial<Program>, 'id' | 'name'>): Promise<Written<Program>>;
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
  planTips(plan: TipsPlan): Promise<Community>;
  pause(paused: boolean): Promise<Community>;
  /** Members who use the bot from here; null where it would be fewer than five. */
  countMembers(): Promise<number | null>;
}

export interface Arrival {
  account: Account;
  user: User;
  community: Community | null;
  isOrganiser: boolean;
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
  ledger: Ledger;
  close(): Promise<void>;
}
