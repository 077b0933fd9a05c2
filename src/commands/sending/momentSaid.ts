import { calendarOf } from '../../core/commands/calendarOf.ts';
import type { RawOptions } from '../../core/commands/call.ts';
import type { Choice } from '../../core/commands/choices.ts';
import type { Context } from '../../core/commands/command.ts';
import { choicesOfReading } from '../../core/commands/readAsTyped.ts';
import { UserError } from '../../core/ports/errors.ts';
import { quietHoursOf } from '../../core/sending/recipient.ts';
import { describeRule } from '../../domain/time/describeRule.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import { readWhen, type When, type WhenAsked } from '../../domain/time/readWhen.ts';
import type { Reading } from '../../domain/words/reading.ts';

/** What a reminder's words are read against. */
export const whenAsked = async (context: Context): Promise<WhenAsked> => ({
  now: context.now,
  zone: context.zone,
  quiet: quietHoursOf(context.user),
  calendar: await calendarOf(context),
});

/** When something is to come, from the words of the option `when`. @throws UserError that asks, or says what was not understood */
export const momentSaid = async (words: string, context: Context): Promise<When> =>
  understoodWhen(readWhen(words, await whenAsked(context)));

/** How words for a reminder's time are read so far, for who is still typing them. */
export async function suggestWhen(text: string, context: Context): Promise<Choice[]> {
  const asking = await whenAsked(context);
  const tried = text.trim()
    ? [text.trim()]
    : ['tomorrow 6 pm', 'every Friday at 7 am', 'the night before my interview'];
  return tried.flatMap(words => choicesOfReading(words, readWhen(words, asking), sayWhen));
}

const sayWhen = ({ at, rule }: When): string =>
  rule ? describeRule({ at, rule }) : `${formatDay(at.toPlainDate())}, ${formatClock(at.toPlainTime())}`;

/** @throws UserError where it is asked or refused: `options` go on as they were understood */
export function understoodWhen(reading: Reading<When>, options: RawOptions = {}): When {
  if (reading.outcome === 'understood') return reading.value;
  if (reading.outcome === 'refused')
    throw new UserError(reading.because, { when: reading.because }, undefined, { understood: options });
  const { question, answers } = reading;
  throw new UserError(question, { when: question }, { option: 'when', answers }, options);
}
