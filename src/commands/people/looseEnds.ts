import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import { guidance } from '../../domain/followUps/looseEnds.ts';
import type { LooseEnd } from '../../domain/notebook.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { looseEndKinds } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { findPerson, gone } from './find.ts';
import { closeCall, list, names, one, sentence } from './looseEndCards.ts';

const doings = {
  open: { label: 'Open' },
  close: { label: 'Close' },
  reopen: { label: 'Reopen' },
  remove: { label: 'Remove' },
  closed: { label: 'Show closed ones' },
};

export const looseEnds = defineCommand({
  name: 'loose-ends',
  description: 'What is unresolved: an apology, a thank-you, growth to show, and how to do it well',
  audience: 'everyone',
  options: z.strictObject({
    with: option.person({ label: 'With whom?', description: 'A person in your notebook, or nobody' }).optional(),
    kind: option
      .choice({ label: 'What is it?', description: 'An apology, a thank-you, growth to show' }, looseEndKinds)
      .optional(),
    about: option
      .longText({ label: 'What is unresolved?', description: 'In a few words. Never patient details' }, 500)
      .optional(),
    due: option
      .date({ label: 'By when?', description: 'A day: next Tue, in 3 days, 3 Nov', hint: 'in 3 days' }, 'ahead')
      .optional(),
    outcome: option.longText({ label: 'What happened?', description: 'How it went, in a few words' }, 500).optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
    id: option.text({ label: 'Loose end', description: 'Which one', hidden: true }).optional(),
    person: option.text({ label: 'Person', description: 'Which person', hidden: true }).optional(),
  }),
  examples: ['', 'about:"thank the ICU coordinator" due:Friday'],
  form: { title: 'A loose end', submit: 'Keep it', fields: ['with', 'kind', 'about', 'due'] },
  async run(options, context): Promise<Card> {
    const { id } = options;
    switch (options.do) {
      case 'close':
        return close(id, options.outcome, context);
      case 'reopen':
        return changed(id, { closedOn: null, outcome: null }, 'Open again', context);
      case 'remove':
        return remove(id, context);
      case 'closed':
        return list(context, true);
    }
    if (id) return one(await looseEnd(id, context), context);
    if (options.about || options.do === 'open' || options.kind) return open(options, context);
    return list(context, false);
  },
});

const looseEnd = async (id: string | undefined, { notebook }: Context): Promise<LooseEnd> =>
  (id === undefined ? undefined : await notebook.looseEnds.get(id)) ??
  gone('That loose end is not in your notebook any more.');

interface Opening {
  with?: string | undefined;
  person?: string | undefined;
  kind?: LooseEnd['kind'] | undefined;
  about?: string | undefined;
  due?: Temporal.PlainDate | undefined;
}

async function open({ with: who, person, kind, about, due }: Opening, context: Context): Promise<Card> {
  const { notebook, today } = context;
  const contact = person ? await notebook.people.get(person) : who ? await findPerson(who, context) : undefined;
  if (!about && !contact)
    throw new UserError('Say with whom, or what is unresolved.', { about: 'Say what is unresolved.' });
  const chosen = kind ?? 'apology';
  const { value, undoId } = await notebook.looseEnds.add({
    contactId: contact?.id ?? null,
    kind: chosen,
    text: about ?? looseEndKinds[chosen].label,
    openedOn: today,
    dueOn: due ?? null,
    closedOn: null,
    outcome: null,
  });
  return card('A loose end is open', {
    answer: `${sentence(value, contact?.name)}${value.dueOn ? ` Due ${formatDay(value.dueOn)}.` : ''}`,
    blocks: [
      { type: 'list', items: guidance[value.kind].steps },
      ...buttons(
        { label: 'How to do it well', call: call('advice', { piece: guidance[value.kind].advice }) },
        { label: 'It is done', call: closeCall(value) },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

/** Closing with what happened: a bad story rarely goes, a newer one on top of it does the work. */
async function close(id: string | undefined, outcome: string | undefined, context: Context): Promise<Card> {
  const item = await looseEnd(id, context);
  return changed(item.id, { closedOn: context.today, outcome: outcome ?? null }, 'Closed', context);
}

async function changed(
  id: string | undefined,
  change: Partial<LooseEnd>,
  title: string,
  context: Context,
): Promise<Card> {
  const item = await looseEnd(id, context);
  const { value, undoId } = await context.notebook.looseEnds.change(item.id, change);
  const name = (await names(context)).get(value.contactId ?? '');
  return card(title, {
    answer: sentence(value, name),
    tone: 'good',
    blocks: [
      ...(value.closedOn
        ? [
            {
              type: 'text',
              text: 'It counts in your self-check from now on. What they saw of you after it counts even more.',
            } as const,
          ]
        : []),
      ...buttons(
        { label: 'Check my bucket', call: call('bucket') },
        { label: 'Loose ends', call: call('loose-ends') },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

async function remove(id: string | undefined, context: Context): Promise<Card> {
  const { undoId } = await context.notebook.looseEnds.remove((await looseEnd(id, context)).id);
  return card('Removed', {
    answer: 'The loose end is gone.',
    blocks: buttons({ label: 'Loose ends', call: call('loose-ends') }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}
