import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { keysOf } from '../../domain/vocabulary.ts';
import { checkedCard } from './draftCards.ts';
import { type Given, givenOnly, writeDraft, writtenDrafts } from './draftWriting.ts';
import { programNamed, writing } from './writing.ts';

const kinds = { ...writtenDrafts, check: { label: 'Check my own text' } } as const;

export const draft = defineCommand({
  name: 'draft',
  description: 'A short message to copy and send yourself, or a check of your own',
  audience: 'everyone',
  options: z.strictObject({
    kind: option.choice({ label: 'What kind', description: 'What you want to write, or check' }, kinds).optional(),
    to: option.person({ label: 'Who is it to?', description: 'As you would greet them: Dr. Patel' }).optional(),
    program: option.program({ label: 'Program, if it is about one', description: 'If it is about one' }).optional(),
    specialty: option.text({ label: 'Specialty, if it is named', description: 'What you apply in' }, 60).optional(),
    detail: option
      .longText(
        {
          label: 'The one detail',
          description: 'What you saw, learned or did, as the card asks. No patients',
          screened: false,
        },
        300,
      )
      .optional(),
    change: option
      .longText({ label: 'In an apology: what you do now', description: 'What is different now', screened: false }, 300)
      .optional(),
    text: option
      .longText(
        { label: 'Your own text', description: 'To check: your message, without patient details', screened: false },
        3000,
      )
      .optional(),
    early: option.boolean({ label: 'Early-offer line', description: 'With the line', hidden: true }).optional(),
  }),
  examples: ['', 'follow-up program:"Lakeside IM"', 'check'],
  form: { title: 'Write a draft', submit: 'Write it', fields: ['to', 'program', 'specialty', 'detail', 'change'] },
  async run({ kind, text, early = false, ...given }, context): Promise<Card> {
    if (text)
      return checkedCard(text, given.program, writing(await programNamed(given.program, context), context), context);
    if (kind === 'check') return paste(given.program);
    return kind ? writeDraft(kind, given, early, context) : menu(given);
  },
});

/** As many have a button; the others are in the menu below. */
const BUTTONS = 4;

function menu(given: Given): Card {
  const ways = keysOf(kinds);
  return card('Drafts', {
    answer: 'Short messages to copy, change and send yourself. Which one?',
    blocks: [
      ...buttons(
        ...ways.slice(0, BUTTONS).map(kind => ({
          label: kinds[kind].label,
          call: call('draft', { ...givenOnly(given), kind }),
        })),
      ),
      {
        type: 'select',
        placeholder: 'Something else',
        call: selectCall('draft', 'kind', givenOnly(given)),
        choices: ways.slice(BUTTONS).map(kind => ({ value: kind, label: kinds[kind].label })),
      },
    ],
    footer: 'Nothing is ever sent in your name.',
  });
}

const paste = (program: string | undefined): Card =>
  card('Check my own text', {
    answer: 'Paste a message, and see what may sound long, pressing or scripted.',
    blocks: buttons(
      { label: 'Paste it', call: formCall('proofread', givenOnly({ program })) },
      { label: 'Other drafts', call: call('draft') },
    ),
    footer: 'Leave patients out. Only you see this.',
  });
