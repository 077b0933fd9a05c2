import type { Entry } from './bucket/voices.ts';
import type {
  Dimension,
  InterviewKind,
  LooseEndKind,
  Market,
  OfferState,
  OwnAnswer,
  School,
  SignalKind,
  ThankYou,
} from './vocabulary.ts';

/**
 * What a user keeps in their notebook beside people and entries, as plain data. Days are local days of the user, unless
 * a zone stands beside them.
 */

/** An entry with all that was logged, where the self-check's `Entry` has only what it decides from. */
export interface LoggedEntry extends Entry {
  /** The one sentence that they might say. */
  sentence?: string;
}

/** Something unresolved, with somebody or with nobody in particular. Open while `closedOn` is null. */
export interface LooseEnd {
  id: string;
  contactId: string | null;
  kind: LooseEndKind;
  text: string;
  openedOn: Temporal.PlainDate;
  dueOn: Temporal.PlainDate | null;
  closedOn: Temporal.PlainDate | null;
  /** What happened, in the user's words. */
  outcome: string | null;
}

/** A meeting with a program. The day and the time are those of `zone`, the program's own. */
export interface Interview {
  id: string;
  programId: string;
  kind: InterviewKind;
  day: Temporal.PlainDate;
  time: Temporal.PlainTime;
  zone: string;
  followUpSentOn: Temporal.PlainDate | null;
}

/** An early offer. `zone` is the one in which the time to answer was given. */
export interface Offer {
  id: string;
  programId: string;
  receivedOn: Temporal.PlainDate;
  replyBy: Temporal.Instant | null;
  zone: string;
  state: OfferState;
}

/** A soft clue from a program. */
export interface Signal {
  id: string;
  programId: string;
  kind: SignalKind;
  note: string | null;
  day: Temporal.PlainDate;
}

/** What the user knows of a program. */
export interface ProgramFacts {
  id: string;
  name: string;
  specialty: string | null;
  /** Null until the user has said. */
  market: Market | null;
  school: School | null;
  /** Whether the user rotated there. */
  rotated: boolean;
  thankYou: ThankYou;
}

/** Somebody who would say yes at once. `updatedOn` is when the last update to them was marked sent. */
export interface Defender {
  contactId: string;
  since: Temporal.PlainDate;
  updatedOn: Temporal.PlainDate | null;
}

/** The user's own judgment of one dimension on a day; the newest counts. */
export interface AuditAnswer {
  dimension: Dimension;
  answer: OwnAnswer;
  day: Temporal.PlainDate;
}
