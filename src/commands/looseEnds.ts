import { z } from 'zod';
import { call, formCall } from '../core/call.ts';
import { buttons, type Card, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { option } from '../core/options.ts';
import { formatDay } from '../domain/localTime.ts';
import type { LooseEnd } from '../domain/notebook.ts';
import { looseEndKinds } from '../domain/vocabulary.ts';
import { findPerson, gone } from './find.ts';
import { listCard, undoButton } from './lists.ts';

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
    with: option
      .person({ label: 'With whom?', description: 'A person in your notebook, or nobody', suggests: true })
      .optional(),
    kind: option
      .choice({ label: 'What is it?', description: 'An apology, a thank-you, growth to show' }, looseEndKinds)
      .optional(),
    about: option
      .longText({ label: 'What is unresolved?', description: 'In a few words. Never patient details' }, 500)
      .optional(),
    due: option
      .date({ label: 'By when?', description: 'A day: next Tue, in 3 days, 3 Nov', hint: 'in 3 days' })
      .optional(),
    outcome: option.longText({ label: 'What happened?', description: 'How it went, in a few words' }, 500).optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
    id: option.text({ label: 'Loose end', description: 'Which one', hidden: true }).optional(),
    person: option.text({ label: 'Person', description: 'Which person', hidden: true }).optional(),
  }),
  examples: ['', 'about:"thank the ICU coordinator" due:Friday'],
  form: { title: 'A loose end', submit: 'Keep it', fields: ['with', 'kind', 'about', 'due'] },
  async run(options, context) {
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
  async suggest(_, text, { notebook }) {
    const wanted = text.trim().toLowerCase();
    const known = (await notebook.people.all()).filter(({ name }) => name.toLowerCase().includes(wanted));
    return known.map(({ name }) => ({ label: name, value: name }));
  },
});

const looseEnd = async (id: string | undefined, { notebook }: Context): Promise<LooseEnd> =>
  (id === undefined ? undefined : await notebook.looseEnds.get(id)) ??
  gone('That loose end is not in your notebook any more.');

interface Opening {
  with?: string;
  person?: string;
  kind?: LooseEnd['kind'];
  about?: string;
  due?: Temporal.PlainDate;
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
      { type: 'text', text: guidance[value.kind] },
      ...buttons(
        { label: 'How to do it well', call: call('advice', { piece: pieces[value.kind] }) },
        { label: 'It is done', call: formCallFor(value) },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

/** One or two sentences on doing each kind well. */
const guidance: Record<LooseEnd['kind'], string> = {
  apology:
    'Short, soon and without a “but”: what you did, that it was yours, what you do differently now. Ask for nothing back.',
  'thank-you': 'Name the one thing they did, and what came of it. Two sentences are enough.',
  growth:
    'Let it be seen rather than said: the same situation, handled differently, in front of somebody who was there.',
  other: 'Decide on the smallest step that would settle it, and on a day for it.',
};
const pieces: Record<LooseEnd['kind'], string> = {
  apology: 'how-to-apologize',
  'thank-you': 'close-loose-ends',
  growth: 'let-people-see-it',
  other: 'close-loose-ends',
};

const sentence = ({ kind, text }: LooseEnd, name: string | undefined): string =>
  `${name ? `${name}: ` : ''}${text === looseEndKinds[kind].label ? text : `${text} (${looseEndKinds[kind].label})`}.`;

const formCallFor = ({ id }: LooseEnd) => call('loose-ends', { do: 'close', id });

async function names({ notebook }: Context): Promise<Map<string, string>> {
  return new Map((await notebook.people.all()).map(({ id, name }) => [id, name]));
}

async function list(context: Context, closed: boolean): Promise<Card> {
  const [all, known] = await Promise.all([context.notebook.looseEnds.all(), names(context)]);
  const items = all.filter(({ closedOn }) => (closedOn !== null) === closed).toSorted(byDue);
  const open = all.filter(({ closedOn }) => closedOn === null).length;
  if (items.length === 0) return nothing(all.length > open);
  return listCard({
    title: closed ? 'Closed loose ends' : 'Loose ends',
    answer:
      open === 0 ? 'Nothing is open.' : open === 1 ? 'One is open.' : `${open} are open. What is due comes first.`,
    items,
    line: item => `${sentence(item, known.get(item.contactId ?? ''))}${when(item, context.today)}`,
    open: {
      placeholder: 'Open one',
      call: { ...call('loose-ends'), choose: 'id' },
      label: item => sentence(item, known.get(item.contactId ?? '')),
      value: ({ id }) => id,
    },
    call: call('loose-ends', closed ? { do: 'closed' } : {}),
    page: context.page,
    rows: [
      { label: 'Open another', call: formCall('loose-ends', { do: 'open' }) },
      closed
        ? { label: 'Open ones', call: call('loose-ends') }
        : { label: 'Closed ones', call: call('loose-ends', { do: 'closed' }) },
    ],
  });
}

const byDue = (one: LooseEnd, other: LooseEnd): number =>
  (one.dueOn?.toString() ?? '9').localeCompare(other.dueOn?.toString() ?? '9');

function when({ dueOn, closedOn, outcome }: LooseEnd, today: Temporal.PlainDate): string {
  if (closedOn) return ` Closed ${formatDay(closedOn)}${outcome ? `: ${outcome}` : ''}.`;
  if (!dueOn) return '';
  return Temporal.PlainDate.compare(dueOn, today) < 0 ? ` Was due ${formatDay(dueOn)}.` : ` Due ${formatDay(dueOn)}.`;
}

const nothing = (hasClosed: boolean): Card =>
  card('No loose ends', {
    answer: 'Here you will see what is unresolved with somebody, and by when to settle it.',
    blocks: [
      {
        type: 'text',
        text: 'Is there somebody whom you would rather not meet in the elevator? One short word to them changes more than you think.',
      },
      ...buttons(
        { label: 'Open one', call: formCall('loose-ends', { do: 'open' }) },
        hasClosed && { label: 'Closed ones', call: call('loose-ends', { do: 'closed' }) },
      ),
    ],
    footer: 'Only you see this.',
  });

async function one(item: LooseEnd, context: Context): Promise<Card> {
  const name = (await names(context)).get(item.contactId ?? '');
  const { id } = item;
  return card(item.closedOn ? 'A closed loose end' : 'A loose end', {
    answer: sentence(item, name),
    blocks: [
      { type: 'text', text: `Opened ${formatDay(item.openedOn)}.${when(item, context.today)}` },
      ...(item.closedOn ? [] : [{ type: 'text', text: guidance[item.kind] } as const]),
      ...buttons(
        item.closedOn
          ? { label: 'Reopen', call: call('loose-ends', { do: 'reopen', id }) }
          : { label: 'It is done', call: formCallFor(item) },
        { label: 'How to do it well', call: call('advice', { piece: pieces[item.kind] }) },
        { label: 'Remove', call: call('loose-ends', { do: 'remove', id }) },
        { label: 'All', call: call('loose-ends') },
      ),
    ],
    footer: 'Only you see this.',
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
