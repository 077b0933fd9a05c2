import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { checkedCard } from './draftCards.ts';
import { programNamed, writing } from './writing.ts';

/** The form of `draft kind:check`: it asks for the message alone. */
export const proofread = defineCommand({
  name: 'proofread',
  description: 'Check a message of your own before you send it',
  internal: true,
  audience: 'everyone',
  options: z.strictObject({
    text: option.longText(
      { label: 'Your message', description: 'Paste it here, without patient details', screened: false },
      3000,
    ),
    program: option
      .program({ label: 'To which program?', description: 'If it goes to one of your programs' })
      .optional(),
  }),
  examples: [],
  form: { title: 'Check a message', submit: 'Check it', fields: ['text', 'program'], opensIncomplete: true },
  run: async ({ text, program }, context): Promise<Card> =>
    checkedCard(text, program, writing(await programNamed(program, context), context), context),
});
