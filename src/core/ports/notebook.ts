import type { Checked } from '../../domain/bucket/change.ts';
import type {
  AuditAnswer,
  Clue,
  Contact,
  Defender,
  Interview,
  Invitation,
  LogEntry,
  LooseEnd,
  Offer,
  ProgramFacts,
  Reminder,
  SelfAnswers,
} from '../../domain/notebook.ts';
import type { Dimension, Role, Stance } from '../../domain/vocabulary.ts';
import type { Call } from '../commands/call.ts';
import type { Repository, Written } from './repository.ts';
import type { Profile, User } from './users.ts';

export type { Contact, Reminder, SelfAnswers };

export interface HistoryItem extends LogEntry {
  contact: Contact;
}

/** What somebody was last logged to say. */
export type LastWord = Pick<LogEntry, 'contactId' | 'stance' | 'day'>;
/** A defender, with the last day on which something was logged of them. */
export type MetDefender = Defender & { id: string; lastDay: Temporal.PlainDate | null };

/** So many entries: older than `before` and about one contact where their ids are given. */
export interface HistoryPage {
  limit: number;
  before?: string | undefined;
  about?: string | undefined;
}

export interface NewLogEntry {
  who: string;
  /** Whom the name was found to stand for; left out, they are looked for by the name. */
  contact?: Contact;
  /** Left out for somebody met before; somebody new without one becomes 'other'. */
  role?: Role | undefined;
  stance: Stance;
  worry?: Dimension | undefined;
  dimensions?: Dimension[] | undefined;
  sentence?: string | undefined;
  place?: string | undefined;
  day: Temporal.PlainDate;
}

export interface Logged {
  entry: LogEntry;
  contact: Contact;
  /** Met for the first time with this entry. */
  newContact: boolean;
  /** The how manieth of all their entries this is. */
  number: number;
  /** How many entries there were about this contact before it, by what they say. */
  earlier: Partial<Record<Stance, number>>;
}

export interface Check {
  id: string;
  programId: string | null;
  at: Temporal.Instant;
  /** What is compared with the next one: plain data, kept as JSON. */
  checked: Checked;
}

/** What is written down of a program after its interview. */
export type Debrief = Pick<ProgramFacts, 'wish' | 'mood' | 'redFlag' | 'knewName' | 'debrief' | 'debriefedOn'>;

/** What a user keeps beside people and entries, by kind. */
export interface Repositories {
  people: Repository<Contact>;
  programs: Repository<ProgramFacts>;
  looseEnds: Repository<LooseEnd>;
  defenders: Repository<Defender>;
  interviews: Repository<Interview>;
  invitations: Repository<Invitation>;
  offers: Repository<Offer>;
  clues: Repository<Clue>;
  audit: Repository<AuditAnswer>;
  reminders: Repository<Reminder>;
}

/** How many rows of each kind there were: what an export holds, and what an erasure proves. */
export type Counts = Record<string, number>;

/** A user's rows as plain JSON: what `exportAll` gives and `importAll` takes. Parsed by zod at the door. */
export interface NotebookExport {
  /** Rows that could not be read, and so are not among the others. */
  unreadable?: { model: string; id: string }[];
  version: 1;
  exportedAt: string;
  profile: Record<string, unknown>;
  tables: Record<string, Record<string, unknown>[]>;
}

/**
 * One user's notebook in one request: no verb takes a user's id, so none can reach another person's row.
 * Every write is one transaction, remembered by the request's id: the same request again writes nothing and gets
 * the first answer. Names and free text are encrypted at rest. Days and instants are Temporal's.
 */
export interface Notebook extends Repositories {
  profile(): Promise<User>;
  changeProfile(change: Partial<Profile>): Promise<Written<User>>;

  /** Somebody known is met again where the name is the same but for case, spaces, accents and "Dr.". */
  logInteraction(entry: NewLogEntry): Promise<Written<Logged>>;
  /**
   * Several people met at once, in one write that is taken back as one; in the order given. `replaces`: the id of the
   * entry that they take the place of, with its time; whom it was about stays. `unlessSince`: where all of them were
   * logged since then by another request, word for word, nothing is written. @throws UserError where the replaced one
   * is gone or a `contact` is, AlreadyDone
   */
  logInteractions(
    entries: readonly NewLogEntry[],
    options?: { replaces?: string | undefined; unlessSince?: Temporal.Instant },
  ): Promise<Written<Logged[]>>;
  /** What the change of this undo logged, if nothing else has changed it since: as it is now. */
  loggedBy(undoId: string): Promise<Logged[]>;
  /** Newest first. */
  history(page: HistoryPage): Promise<readonly HistoryItem[]>;
  /** One for each contact of whom something is logged. */
  lastWords(): Promise<readonly LastWord[]>;
  /** The answers of the self-check and its last results for no program in particular, newest first, in one read. */
  selfCheck(): Promise<{ answers: SelfAnswers; checks: readonly Check[] }>;
  /** Oldest first. */
  metDefenders(): Promise<readonly MetDefender[]>;
  /** Loose ends with these people that are open, without a word of what they say. */
  openEndsWith(contactIds: readonly string[]): Promise<Pick<LooseEnd, 'id' | 'contactId' | 'kind' | 'closedOn'>[]>;
  countEntries(since?: Temporal.Instant): Promise<number>;
  nameRole(contactId: string, role: Role): Promise<Written<Contact>>;
  /** Says of entries what they speak of: added to what they spoke of, or what the worry is about. */
  tellEntries(
    entryIds: readonly string[],
    told: { dimension: Dimension } | { worry: Dimension },
  ): Promise<Written<HistoryItem[]>>;
  removeEntry(entryId: string): Promise<Written<HistoryItem>>;
  /** Takes a change back; what it was, or why it cannot be. */
  undo(
    undoId: string,
  ): Promise<{ undone: true; what: string } | { undone: false; why: 'expired' | 'already' | 'unknown' }>;

  /** What this request writes from here on is taken back with that change, while it can be: a tap that adds to it. */
  tellMoreOf(undoId: string): void;

  /** An interview, with which this invitation is accepted; both in one write, taken back as one. */
  acceptInvitation(invitationId: string, interview: Omit<Interview, 'id'>): Promise<Written<Interview>>;

  /** How a program was, and the clue that came with it, if any; in one write, taken back as one. */
  debriefProgram(programId: string, debrief: Debrief, clue: Omit<Clue, 'id'> | null): Promise<Written<ProgramFacts>>;

  /** The order in which the user would rank these programs; any other is on their list no more. */
  rankPrograms(order: readonly string[]): Promise<Written<ProgramFacts[]>>;

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

  /** Notes this request, which writes nothing else; whether it was not noted before. */
  noteRequest(): Promise<boolean>;
  /** Whether this request has written anything. */
  hasWritten(): Promise<boolean>;
  /** Keeps a call that does not fit a button, or what a failed form held, for a day unless told otherwise. */
  keepPendingCall(call: Call, hours?: number): Promise<string>;
  /** Lets a kept call go soon: what it was kept for is over, though the platform may ask for it once more. */
  dropPendingCall(id: string): Promise<void>;
  /** The same for several, in one write; their ids in the same order. */
  keepPendingCalls(calls: readonly Call[]): Promise<string[]>;
  /** The kept call of this id; undefined where it is another's, expired or unknown. */
  pendingCall(id: string): Promise<Call | undefined>;
}
