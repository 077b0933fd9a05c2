import { type Call, call, type RawOptions, rawCall } from '../../core/commands/call.ts';
import type { Command } from '../../core/commands/command.ts';
import { type OptionSpec, optionSpecs } from '../../core/commands/options.ts';
import { readWords } from '../../core/commands/words.ts';
import { UserError } from '../../core/ports/errors.ts';
import { clip } from '../clip.ts';

/** The command from which every other can be reached: `/backchannel history`. */
const HOME = 'backchannel';

/** The names that the default manifest takes for themselves; the rest is typed after the first. */
export const OWN_NAMES: readonly string[] = [HOME, 'log', 'bucket', 'advice'];

/** What a person types to reach a command: `/log`, `/backchannel history`, `/bc-log`. */
export const typedAs = (command: string, prefix: string): string =>
  OWN_NAMES.includes(command) ? `/${prefix}${command}` : `/${prefix}${HOME} ${command}`;

/** Text for a mrkdwn field, in which nothing is a mention or a link. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a person wrote, from what Slack makes of it: entities, and the curly quotes of phones, are undone. */
export const plainWords = (text: string): string =>
  text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The words of a message, where Slack writes links and mentions in angle brackets. */
export const messageWords = (text: string): string =>
  plainWords(text.replace(/<(?:[^<>|]+\|)?([^<>|]+)>/g, '$1')).trim();

/**
 * The call behind a typed command and its text.
 * @throws UserError on a word that is no command, an unknown option, or a channel that was not picked from a list.
 */
export function readCommand(
  typed: string,
  text: string,
  { prefix, find }: { prefix: string; find(name: string): Command | undefined },
): Call {
  const slashless = typed.replace(/^\//, '');
  const name = slashless.startsWith(prefix) ? slashless.slice(prefix.length) : slashless;
  const words = plainWords(text).trim();
  if (name !== HOME) return withOptions(find(name), name, words);
  const [first = ''] = words.split(/\s/, 1);
  const inner = find(first.toLowerCase());
  if (inner && !inner.internal) return withOptions(inner, inner.name, words.slice(first.length));
  if (first.toLowerCase() === 'help') return call(HOME, { help: 'commands' });
  if (first && !/[=:]/.test(first))
    throw new UserError(`There is no command "${clip(first)}". ${typedAs(HOME, prefix)} help lists what there is.`);
  return withOptions(find(HOME), HOME, words);
}

function withOptions(command: Command | undefined, name: string, words: string): Call {
  if (!command) return rawCall(name);
  const specs = optionSpecs(command.options);
  return rawCall(name, withChannels(readWords(words, specs), specs));
}

/** A typed channel arrives as `<#C123|tips>` or not at all as an id. */
function withChannels(options: RawOptions, specs: OptionSpec[]): RawOptions {
  const entries = Object.entries(options).map(([name, value]) => {
    if (specs.find(spec => spec.name === name)?.kind !== 'channel') return [name, value];
    const id = /^(?:<#)?([CG][A-Z0-9]{2,})(?:\|[^>]*>|>)?$/.exec(value)?.[1];
    if (!id) throw new UserError(`Pick the channel "${clip(value)}" from the list in the form: leave it out here.`);
    return [name, id];
  });
  return Object.fromEntries(entries);
}
