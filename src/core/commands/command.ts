import type { z } from 'zod';
import type { Content } from '../../content/types.ts';
import type { SeasonRules } from '../../domain/season/season.ts';
import type { Card } from '../cards/card.ts';
import type { CalendarFeed } from '../ports/calendarFeed.ts';
import type { Linking } from '../ports/linking.ts';
import type { Listen } from '../ports/listening.ts';
import type { Notebook } from '../ports/notebook.ts';
import type { ChoiceProblem } from '../ports/notifier.ts';
import type { DirectMessages } from '../ports/request.ts';
import type { Proofread } from '../ports/screening.ts';
import type { CommunitySettings } from '../ports/store.ts';
import type { Account, Community, User } from '../ports/users.ts';
import type { Messages } from '../sending/messages.ts';
import type { Posted } from '../sending/posting.ts';
import type { Actions, OptionsOf } from './actions.ts';
import type { Call, RawOptions, SomeOptions } from './call.ts';
import { calledAction } from './calledAction.ts';
import type { OptionSpec } from './options.ts';
import type { Asking } from './parse.ts';
import type { Redeemed } from './redeemCode.ts';
import type { Bare } from './typed.ts';

/** A form to fill in: at most five fields of one command, with what is known already. */
export interface Form {
  command: string;
  /** At most 24 characters, Slack's limit for a modal. */
  title: string;
  submit: string;
  fields: readonly OptionSpec[];
  values: RawOptions;
  /** What was picked beside the words of a day or an hour, by field. */
  picked?: Call['picked'];
  /** What the call had that is no field of the form: it goes on with the filled-in form. */
  rest: Call;
  /** What was typed and stands in no field, in a sentence. */
  note?: string;
}

export type Via = 'command' | 'button' | 'form';

/** What a command may use while it answers one request. */
export interface Context {
  /** The name that this platform's people type before a command: `/log` or `/bc-log`. */
  typed(command: string): string;
  /** A channel's name as this platform shows it, from its id. */
  channelLabel(channel: string): Promise<string>;
  /** A person's name as this platform shows it, from their id. */
  personLabel(externalId: string): Promise<string>;
  /** Whether a weekly tip can be posted there, or what is in the way. */
  canPost(channel: string): Promise<'yes' | ChoiceProblem>;
  /** Posts there at once, for everybody to see: an organizer's test. */
  post(channel: string, card: Card): Promise<Posted>;
  user: User;
  account: Account;
  /** Where it was called, or null in a direct message. */
  community: Community | null;
  /** The channel it was called in, by the platform's id. */
  channel: string | null;
  isOrganizer: boolean;
  /** Why it is not known whether the platform lets them organize, in a sentence. */
  rightsUnknown?: string;
  /** Which page of a list was asked for; the first is 1. */
  page: number;
  /** Read once when the request came. */
  now: Temporal.Instant;
  /** The user's own zone, else the platform's word, else the community's, else UTC. */
  zone: string;
  /** The user's local day. */
  today: Temporal.PlainDate;
  /** Everything of this user's, and of nobody else's. */
  notebook: Notebook;
  /** What was sent to this person unasked. */
  messages: Messages;
  /** This person's other accounts, and the codes that join them. */
  linking: Linking;
  /** The address of this person's calendar. */
  calendarFeed: CalendarFeed;
  /** The settings of this community: for organizer commands alone, null for everybody else. */
  communitySettings: CommunitySettings | null;
  content: Content;
  /** Where a browser reads the pages for privacy and support, where there is such an address. */
  site?: string;
  /** What these words ask for before anything else. */
  listen: Listen;
  proofread: Proofread;
  /** Counts what was looked for in the library in vain, without who asked. */
  countUnfound(words: string): Promise<void>;
  /** The season's rules on the track of this community. */
  season: SeasonRules;
  /** All that can be typed, for the help. */
  commands: readonly Command[];
  /** Sends a test message, to tell at once whether direct messages are open. */
  tryDirectMessage(): Promise<DirectMessages>;
  /** This very call with these options, or without those that are undefined: the answer to a question about it. */
  again(options: SomeOptions): Call;
  /** Makes somebody who types the right code an organizer of this community; false where the code is wrong. */
  redeemCode(code: string): Promise<Redeemed>;
}

