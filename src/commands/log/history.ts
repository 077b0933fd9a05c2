import { z } from 'zod';
import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { HistoryItem } from '../../core/ports/notebook.ts';
import { readEntryQuery } from '../../domain/people/entrySearch.ts';
import { readRole } from '../../domain/people/roles.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { dimensions, roles, roleWord, stances } from '../../domain/vocabulary.ts';
import type { Period } from '../../domain/words/period.ts';
import { aside } from '../../domain/words/sentences.ts';
import { listCard, undoButton } from '../lists.ts';
import { sameName } from '../people/find.ts';
import { nothingLogged } from './nothingLogged.ts';

/** Everything that one person may keep: read whole, since what is sealed can't be searched by the database. */
const ALL = 5000;

const internal = (label: string) => ({ label, description: label, hidden: true });

export const history = defineCommand({
  name: 'history',
  description: 'What you logged: search it, filter it, edit, delete, undo',
  audience: 'everyone',
  options: z.strictObject({
    words: option
      .text({ label: 'Words', description: 'A name, a tone, a role, a place, a day: Patel last week', screened: false })
      .optional(),
    person: option.person({ label: 'Person', description: 'Entries about this person', screened: false }).optional(),
    role: option.choice({ label: 'Role', description: 'Entries about this role', reads: readRole }, roles).optional(),
    tone: option
      .choice(
        { label: 'What they would say', description: 'Entries with this tone', also: ['they', 'stance'] },
        stances,
      )
      .optional(),
    about: option.choice({ label: 'About', description: 'Entries that speak of this' }, dimensions).optional(),
    place: option
      .place({
        label: 'Place',
        description: 'Entries at this hospital or program',
        screened: false,
        also: ['where', 'at'],
      })
      .optional(),
    since: option
      .date({ label: 'Since', description: 'From this day on: Oct 1, last month', also: ['from', 'after'] }, 'since')
      .optional(),
    undo: option.text(internal('Change to take back')).optional(),
    remove: option.text(internal('Entry to delete')).optional(),
    contact: option.text(internal('Person whose role is told')).optional(),
    id: option.text(internal('Entry')).optional(),
  }),
  also: ['entries', 'notes', 'notebook', 'undo', 'logs'],
  examples: ['', 'Patel last week', 'good', 'tone:warn since:"Oct 1"'],
  async run({ undo, remove, contact, id, ...filter }, context): Promise<Card> {
    if (undo) return undone(undo, context);
    if (remove) return removed(remove, context);
    if (contact && filter.role) return roleNamed(contact, filter.role, context);
    const entries = await context.notebook.history({ limit: ALL });
    if (id)
      return one(
        entries.find(entry => entry.id === id),
        context,
      );
    return entries.length === 0 ? nothingLogged(context) : list(entries, filter, context);
  },
});

interface Filter {
  words?: string | undefined;
  person?: string | undefined;
  role?: keyof typeof roles | undefined;
  tone?: keyof typeof stances | undefined;
  about?: keyof typeof dimensions | undefined;
  place?: string | undefined;
  since?: Temporal.PlainDate | undefined;
}

/** Whether an entry fits all that was asked for but the time in the words. */
function matches(entry: HistoryItem, { person, role, tone, about, place, since }: Filter): boolean {
  const { contact, stance, worry, dimensions, day } = entry;
  return (
    (!person || sameName(contact.name, person) || contact.name.toLowerCase().includes(person.toLowerCase())) &&
    (!role || contact.role === role) &&
    (!tone || stance === tone) &&
    (!about || worry === about || dimensions.includes(about)) &&
    (!place || [entry.place, contact.place].some(where => where?.toLowerCase().includes(place.toLowerCase()))) &&
    (!since || Temporal.PlainDate.compare(day, since) >= 0)
  );
}

function list(entries: readonly HistoryItem[], filter: Filter, context: Context): Card {
  const here = call('history', { ...filter, since: filter.since?.toString() });
  const filtered = Object.keys(here.options).length > 0;
  const query = filter.words ? readEntryQuery(filter.words, context) : undefined;
  const { period } = query ?? {};
  const atAnyTime = entries.filter(entry => matches(entry, filter) && (!query || query.matches(entry)));
  const found = period ? atAnyTime.filter(({ day }) => isWithin(day, period)) : atAnyTime;
  if (found.length === 0) return notFound(entries.length, atAnyTime, period);
  const when = period ? `, ${sayPeriod(period)}` : '';
  return listCard({
    title: 'History',
    answer: `${count(found.length)}${filtered ? ` of ${entries.length}` : ''}${when}, newest first.`,
    items: found,
    line,
    open: {
      placeholder: 'Open one, to edit or delete it',
      call: selectCall('history', 'id'),
      label: ({ contact, day }) => `${contact.name}, ${formatDay(day)}`,
      value: ({ id }) => id,
    },
    call: here,
    page: context.page,
    rows: [
      { label: 'Log another', call: formCall('log') },
      filtered && { label: 'All entries', call: call('history') },
    ],
  });
}

