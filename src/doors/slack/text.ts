import type { Call, RawOptions } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import { type OptionSpec, optionSpecs } from '../../core/commands/options.ts';
import { HOME } from '../../core/commands/typed.ts';
import { UserError } from '../../core/ports/errors.ts';
import { clip } from '../clip.ts';

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

/** A command pasted into a message, by the name that it has without the prefix of this workspace. */
export const withoutPrefix = (text: string, prefix: string): string =>
  prefix && text.startsWith(`/${prefix}`) ? `/${text.slice(prefix.length + 1)}` : text;

/**
 * The call behind a typed command and its text.
 * @throws UserError on more than anybody types, and on a channel that was not picked from a list.
 */
export function readCommand(
  typed: string,
  text: string,
  { prefix, core }: { prefix: string; core: Pick<Core, 'find' | 'typed'> },
): Call {
  const slashless = typed.replace(/^\//, '');
  const name = slashless.startsWith(prefix) ? slashless.slice(prefix.length) : slashless;
  const made = core.typed(name, plainWords(text).trim());
  const command = core.find(made.command);
  return command ? { ...made, options: withChannels(made.options, optionSpecs(command.options)) } : made;
}

/** A typed channel arrives as `<#C123|tips>` or not at all as an id. */
function withChannels(options: RawOptions, specs: readonly OptionSpec[]): RawOptions {
  const entries = Object.entries(options).map(([name, value]) => {
    if (specs.find(spec => spec.name === name)?.kind !== 'channel') return [name, value];
    const id = /^(?:<#)?([CG][A-Z0-9]{2,})(?:\|[^>]*>|>)?$/.exec(value)?.[1];
    if (!id) throw new UserError(`Pick the channel "${clip(value)}" from the list in the form: leave it out here.`);
    return [name, id];
  });
  return Object.fromEntries(entries);
}
