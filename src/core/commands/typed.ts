import { nearest } from '../../domain/words/distance.ts';
import { clip } from '../cards/clip.ts';
import { UserError } from '../ports/errors.ts';
import { type Call, type RawOptions, rawCall } from './call.ts';
import type { Command } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import type { Asking } from './parse.ts';
import { GUESSES } from './unplaced.ts';
import { readWords } from './words.ts';

/** The command from whose buttons all the rest is reached; it explains the others, too. */
export const HOME = 'backchannel';

/** After any command these ask how it is used. */
const HELP = /^(?:help|usage|\?+|-h|--help|help me|how to use(?: it| this)?)\??$/i;
export const asksForHelp = (words: string): boolean => HELP.test(words.trim());

/** What a command makes of the words that stand by no option's name. */
export interface Bare {
  options: RawOptions;
  /** What it cannot place. */
  rest?: string;
  /** It had to guess what some of them are for: the form shows what it made of them before anything is saved. */
  isGuess?: boolean;
}

/** The call that a command and the words typed after it come to. Never loses a word: what has no place is `unplaced`. */
export function typedCall(command: Command | undefined, name: string, text: string, asking: Asking): Call {
  if (!command || command.internal) return unknownCall(name, text);
  if (asksForHelp(text)) return rawCall(HOME, { usage: command.name });
  const specs = optionSpecs(command.options);
  const { options, bare, unplaced } = readWords(text, specs, asking);
  const read = placeBare(command, bare, options, asking, specs);
  return toCall(command.name, { ...read, rest: [...unplaced, read.rest ?? ''].filter(Boolean).join(' ') });
}

/** The call that a command comes to whose options came apart from a platform: words for the first may say more. */
export function givenCall(command: Command | undefined, name: string, options: RawOptions, asking: Asking): Call {
  const [first] = command ? shown(optionSpecs(command.options)) : [];
  const said = first && options[first.name];
  if (!command || !first || said === undefined) return rawCall(name, options);
  if (Object.keys(options).length === 1 && asksForHelp(said)) return rawCall(HOME, { usage: name });
  if (!command.readBare) return rawCall(name, options);
  const { [first.name]: _, ...others } = options;
  const read = command.readBare([said], others, asking);
  return read.rest ? rawCall(name, options) : toCall(name, read);
}

const toCall = (name: string, { options, rest, isGuess }: Bare): Call => ({
  ...rawCall(name, options),
  ...(isGuess && { form: true }),
  ...(rest && { unplaced: rest }),
});

function placeBare(
  command: Command,
  bare: readonly string[],
  options: RawOptions,
  asking: Asking,
  specs: readonly OptionSpec[],
): Bare {
  if (command.readBare) return command.readBare(bare, options, asking);
  const [first] = shown(specs);
  const [words, ...others] = bare;
  if (words === undefined) return { options };
  const isFree = first !== undefined && options[first.name] === undefined;
  const rest = isFree ? others : bare;
  return { options: isFree ? { [first.name]: words, ...options } : options, rest: rest.join(' ') };
}

const shown = (specs: readonly OptionSpec[]) => specs.filter(({ hidden }) => !hidden);

/** Stands for a command that there is not: which may have been meant is said when it is answered. */
export const unknownCall = (name: string, words: string, isDirect = false): Call => ({
  ...rawCall('unknown', { name, ...(isDirect && { direct: 'yes' }) }),
  ...(words.trim() && { unplaced: words.trim() }),
});

/** A word as commands are named: "loose ends", "Loose-Ends". */
const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[\s_]+/g, '-');

/** The command that a text begins with, as one or two words, and the words after it; undefined where it is none. */
export function commandIn(text: string, commands: readonly Command[]): { command: Command; words: string } | undefined {
  const [, first = '', second = '', rest = ''] = /^\/?(\S+)(?:[^\S\n]+(\S+))?(.*)$/s.exec(text.trim()) ?? [];
  const find = (name: string) =>
    commands.find(command => !command.internal && [command.name, ...(command.also ?? [])].includes(nameOf(name)));
  const two = second ? find(`${first} ${second}`) : undefined;
  if (two) return { command: two, words: rest.trim() };
  const one = find(first.replace(/[:,.!]+$/, ''));
  return (
    one && {
      command: one,
      words: text
        .trim()
        .slice(text.trim().indexOf(first) + first.length)
        .trim(),
    }
  );
}

/** What a word that is no command is answered with: the two that it may have been meant for, each with the words after it. */
export function unknownCommand(
  { command, options: { name = command, direct }, unplaced = '' }: Call,
  commands: readonly Command[],
  typed: (command: string) => string,
  asking: Asking,
): UserError {
  const listed = commands.filter(({ internal }) => !internal);
  const find = (wanted: string) => commands.find(each => each.name === wanted);
  const guesses = nearest(nameOf(name), listed, each => [each.name, ...(each.also ?? [])]).slice(0, GUESSES);
  const guess = guesses.length > 0 ? ` Did you mean ${guesses.map(command => typed(command.name)).join(' or ')}?` : '';
  const offers = guesses.map(command => ({
    label: typed(command.name),
    call: typedCall(command, command.name, unplaced, asking),
  }));
  const said = `${name} ${unplaced}`.trim();
  if (direct) offers.push({ label: 'Log it', call: { ...typedCall(find('log'), 'log', said, asking), form: true } });
  return new UserError(
    `There is no command "${clip(name)}".${guess} ${typed(HOME)} help lists what there is.`,
    {},
    undefined,
    { offers },
  );
}
