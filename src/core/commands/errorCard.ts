import { buttons, type Card, card } from '../cards/card.ts';
import { StorageLost, UserError } from '../ports/errors.ts';
import type { Call } from './call.ts';
import { type Command, formOf } from './command.ts';

/** What is wrong, what is expected, what was kept, and a way to try again with it filled in. */
export function errorCard(error: unknown, call: Call, command: Command | undefined): Card {
  if (error instanceof StorageLost)
    return card("I can't save right now", {
      answer: 'My notes are out of reach, so nothing new is kept until I am started again.',
      tone: 'careful',
      footer: 'This was not saved. Please tell whoever runs this bot.',
    });
  if (!(error instanceof UserError))
    return card('That did not work', {
      answer: 'Something failed on our side. Please try again in a minute.',
      tone: 'careful',
      footer: 'Nothing was half-saved.',
    });
  const { question, offers } = error;
  const answers = (question?.answers ?? []).map(({ label, words }) => ({
    label,
    call: { ...call, options: { ...call.options, [question?.option ?? '']: words }, form: false },
  }));
  const isGiven = Object.keys(call.options).length > 0 || call.unplaced !== undefined;
  const again = command && formOf(command, call.options) && isGiven;
  return card('Not quite', {
    answer: error.message,
    tone: 'careful',
    blocks: buttons(
      ...answers,
      ...offers,
      again && { label: question ? 'Say it otherwise' : 'Try again', call: { ...call, form: true } },
    ),
    ...(again && { footer: 'What you typed is kept.' }),
  });
}
