import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { Writing } from '../../domain/drafts/draftCheck.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { sameName } from '../people/find.ts';
import { checkedCard } from './draftCards.ts';

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
    checkedCard(text, program, writing(await programNamed(program, context), context)),
});

/** The program of this name, where the notebook has it. */
export async function programNamed(name: string | undefined, { notebook }: Context): Promise<ProgramFacts | undefined> {
  return name ? (await notebook.programs.all()).find(program => sameName(program.name, name)) : undefined;
}

/** What is known of who writes, and to whom. */
export const writing = (program: ProgramFacts | undefined, { user }: Context): Writing => ({
  ...(program?.market && { market: program.market }),
  ...(user.applicantType && { applicantType: user.applicantType }),
});
