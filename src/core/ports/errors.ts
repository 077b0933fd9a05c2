import type { FairReading } from '../../domain/words/reading.ts';
import type { Call } from '../commands/call.ts';

/** What an option was given may mean two things: each answer is a button. */
export interface Question {
  option: string;
  answers: readonly FairReading[];
}

/** A next step: a button. */
export interface Offer {
  label: string;
  call: Call;
}

/** Something the person can mend. Its message is one or two sentences, shown as they are. */
export class UserError extends Error {
  /** By option name: what is expected there; shown beside the field where the door can. */
  readonly fields: Record<string, string>;
  /** What one tap answers. */
  readonly question: Question | undefined;
  /** What may be done instead. */
  readonly offers: readonly Offer[];

  constructor(
    message: string,
    fields: Record<string, string> = {},
    question?: Question,
    offers: readonly Offer[] = [],
  ) {
    super(message);
    this.name = 'UserError';
    this.fields = fields;
    this.question = question;
    this.offers = offers;
  }
}

/** What is kept was taken away from under the bot: nothing can be saved before it is started again. */
export class StorageLost extends Error {
  constructor() {
    super('The database file was removed or replaced while the bot was running.');
    this.name = 'StorageLost';
  }
}

/** The very same was written a short while ago, and nothing was written now: whoever asked decides whether it is meant. */
export class AlreadyDone extends Error {
  readonly at: Temporal.Instant;

  constructor(at: Temporal.Instant) {
    super('the same was written a short while ago');
    this.name = 'AlreadyDone';
    this.at = at;
  }
}

/** The bot cannot start. Its message is one sentence for the operator, who can mend it; no stack is wanted. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
