import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, call, encodeCall, formCall } from '../../core/commands/call.ts';
import { UserError } from '../../core/errors.ts';
import type { Answer } from '../../core/ports/request.ts';
import { LIMITS, shorten } from './render.ts';
import { plainWords } from './text.ts';

/** A card that the door makes itself, with calls of so few letters that they need not wait in the store. */
const notice = (shown: Card): Answer => ({ card: shown, tokenOf: made => encodeCall(made) ?? '' });

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
export const unread = (error: unknown, { command, options }: Call): Answer =>
  notice(
    card('I could not read that file', {
      answer: error instanceof UserError ? error.message : 'Slack did not hand it over. Choose it once more.',
      tone: 'careful',
      blocks: buttons({ label: 'Choose again', call: formCall(command, options) }),
      footer: 'Nothing was saved.',
    }),
  );

/** Slack did not open the form: its trigger lives for three seconds. */
export const unopened = (made: Call): Answer => {
  const again = encodeCall({ ...made, form: true }) ? { ...made, form: true } : formCall(made.command);
  return notice(
    card('The form did not open', {
      answer: 'Slack took too long. Try once more.',
      tone: 'careful',
      blocks: buttons({ label: 'Open the form', call: again }),
    }),
  );
};

export const expired = (): Answer =>
  notice(
    card('That button has expired', {
      answer: 'What it was for is no longer kept. Start again from home.',
      blocks: home,
    }),
  );
