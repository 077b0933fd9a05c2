import { readInvitation } from '../../domain/programs/invitationText.ts';
import { isSlip } from '../../domain/words/distance.ts';
import { plainTyped } from '../../domain/words/plainTyped.ts';
import { type Call, rawCall } from './call.ts';
import type { Command } from './command.ts';
import { optionSpecs } from './options.ts';
import type { Asking } from './parse.ts';
import { PLEASE, remindedOf, saidTo } from './sayings.ts';
import { asksForHelp, commandIn, HOME, typedCall, unknownCall } from './typed.ts';
import { readWords } from './words.ts';

/** Before a command's name, these say no more. */
const ASK = new RegExp(`^${PLEASE}`, 'i');
const SHOW = /^(?:(?:show|open|list|see|view|check|go to|give)(?: me)? )?(?:my |the |all (?:my |the )?)?/i;

/** Words that make a sentence of what begins with a command's name: "people were kind". */
const SENTENCE =
  /(?<![\w'])(?:i|i'm|i've|me|we|us|he|she|they|you|is|are|was|were|be|been|am|has|have|had|do|does|did|said|says|say|think|thought|like|liked|want|wants|will|would|can|could|should|told|tells|love|loved|went|got|made|gave|asked|seem|seems|keep|kept)(?![\w'])/i;
/** What follows these is words in any case. */
const TAKES_SENTENCES: readonly string[] = ['log', 'advice', 'draft', 'reminders'];

/**
 * The call that words come to which somebody wrote to the bot by direct message: the same grammar without a slash, and
 * what people say to a bot. Anything else becomes the log's form, in which nothing is lost.
 */
export function directCall(text: string, commands: readonly Command[], asking: Asking): Call {
  const words = plainTyped(text)
    .replace(/^['"]?(\/.*?)['"]?$/s, '$1')
    .trim();
  if (words === '') return rawCall(HOME);
  return (
    saidTo(words) ??
    remindedOf(words) ??
    mailCall(words, asking) ??
    commandCall(words, commands, asking) ??
    logForm(words, commands, asking)
  );
}

/** A program's mail about an interview, pasted as it came. Nobody tells of one in fewer letters. */
function mailCall(words: string, { now, zone }: Asking): Call | undefined {
  if (words.length < SHORTEST_MAIL) return undefined;
  const read = readInvitation(words, { now, zone, programs: [] });
  return read.outcome === 'refused' ? undefined : rawCall('programs', { do: 'mail', mail: words });
}
const SHORTEST_MAIL = 80;

const LONGEST_NAME = 40;

/** The command that the words begin with, where they are its words and no sentence. */
function commandCall(words: string, commands: readonly Command[], asking: Asking): Call | undefined {
  const [, slashed, behind = ''] = /^[/!.]([a-z]\S*)\s*(.*)$/is.exec(words) ?? [];
  const helped =
    /^(?:help (?:with|for|on|me with)|help|how (?:does|do i use)|usage|\?) +\/?([a-z -]{2,30}?)(?: work)?\??$/i.exec(
      words,
    )?.[1];
  const explained = helped ? commandIn(helped, commands) : undefined;
  if (explained?.words === '') return rawCall(HOME, { usage: explained.command.name });
  if (slashed) {
    const found = commandIn(words.slice(1), commands);
    return found ? called(found, commands, asking) : unknownCall(slashed, behind, true);
  }
  const asked = words.replace(ASK, '');
  const found = commandIn(asked, commands);
  if (found && isMeant(found, asking)) return called(found, commands, asking);
  const shown = commandIn(asked.replace(SHOW, ''), commands);
  if (shown?.words === '') return typedCall(shown.command, shown.command.name, '', asking);
  const isOne = /^[a-z]\S*(?:[ -]\S+)?$/.test(words) && words.length <= LONGEST_NAME;
  const isNear = ({ name, also = [], internal }: Command) =>
    !internal && [name, ...also].some(each => isSlip(words.toLowerCase().replace(/\s/g, '-'), each));
  return isOne && commands.some(isNear) ? unknownCall(words, '', true) : undefined;
}

type Found = NonNullable<ReturnType<typeof commandIn>>;

/** After the home command another may be named, and anything else is read as if it stood alone. */
function called({ command, words }: Found, commands: readonly Command[], asking: Asking): Call {
  if (command.name === HOME && words !== '' && !/^\w+ ?[:=]/.test(words)) return directCall(words, commands, asking);
  return typedCall(command, command.name, words, asking);
}

/** Whether a command's name was written to call it. */
function isMeant({ command, words }: Found, asking: Asking): boolean {
  if (words === '' || asksForHelp(words) || TAKES_SENTENCES.includes(command.name)) return true;
  if (Object.keys(readWords(words, optionSpecs(command.options), asking).options).length > 0) return true;
  return !SENTENCE.test(words);
}

/** Anything else is what somebody has to tell: in the log's form, with who, where and when filled in. */
function logForm(words: string, commands: readonly Command[], asking: Asking): Call {
  const log = commands.find(({ name }) => name === 'log');
  const made = typedCall(log, 'log', words, asking);
  // What begins with a command's name and is a sentence names nobody by it.
  const isRead = !commandIn(words, commands) && made.command === 'log' && Object.keys(made.options).length > 0;
  return { ...(isRead ? made : rawCall('log', { sentence: words })), form: true };
}

/** The call behind a command's name and the words typed after it; after the home command they may name another. */
export function typedLine(name: string, words: string, commands: readonly Command[], asking: Asking): Call {
  const command = commands.find(each => each.name === name && !each.internal);
  if (!command) return unknownCall(name, words);
  const isOne =
    /^\S+$/.test(words) && !commandIn(words, commands) && !/[:=]/.test(words) && !asksForHelp(words) && !saidTo(words);
  return name === HOME && isOne ? unknownCall(words, '') : called({ command, words }, commands, asking);
}
