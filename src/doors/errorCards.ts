import { type Block, buttons, type Card, card } from '../core/cards/card.ts';
import { type Call, call, encodeCall, rawCall } from '../core/commands/call.ts';
import type { Answer } from '../core/ports/request.ts';
import { formatMoment } from '../domain/time/localTime.ts';
import type { UnreadWhy } from './givenFile.ts';

/** One card for each thing that can go wrong at a door, the same on all of them. */

/**
 * A card that the door makes itself. Nobody's words stand in an id: a call with options is for `core.authorizedButtons`, which
 * keeps it; as it is here, its form opens empty.
 */
export const notice = (shown: Card): Answer => ({
  card: shown,
  tokenOf: made =>
    encodeCall(Object.keys(made.options).length === 0 ? made : { ...rawCall(made.command), form: true }) ?? '',
});

const home: Block[] = buttons({ label: 'Home', call: call('backchannel') });

const careful = (title: string, answer: string, parts: Partial<Card> = {}): Answer =>
  notice(card(title, { answer, tone: 'careful', ...parts }));

const footer = (...words: (string | undefined)[]): { footer?: string } => {
  const said = words.filter(Boolean).join(' ');
  return said ? { footer: said } : {};
};
const referred = (reference: string | undefined) => reference && `Reference ${reference}.`;

const unreadAnswers: Record<UnreadWhy, (platform: string) => string> = {
  'too-large': () => 'This file is larger than 2 MB. Choose a smaller one, or a part of it.',
  gone: platform => `${platform} no longer has this file. Choose it once more.`,
  refused: platform => `${platform} did not hand the file over. Choose it once more.`,
  slow: platform => `${platform} took too long to hand the file over. Choose it once more.`,
  unreachable: platform => `I couldn’t get the file from ${platform}. Try again in a minute.`,
  empty: () => 'This file is empty. Choose the one with your entries in it.',
};

/** What is wrong with a file, in a sentence or two. */
export const whyUnread = (why: UnreadWhy, platform: string): string => unreadAnswers[why](platform);

/** A file could not be read: its form can be opened again, with what else was given. */
export const unreadableFile = (
  why: UnreadWhy,
  platform: string,
  { command, options }: Call,
  reference?: string,
): Answer =>
  careful('I couldn’t read that file', whyUnread(why, platform), {
    blocks: buttons({ label: 'Choose again', call: { ...rawCall(command, options), form: true } }),
    ...footer('Nothing was saved.', referred(reference)),
  });

/** Files of one message that are read. */
export const MOST_FILES = 5;

/** Of many files the first ones are read. */
export const tooManyFiles = (given: number): Answer =>
  careful(
    'The rest is not read yet',
    `I read ${MOST_FILES} files at a time. Please send the other ${given - MOST_FILES} again.`,
    {
      ...footer('Nothing of them was saved.'),
    },
  );

/** What a button was for is no longer kept. */
export const expiredButton = (): Answer =>
  notice(
    card('That button has expired', {
      answer: 'What it was for is no longer kept. Start again from home.',
      blocks: home,
    }),
  );

/** What a form was opened for is no longer kept: what was typed into it is shown, to copy. */
export const expiredForm = (typed: string[] = []): Answer =>
  careful('That form has expired', 'What it was opened for is no longer kept. Start again from home.', {
    blocks: [...(typed.length > 0 ? [{ type: 'copy', text: typed.join('\n') } as const] : []), ...home],
    ...footer('Nothing was saved.', typed.length > 0 ? 'What you typed is above, to copy.' : undefined),
  });

/** What was typed cannot be read as any call: it is shown again, to copy. */
export const unreadableWords = (why: string, typed: string): Answer =>
  careful('Not quite', why, {
    blocks: [{ type: 'quote', text: typed }, ...home],
    ...footer('Nothing was saved. What you typed is above, to copy.'),
  });

/** A form did not open: it came too late, or the platform said no. */
export function unopenedForm(
  made: Call,
  platform: string,
  no: { late: true } | { reference: string; kind: string },
): Answer {
  const answer =
    'late' in no ? 'It took too long to open. Try once more.' : `${platform} refused to open it (${no.kind}).`;
  return careful('The form did not open', answer, {
    blocks: buttons({ label: 'Open the form', call: { ...made, form: true } }),
    ...footer('late' in no ? undefined : referred(no.reference)),
  });
}

/** The platform did not take an answer. Whether that would have said that something was saved is not for this to say. */
export const refusedAnswer = (platform: string, reference: string): Answer =>
  careful('I couldn’t show the answer', `${platform} did not take my answer. What was saved is in Home.`, {
    blocks: home,
    ...footer(referred(reference)),
  });

/** By direct message, once nothing else was taken: nothing that another person's glance could use. */
export const unshownAnswer = (platform: string): Answer =>
  careful(
    'I couldn’t show you an answer',
    `I answered you, but ${platform} did not take it. What was saved is in Home.`,
    {
      blocks: home,
    },
  );

/** What is kept could not be reached in time: nothing was done. */
export const notSaved = (): Answer =>
  careful('That was not saved', 'I couldn’t get to my notes just now. Please try again in a minute.', {
    ...footer('Nothing was saved.'),
  });

/** Said in place of an answer that takes long, where what was asked for could not be kept either. */
export const oneMoment = (): Answer =>
  notice(
    card('One moment…', {
      answer: 'If no answer follows here within a minute, nothing was saved: send it again.',
    }),
  );

/** What a crash cut short, too late to be carried out: what was meant by today may be another day. */
export const lostRequest = (at: Temporal.Instant): Answer =>
  careful('One thing was not saved', 'I stopped before I could save what you sent. Please send it again.', {
    blocks: [{ type: 'text', text: `It came in ${formatMoment(at, 'UTC')}.` }],
  });
