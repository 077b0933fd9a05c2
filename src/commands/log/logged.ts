import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { Logged } from '../../core/ports/notebook.ts';
import { readRole } from '../../domain/people/roles.ts';
import {
  type Dimension,
  dimensions,
  keysOf,
  roles,
  type SayableRole,
  sayableRoles,
  stances,
} from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';
import { gone } from '../people/find.ts';
import { person } from '../people/personPage.ts';
import { loggedCard } from './loggedCard.ts';

const hidden = (label: string) => ({ label, description: label, hidden: true });

/** What one tap says after a log, and the two taps of the week's question: nobody types these. */
export const logged = defineCommand({
  name: 'logged',
  description: 'What was just logged',
  internal: true,
  audience: 'everyone',
  options: z.strictObject({
    of: option.text(hidden('The log that it tells more of')).optional(),
    who: option.text(hidden('Who saw you work')).optional(),
    about: option.choice(hidden('What it speaks of'), dimensions).optional(),
    role: option.choice({ ...hidden('Role'), reads: readRole }, sayableRoles).optional(),
    place: option.place({ label: 'Where do they work?', description: 'A hospital or program' }).optional(),
    letter: option.boolean(hidden('Writes a letter')).optional(),
    do: option.choice(hidden('What to tell'), { place: { label: 'Where they work' } }).optional(),
  }),
  examples: [],
  form: { title: 'Where they work', submit: 'Save', fields: ['place'], requires: ['place'] },
  async run({ of, who, do: _, ...told }, context): Promise<Card> {
    if (who) return stanceQuestion(who, context);
    const before = of ? await context.notebook.loggedBy(of) : [];
    if (!of || before.length === 0) gone('That entry has changed since, or is gone. Your log has what there is.');
    return tell(before, of, told, context);
  },
});

interface Told {
  about?: Dimension | undefined;
  role?: SayableRole | undefined;
  place?: string | undefined;
  letter?: boolean | undefined;
}

/** Writes what was told, as a part of the log that it tells more of, and shows that log's card once more. */
async function tell(before: readonly Logged[], of: string, told: Told, context: Context): Promise<Card> {
  const { notebook, today } = context;
  const [{ contact, entry }] = before as [Logged];
  notebook.tellMoreOf(of);
  const { about, role, place, letter } = told;
  const written = about
    ? await notebook.tellEntries(
        before.map(one => one.entry.id),
        entry.stance === 'warn' ? { worry: about } : { dimension: about },
      )
    : await notebook.people.change(contact.id, {
        ...(role && { role }),
        ...(place && { place }),
        ...(letter !== undefined && { letter, letterAskedOn: today }),
      });
  const { undoId } = written;
  const after = await notebook.loggedBy(undoId);
  const isOne = after.length > 0;
  return loggedCard(
    isOne ? after : await notebook.loggedBy(of),
    { title: 'Logged', undoId, of: isOne ? undoId : of, told: sayTold(told), known: [] },
    context,
  );
}

const sayTold = ({ about, role, place, letter }: Told): string =>
  about
    ? `Noted: it speaks of ${dimensions[about].label}.`
    : role
      ? `Noted: ${roles[role].label}.`
      : place
        ? `Noted: works at ${place}.`
        : letter
          ? 'Noted: a letter this season.'
          : 'Noted: no letter. I won’t ask again.';

/** The second of two taps. */
async function stanceQuestion(contactId: string, context: Context): Promise<Card> {
  const { name } = await person(contactId, context);
  return card(`What would ${name} say about you?`, {
    answer: 'One tap logs it for today.',
    blocks: buttons(
      ...keysOf(stances).map(they => ({ label: capital(stances[they].label), call: call('log', { who: name, they }) })),
    ),
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}
