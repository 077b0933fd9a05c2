import { buttons, type Card, card } from '../cards/card.ts';
import { StorageLost, UnplacedOptions, UserError } from '../ports/errors.ts';
import type { Answer } from '../ports/request.ts';
import type { Call, RawOptions } from './call.ts';
import { type Command, formOf } from './command.ts';
import { optionSpecs } from './options.ts';

/** What an error makes of a request. A question is answered by a tap on its card, not beside a field. */
export function failedAs(error: unknown): Pick<Answer, 'outcome' | 'fields'> {
  if (!(error instanceof UserError)) return { outcome: 'failed' };
  return error.question ? { outcome: 'asked' } : { outcome: 'refused', fields: error.fields };
}

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
  const understood = { ...call.options, ...error.understood };
  const answers = (question?.answers ?? []).map(({ label, words, without = [] }) => {
    const others = Object.entries(understood).filter(([name]) => !without.includes(name));
    const { [question?.option ?? '']: _, ...picked } = call.picked ?? {};
    return {
      label,
      call: {
        ...call,
        picked,
        options: { ...Object.fromEntries(others), [question?.option ?? '']: words },
        form: false,
      },
    };
  });
  const mends = !(error instanceof UnplacedOptions);
  const kept = command ? withoutFiles(understood, command) : understood;
  const isKept = Object.keys(kept).length === Object.keys(understood).length;
  const isGiven = Object.keys(understood).length > 0 || call.unplaced !== undefined;
  const again = mends && command && formOf(command, understood) && isGiven;
  return card(question ? 'One question' : 'Not quite', {
    answer: error.message,
    tone: 'careful',
    blocks: buttons(
      ...answers,
      ...offers,
      again && { label: question ? 'Say it otherwise' : 'Try again', call: { ...call, options: kept, form: true } },
    ),
    ...((again || answers.length > 0) && isKept && { footer: 'What you typed is kept.' }),
  });
}

/** A file is chosen anew: nobody types one, and it is large. */
function withoutFiles(given: RawOptions, command: Command): RawOptions {
  const files = optionSpecs(command.options).flatMap(({ kind, name }) => (kind === 'file' ? [name] : []));
  return Object.fromEntries(Object.entries(given).filter(([name]) => !files.includes(name)));
}
