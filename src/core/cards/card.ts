import type { Call } from '../commands/call.ts';
import { bold } from './bold.ts';

/** Neutral, good, careful: never red for a person's state. */
export type Tone = 'neutral' | 'good' | 'careful';

export interface Button {
  /** A verb, at most 40 characters: "Log it", "Not now". */
  label: string;
  call: Call;
}

export interface LinkButton {
  label: string;
  /** An https address: of an official page, of the bot's own, or of a message. */
  url: string;
}

export interface SelectOption {
  label: string;
  description?: string;
  value: string;
}

/** What a card is made of. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'fields'; fields: { label: string; value: string }[] }
  | { type: 'list'; items: string[]; ordered?: boolean }
  | { type: 'quote'; text: string }
  | { type: 'meter'; label: string; value: number; max: number }
  /** Text to copy as it is, without any markup. */
  | { type: 'copy'; text: string }
  /** `own`: it shows what is this person's, and is left lying about nowhere. */
  | { type: 'picture'; png: Uint8Array; name: string; alt: string; own?: true }
  /** A file for this person alone; where a reply can't hold one, the door brings it to their direct messages. */
  | { type: 'file'; bytes: Uint8Array; name: string }
  | { type: 'divider' }
  /** One row: the first button is the main one. At most five. */
  | { type: 'buttons'; buttons: (Button | LinkButton)[] }
  /** A choice whose value fills the option that `call.choose` names. At most 25 choices. */
  | { type: 'select'; placeholder: string; call: Call; choices: SelectOption[] };

/**
 * A reply as plain data, in the one order that eyes learn: title, answer, why, picture, buttons, footer.
 * Every string is plain text but for what `bold` marks; doors escape it.
 */
export interface Card {
  title: string;
  /** The answer first: one line that can be read alone. */
  answer?: string | undefined;
  tone: Tone;
  blocks: Block[];
  /** Privacy or source, in under ten words. */
  footer?: string | undefined;
  /** The moment that the answer is about: a platform that can draws it on the reader's own clock besides. */
  at?: Temporal.Instant | undefined;
  /** The one role that a weekly tip pings, on Discord alone; what anybody wrote in it pings nobody. */
  pings?: string;
}

/** A card of some text and, below it, some buttons: what most replies are. */
export function card(title: string, parts: Partial<Omit<Card, 'title'>> = {}): Card {
  return { title, tone: 'neutral', blocks: [], ...parts };
}

/** A row of buttons, or nothing where there are none, to spread into `blocks`. */
export function buttons(...row: (Button | LinkButton | false | undefined)[]): Block[] {
  const kept = row.filter(button => button !== undefined && button !== false);
  return kept.length === 0 ? [] : [{ type: 'buttons', buttons: kept }];
}

/** The bot's own pages, where a browser can reach them. */
export const siteLinks = (site: string | undefined): LinkButton[] =>
  site === undefined
    ? []
    : [
        { label: 'Privacy', url: `${site}/privacy` },
        { label: 'Support', url: `${site}/support` },
      ];

/** A list under its heading, or nothing where it is empty, to spread into `blocks`. */
export const section = (heading: string, items: string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { type: 'text', text: `${bold(heading)}` },
        { type: 'list', items },
      ];

export const isLink = (button: Button | LinkButton): button is LinkButton => 'url' in button;
