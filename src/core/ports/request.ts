import type { Card } from '../cards/card.ts';
import type { Call } from '../commands/call.ts';
import type { Via } from '../commands/command.ts';
import type { Posted } from '../sending/posting.ts';
import type { ChoiceProblem } from './notifier.ts';
import type { Identity } from './users.ts';

/** What a door knows of somebody's tap, words or form. */
export interface Request {
  call: Call;
  via: Via;
  /** The platform's own id of this one request: the same again is answered without writing twice. */
  requestId: string;
  who: Identity;
  /** The zone that the platform says this person is in. */
  zone?: string;
  /** The community, and the channel of it; no channel in a direct message with the bot. */
  where: { externalId: string; name: string; channel: string | null; zone?: string } | null;
  /** Whether the platform itself lets this person organize here. */
  mayOrganize: boolean;
  /** Where the platform did not say that: why, in a sentence. */
  rightsUnknown?: string;
}

/** What became of a test message: it arrived, it cannot, nobody knows, or it comes by then since many asked at once. */
export type DirectMessages = 'open' | 'closed' | 'unknown' | { withinMinutes: number };

/** The few things that only a door can do for a command. */
export interface Door {
  typed(command: string): string;
  /** How a card's text names a channel. */
  channelLabel(channel: string): Promise<string>;
  /** A person's name as this platform shows it. */
  personLabel(externalId: string): Promise<string>;
  /** Whether a weekly tip can be posted there, or what is in the way. */
  canPost(channel: string): Promise<'yes' | ChoiceProblem>;
  /** Posts to a channel at once. */
  post(channel: string, card: Card): Promise<Posted>;
  tryDirectMessage(who: Identity): Promise<DirectMessages>;
  /** The code that makes whoever types it an organizer of this community. */
  claimCode?(community: string): string;
}

/** A reply ready to be drawn: each call of a button or select has its token. */
export interface Answer {
  card: Card;
  tokenOf(call: Call): string;
  /** What is wrong with what was given, by option, where that is why nothing was done: for a form that stays open. */
  fields?: Record<string, string>;
  /** What became of the request, for who counts: `done` where it is left out. */
  outcome?: Outcome;
}

/** Done; a question came back; the person can mend it; something failed on our side; there was no room for it. */
export type Outcome = 'done' | 'asked' | 'refused' | 'failed' | 'turned-away';
