import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { LooseEnd } from '../../domain/notebook.ts';
import { looseEndKinds } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { gone } from './find.ts';
import { list, names, one, sentence } from './looseEndCards.ts';
import { openLooseEnd, readLooseEnd } from './looseEndOpening.ts';

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
    about: option
      .longText({ label: 'What is unresolved?', description: 'In a few words. Never patient details' }, 500)
      .optional(),
    with: option
      .person({
        label: 'With whom?',
        description: 'A person in your notebook, or nobody',
        also: ['who', 'whom', 'name'],
      })
      .optional(),
    kind: option
      .choice({ label: 'What is it?', description: 'An apology, a thank-you, growth to show' }, looseEndKinds)
      .optional(),
    due: option
      .date(
        {
          label: 'By when?',
          description: 'A day: next Tue, in 3 days, Nov 3',
          hint: 'in 3 days',
          also: ['by', 'when', 'before', 'until', 'day'],
        },
        'ahead',
      )
      .optional(),
    outcome: option.longText({ label: 'What happened?', description: 'How it went, in a few words' }, 500).optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
    id: option.text({ label: 'Loose end', description: 'Which one', hidden: true }).optional(),
    person: option.text({ label: 'Person', description: 'Which person', hidden: true }).optional(),
  }),
  also: ['loose-end', 'loose', 'ends', 'unresolved', 'todo'],
  examples: ['', 'thank the ICU coordinator by Friday', 'about:"the late note" with:Patel kind:apology'],
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
    const isOpening = options.do === 'open' || options.with || options.kind || options.due;
    if (options.about && !isOpening) return readLooseEnd(options.about, context);
    return isOpening ? openLooseEnd(options, context) : list(context, false);
  },
});

const looseEnd = async (id: string | undefined, { notebook }: Context): Promise<LooseEnd> =>
  (id === undefined ? undefined : await notebook.looseEnds.get(id)) ??
  gone('That loose end is not in your notebook any more.');

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