/** A form as a command declares it; `Field` is a name of one of its options. */
export interface FormOf<Field extends string> {
  title: string;
  submit: string;
  /** Names of the options in it, at most five. */
  fields: Field[];
  /** Opens by itself where a required option is missing; else only where a button asks for it. */
  opensIncomplete?: boolean;
  /** Opens by itself where one of these is missing, too. */
  opensWithout?: Field[];
  /** Opens by itself where this says so of what was given. */
  opensWhere?(given: RawOptions): boolean;
  /** Must be filled in, in this form alone. */
  requires?: Field[];
  /** What is known already, beside what was given; read with a deadline and left out after it. */
  prefill?(context: Context, given: RawOptions): Promise<RawOptions>;
}

/** What Slack calls a message shortcut and Discord a message command. */
export interface FromMessage<Field extends string = string> {
  /** At most 24 characters. */
  label: string;
  /** At most 150. */
  description: string;
  /** The hidden option that takes the message's address. */
  option: Field;
}

export interface Command<
  S extends z.ZodObject = z.ZodObject,
  Name extends string = string,
  A extends Actions<keyof z.output<S> & string> | undefined = Actions<keyof z.output<S> & string> | undefined,
> {
  /** As typed after the slash: lower case, one word. */
  name: Name;
  /** Other names that people type for it. */
  also?: readonly string[];
  /** At most 100 characters. */
  description: string;
  /** Reached by buttons alone: no platform lists it and no help names it. */
  internal?: boolean;
  options: S;
  /** What each of several actions takes and needs of the options; `run` then gets one of a union. */
  actions?: A;
  /** Whom dispatch lets call it: for anybody else nothing is read and nothing runs. */
  audience: 'everyone' | 'organizer';
  /** With one of these options anybody may call it: what they give there is itself the proof of the right. */
  openWith?: (keyof z.output<S> & string)[];
  /** It can make another user of who asks: two who are joined are one of the two from then on. */
  changesUser?: boolean;
  examples: string[];
  /** Whether what was asked is about the clock of whoever asks: then they are asked for their zone, if nobody told it. */
  needsOwnZone?(options: OptionsOf<S, A>, context: Context): boolean | Promise<boolean>;
  form?: FormOf<keyof z.output<S> & string>;
  /** Its form opens from any message where people read it: the message's address is given, and never a word of it. */
  fromMessage?: FromMessage<keyof z.output<S> & string>;
  /**
   * Reads the words that were typed by no option's name, beside what was given by name; else they are the first
   * option's. It knows no notebook, and of the zone no more than a guess.
   */
  readBare?(words: readonly string[], given: RawOptions, asking: Asking): Bare;
  /** Completions for a text option that `suggests`, best first; people, programs, places and zones come by themselves. */
  suggest?(option: string, text: string, context: Context): Promise<{ label: string; value: string }[]>;
  run(options: OptionsOf<S, A>, context: Context): Promise<Card>;
}

/**
 * Declares a command, checking its options' types against its run. Its functions say what they return: their bodies
 * make calls, which are checked by the types of all commands. Functions inside `actions` are named ones.
 */
export const defineCommand = <
  S extends z.ZodObject,
  const Name extends string,
  const A extends Actions<keyof z.output<S> & string> | undefined = undefined,
>(
  command: Command<S, Name, A>,
): Command<S, Name, A> => command;

/** The declaration of the form that these options ask for, if the command has one. */
export const formOf = (command: Command, given: RawOptions) =>
  calledAction(command, given)?.action.form ?? command.form;
