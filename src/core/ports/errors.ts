import type { FairReading } from '../../domain/words/reading.ts';
import type { Call } from '../commands/call.ts';

/** What a tap says: words for an option, and the options that are left out with them. */
export interface Answer extends FairReading {
  without?: readonly string[];
}

/** What an option was given may mean two things: each answer is a button. */
export interface Question {
  option: string;
  answers: readonly Answer[];
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
  /** The options as far as they were understood, where that is more than was given by name: answers and form go on with them. */
  readonly understood: Readonly<Record<string, string>>;
  /** What may be done instead. */
  readonly offers: readonly Offer[];

  constructor(
    message: string,
    fields: Record<string, string> = {},
    question?: Question,
    { understood = {}, offers = [] }: Partial<Pick<UserError, 'understood' | 'offers'>> = {},
  ) {
    super(message);
    this.name = 'UserError';
    this.fields = fields;
    this.question = question;
    this.understood = understood;
    this.offers = offers;
  }
}

/** What was given does not go together, or not with what was asked for: no form would help, only a choice. */
export class UnplacedOptions extends UserError {
  constructor(message: string, question: Question) {
    super(message, {}, question);
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