const isWithin = (day: Temporal.PlainDate, { from, until }: Period): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, until) <= 0;

const sayPeriod = ({ from, until }: Period): string =>
  from.equals(until) ? formatDay(from) : `${from.year > 1970 ? formatDay(from) : 'up'} to ${formatDay(until)}`;

/** What fits but for its day is one tap away. */
function notFound(all: number, atAnyTime: readonly HistoryItem[], period: Period | undefined): Card {
  const [latest] = atAnyTime;
  const answer =
    latest && period
      ? `None is of ${sayPeriod(period)}; ${count(atAnyTime.length)} at other times, the latest ${formatDay(latest.day)}.`
      : `None of your ${all} entries fits. Try fewer words.`;
  return card('Nothing found', {
    answer,
    blocks: buttons(
      latest && { label: 'Show the latest', call: call('history', { id: latest.id }) },
      { label: 'All entries', call: call('history') },
      { label: 'Log another', call: formCall('log') },
    ),
  });
}

const count = (entries: number): string => (entries === 1 ? '1 entry' : `${entries} entries`);

function line({ contact, stance, worry, dimensions: about, day, sentence, place }: HistoryItem): string {
  const speaks = about.length > 0 && `about ${about.map(one => dimensions[one].label).join(', ')}`;
  const more = [speaks, worry && `worry: ${dimensions[worry].label}`].filter(Boolean).join('; ');
  const said = sentence ? `. "${clip(sentence, 200)}"` : '';
  return `${bold(contact.name)}${aside(roleWord(contact.role), place)}: ${stances[stance].label}${more && ` (${more})`}. ${formatDay(day)}${said}`;
}

/** One entry whole. Editing opens the form with all of it; the old entry goes when the new one is saved. */
function one(entry: HistoryItem | undefined, { typed }: Context): Card {
  if (!entry) throw new UserError(`That entry is not there any more. ${typed('history')} lists what there is.`);
  const { id, contact, stance, sentence, day, place, worry } = entry;
  const about = entry.dimensions.join(',');
  const edit = formCall('log', {
    who: contact.name,
    they: stance,
    when: day.toString(),
    replaces: id,
    ...(sentence && { sentence }),
    ...(place && { where: place }),
    ...(worry && { worry }),
    ...(about && { about }),
  });
  return card(contact.name, {
    answer: `${stances[stance].label}, ${formatDay(day)}.`,
    blocks: [
      ...(sentence ? [{ type: 'quote', text: sentence } as const] : []),
      { type: 'text', text: line(entry) },
      ...buttons(
        { label: 'Edit', call: edit },
        { label: 'Delete', call: call('history', { remove: id }) },
        { label: 'This person', call: call('people', { id: contact.id }) },
        { label: 'History', call: call('history') },
      ),
    ],
    footer: 'Only you see this.',
  });
}

async function undone(id: string, { notebook, typed }: Context): Promise<Card> {
  const result = await notebook.undo(id);
  if (result.undone)
    return card('Taken back', {
      answer: result.what,
      tone: 'good',
      blocks: buttons({ label: 'See history', call: call('history') }, { label: 'Home', call: call('backchannel') }),
    });
  const why = {
    expired: 'More than ten minutes have passed, so this can no longer be taken back.',
    already: 'This was taken back already, or changed since.',
    unknown: 'There is nothing here to take back.',
  }[result.why];
  throw new UserError(`${why} ${typed('history')} lists your entries, and each can be deleted there.`);
}

async function removed(id: string, { notebook }: Context): Promise<Card> {
  const { value, undoId } = await notebook.removeEntry(id);
  return card('Deleted', {
    answer: `${value.contact.name}, ${formatDay(value.day)}: the entry is gone.`,
    blocks: buttons({ label: 'See history', call: call('history') }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

async function roleNamed(id: string, role: keyof typeof roles, { notebook }: Context): Promise<Card> {
  const { value, undoId } = await notebook.nameRole(id, role);
  return card('Noted', {
    answer: `${value.name}: ${roles[role].label}.`,
    tone: 'good',
    blocks: buttons(
      { label: 'See your bucket', call: call('bucket') },
      { label: 'Log another', call: formCall('log') },
      undoButton(undoId),
    ),
  });
}
