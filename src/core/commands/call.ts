import { z } from 'zod';
import { limits } from '../cards/limits.ts';
import type { CallOptions, CommandName, OptionName } from './typedCalls.ts';

/** What a person or a button gave for each option, before it is parsed. */
export type RawOptions = Record<string, string>;
/** Options of which some may say nothing. */
export type SomeOptions = { [name: string]: string | undefined };

/** A command called with options: what a typed command, a button and a submitted form all are. */
export interface Call {
  command: string;
  options: RawOptions;
  /** Open the command's form, filled in with the options, instead of running it. */
  form?: boolean;
  /** Which page of a long reply; the first is 1. */
  page?: number;
  /** The option that a select's chosen value fills. */
  choose?: string;
  /** What the choices of its select stand for, where they are somebody's words: each travels as its number alone. */
  values?: string[];
  /** Words typed for it that no option could take: they are said back, and nothing runs. */
  unplaced?: string;
  /** Its writer said that its text is about no patient. Travels in a pending call of theirs alone. */
  confirmed?: true;
  /** Its writer was shown the card of care that its words ask for. Travels as what was confirmed does. */
  cared?: true;
}

/** A call as it comes from outside, typed or kept: what is wrong with it is said when it is answered. */
export const rawCall = (command: string, options: RawOptions = {}): Call => ({ command, options });

/** A call of ours, as a button has it: its names are checked when it is compiled. What is undefined is left out. */
export function call<Name extends CommandName>(command: Name, options?: CallOptions<Name>): Call;
export function call(command: string, options: SomeOptions = {}): Call {
  return { command, options: given(options) };
}

/** Those that say something. */
export const given = (options: SomeOptions): RawOptions =>
  Object.fromEntries(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The same, to open the command's form with what is known already. */
export const formCall = <Name extends CommandName>(command: Name, options?: CallOptions<Name>): Call => ({
  ...call(command, options),
  form: true,
});

/** A select's call: `choose` is the option that the chosen value fills. */
export const selectCall = <Name extends CommandName>(
  command: Name,
  choose: OptionName<Name>,
  options?: CallOptions<Name>,
): Call => ({ ...call(command, options), choose });

const shape = z.object({
  command: z.string(),
  options: z.record(z.string(), z.string()),
  form: z.boolean().exactOptional(),
  page: z.int().positive().exactOptional(),
  choose: z.string().exactOptional(),
  values: z.array(z.string()).exactOptional(),
  unplaced: z.string().exactOptional(),
  confirmed: z.literal(true).exactOptional(),
  cared: z.literal(true).exactOptional(),
});

export const callToJson = (value: Call): string => JSON.stringify(value);
/** @throws ZodError on anything that {@link callToJson} did not write. */
export const callFromJson = (json: string): Call => shape.parse(JSON.parse(json));

const PENDING = '@';

/**
 * A call as a button's id; undefined where it does not fit one: `log?who=Dr.+Patel#3`, `!` before the name for a form, `*option` after it
 * for a select, the delivery key after `~`.
 * Undefined where it does not fit, for what was confirmed or cared for, and where words are in it. Whether anything in it was written by somebody is for
 * `openToken` to say: free text never travels this way.
 */
export function encodeCall(value: Call, key?: string): string | undefined {
  if (value.confirmed || value.cared || value.values || value.unplaced !== undefined) return undefined;
  const query = new URLSearchParams(value.options).toString();
  const token =
    (value.form ? '!' : '') +
    value.command +
    (value.choose ? `*${value.choose}` : '') +
    (query && `?${query}`) +
    (value.page ? `#${value.page}` : '') +
    (key ? `~${key}` : '');
  return token.length <= limits.token ? token : undefined;
}

/** The id of a button whose call waits in the store. */
export const encodePending = (id: string, key?: string): string => `${PENDING}${id}${key ? `~${key}` : ''}`;

export type Decoded = { call: Call } | { pending: string };

/** Reads what {@link encodeCall} and {@link encodePending} write; undefined for anything else. */
export function decodeCall(token: string): Decoded | undefined {
  const [body = ''] = token.split('~');
  if (body.startsWith(PENDING)) return { pending: body.slice(1) };
  const match = /^(!?)([a-z-]+)(?:\*([a-z-]+))?(?:\?([^#]*))?(?:#(\d+))?$/.exec(body);
  if (!match) return undefined;
  const [, form, command = '', choose, query = '', page] = match;
  const options = Object.fromEntries(new URLSearchParams(query));
  return {
    call: {
      command,
      options,
      ...(form && { form: true }),
      ...(page && { page: Number(page) }),
      ...(choose && { choose }),
    },
  };
}

/** The delivery key that a button's id carries, if any. */
export const keyOf = (token: string): string | undefined => token.split('~')[1];

/** Stands for a call that was kept and could not be read: it is answered as any trouble of our own. */
export const lostCall: Call = rawCall('lost');

/** A select's call with the value that was chosen in it. */
export function chosen({ choose, values, ...value }: Call, choice: string | undefined): Call {
  if (!choose || choice === undefined) return value;
  const given = values ? (values[Number(choice)] ?? '') : choice;
  return { ...value, options: { ...value.options, [choose]: given } };
}
