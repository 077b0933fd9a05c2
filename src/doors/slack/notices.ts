import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, call, encodeCall, formCall } from '../../core/commands/call.ts';
import { UserError } from '../../core/errors.ts';
import type { Answer } from '../../core/ports/request.ts';
import { reasonOf } from './clients.ts';
import { referenceOf } from './refusals.ts';
import { LIMITS, shorten } from './render.ts';
import { plainWords } from './text.ts';

/** A card that the door makes itself, with calls in which nobody's words are: they need not wait in the store. */
export const notice = (shown: Card): Answer => ({ card: shown, tokenOf: made => encodeCall(made) ?? '' });

const home: Block[] = buttons({ label: 'Home', call: call('backchannel') });

/** What was typed cannot be read as any call: it is shown again, to copy. */
export const unreadable = ({ message }: UserError, { command, text }: { command: string; text: string }): Answer =>
  notice(
    card('Not quite', {
      answer: message,
      tone: 'careful',
      blocks: [{ type: 'quote', text: shorten(plainWords(`${command} ${text}`), LIMITS.text) }, ...home],
      footer: 'Nothing was saved. What you typed is above, to copy.',
    }),
  );

/** What a file holds could not be read: its form can be opened again. */
export const unread = (error: unknown, { command, options }: Call): Card =>
  card('I could not read that file', {
    answer: error instanceof UserError ? error.message : 'Slack did not hand it over. Choose it once more.',
    tone: 'careful',
    blocks: buttons({ label: 'Choose again', call: formCall(command, options) }),
    footer: ['Nothing was saved.', referred(error).footer].filter(Boolean).join(' '),
  });

/** The form is not there: its trigger lives for three seconds, or Slack says why not. */
export const unopened = (made: Call, error: unknown): Card =>
  card('The form did not open', {
    answer: isLate(error)
      ? 'It took too long to open. Try once more.'
      : `Slack refused to open it (${reasonOf(error)}).`,
    tone: 'careful',
    blocks: buttons({ label: 'Open the form', call: { ...made, form: true } }),
    ...referred(error),
  });

/** Only what is slow is called slow: an old trigger, or no answer in time. */
const isLate = (error: unknown): boolean => ['expired_trigger_id', 'no answer'].includes(reasonOf(error));

const referred = (error: unknown): { footer?: string } => {
  const reference = referenceOf(error);
  return reference ? { footer: `Reference ${reference}.` } : {};
};

/** What is kept could not be read in time: nothing was done. */
export const unsaved = (): Answer =>
  notice(
    card('That did not work', {
      answer: 'I couldn’t get to my notes just now. Please try again in a minute.',
      tone: 'careful',
      footer: 'Nothing was saved.',
    }),
  );

export const expired = (): Answer =>
  notice(
    card('That button has expired', {
      answer: 'What it was for is no longer kept. Start again from home.',
      blocks: home,
    }),
  );
