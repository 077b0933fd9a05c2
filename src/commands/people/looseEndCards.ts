import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { guidance, type OpenEnds, openLooseEnds } from '../../domain/followUps/looseEnds.ts';
import type { LooseEnd } from '../../domain/notebook.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { looseEndKinds } from '../../domain/vocabulary.ts';
import { listCard } from '../lists.ts';

/** What is unresolved, in one line. */
export const sentence = ({ kind, text }: LooseEnd, name: string | undefined): string =>
  `${name ? `${name}: ` : ''}${text === looseEndKinds[kind].label ? text : `${text} (${looseEndKinds[kind].label})`}.`;

/** Closing it, with what happened if one likes. */
export const closeCall = ({ id }: LooseEnd) => call('loose-ends', { do: 'close', id });

/** What is open, with when it is due and why: what Home shows too. */
export async function openEndsOf({ notebook, today }: Pick<Context, 'notebook' | 'today'>): Promise<OpenEnds> {
  const [looseEnds, contacts, interviews, programs] = await Promise.all([
    notebook.looseEnds.all(),
    notebook.people.all(),
    notebook.interviews.all(),
    notebook.programs.all(),
  ]);
  const people = contacts.map(({ place, ...contact }) => ({ ...contact, ...(place && { place }) }));
  return openLooseEnds({ looseEnds, people, interviews, programs }, today);
}

/** Names by contact. */
export async function names({ notebook }: Pick<Context, 'notebook'>): Promise<Map<string, string>> {
  return new Map((await notebook.people.all()).map(({ id, name }) => [id, name]));
}

/** The open ones, what is due first; or those that are closed. */
export async function list(context: Context, closed: boolean): Promise<Card> {
  const [all, known, ends] = await Promise.all([context.notebook.looseEnds.all(), names(context), openEndsOf(context)]);
  const done = all.filter(({ closedOn }) => closedOn !== null).toSorted(byClosing);
  const items = closed ? done : ends.open.map(({ looseEnd }) => looseEnd);
  const reasons = new Map(ends.open.map(({ looseEnd, reason }) => [looseEnd.id, reason]));
  if (items.length === 0) return nothing(done.length > 0);
  return listCard({
    title: closed ? 'Closed loose ends' : 'Loose ends',
    answer: closed ? `${items.length} closed, the latest first.` : ends.answer,
    items,
    line: item =>
      `${sentence(item, known.get(item.contactId ?? ''))} ${closed ? closing(item) : (reasons.get(item.id) ?? '')}`,
    open: {
      placeholder: 'Open one',
      call: selectCall('loose-ends', 'id'),
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

const byClosing = (one: LooseEnd, other: LooseEnd): number => `${other.closedOn}`.localeCompare(`${one.closedOn}`);

const closing = ({ closedOn, outcome }: LooseEnd): string =>
  closedOn ? `Closed ${formatDay(closedOn)}${outcome ? `: ${outcome}` : ''}.` : '';

const nothing = (hasClosed: boolean): Card =>
  card('No loose ends', {
    answer: 'Here you will see what is unresolved with someone, and by when to settle it.',
    blocks: [
      {
        type: 'text',
        text: 'Is there someone you would rather not meet in the elevator? One short word to them changes more than you think.',
      },
      ...buttons(
        { label: 'Open one', call: formCall('loose-ends', { do: 'open' }) },
        hasClosed && { label: 'Closed ones', call: call('loose-ends', { do: 'closed' }) },
      ),
    ],
    footer: 'Only you see this.',
  });

/** One of them, with how to do it well. */
export async function one(item: LooseEnd, context: Context): Promise<Card> {
  const name = (await names(context)).get(item.contactId ?? '');
  const { id } = item;
  return card(item.closedOn ? 'A closed loose end' : 'A loose end', {
    answer: sentence(item, name),
    blocks: [
      {
        type: 'text',
        text: `Opened ${formatDay(item.openedOn)}. ${item.dueOn ? `Due ${formatDay(item.dueOn)}. ` : ''}${closing(item)}`,
      },
      ...(item.closedOn ? [] : [{ type: 'list', items: guidance[item.kind].steps } as const]),
      ...buttons(
        item.closedOn
          ? { label: 'Reopen', call: call('loose-ends', { do: 'reopen', id }) }
          : { label: 'It is done', call: closeCall(item) },
        { label: 'How to do it well', call: call('advice', { piece: guidance[item.kind].advice }) },
        { label: 'Remove', call: call('loose-ends', { do: 'remove', id }) },
        { label: 'All', call: call('loose-ends') },
      ),
    ],
    footer: 'Only you see this.',
  });
}
