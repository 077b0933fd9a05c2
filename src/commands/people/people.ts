import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { readRole } from '../../domain/people/roles.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { roles, stances } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { gone, sameName } from './find.ts';
import { about, changeQuestion, listPeople, nobody, noneSuch, type PeopleFilter, peopleFor } from './peopleList.ts';

const doings = { save: { label: 'Save' }, remove: { label: 'Remove' }, merge: { label: 'Merge' } };

export const people = defineCommand({
  name: 'people',
  description: 'Who could be asked about you: role, place, route, what they saw, last word',
  audience: 'everyone',
  options: z.strictObject({
    name: option
      .person({ label: 'Name', description: 'A name, initials, a role or a place', also: ['who', 'person'] })
      .optional(),
    role: option
      .choice({ label: 'Role', description: 'What they were when they saw you', reads: readRole }, roles)
      .optional(),
    place: option
      .place({ label: 'Where they work now', description: 'A hospital or program', also: ['where', 'at', 'hospital'] })
      .optional(),
    known: option
      .text({ label: 'Knows somebody at', description: 'Programs, with commas', hint: 'Lakeside, St. Mary' }, 200)
      .optional(),
    id: option.text({ label: 'Person', description: 'Which person', hidden: true }).optional(),
    into: option.text({ label: 'Into', description: 'Whom they are the same as', hidden: true }).optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
  }),
  also: ['contacts', 'person', 'persons'],
  examples: ['', 'Dr. Patel', 'attending', 'Mercy'],
  form: { title: 'A person', submit: 'Save', fields: ['name', 'role', 'place', 'known'] },
  actions: {
    by: 'do',
    of: {
      save: { needs: { name: 'A person needs a name. Initials are fine.' }, takes: ['id', 'role', 'place', 'known'] },
      remove: { needs: { id: 'Which person is it?' } },
      merge: { needs: { id: 'Which person is it?' }, takes: ['into'] },
    },
    otherwise: { takes: ['id', 'name', 'role', 'place', 'known'] },
  },
  async run(options, context): Promise<Card> {
    switch (options.do) {
      case 'save':
        return save(options, context);
      case 'remove':
        return remove(options.id, context);
      case 'merge':
        return merge(options.id, options.into, context);
    }
    if (options.id) return one(await person(options.id, context), context);
    return find(options, context);
  },
});

/** One person where but one fits, else the list of those who do. */
async function find({ id: _, do: __, ...filter }: PeopleFilter & { id?: unknown; do?: unknown }, context: Context) {
  const everybody = await context.notebook.people.all();
  if (everybody.length === 0 && !filter.name) return nobody();
  const found = peopleFor(everybody, filter);
  const [only, ...others] = found;
  const { name, role, place, known } = filter;
  if (only && others.length === 0 && name) return one(only, context);
  if (only) return listPeople(found, everybody, filter, context);
  const [kept] = name && (role || place || known) ? peopleFor(everybody, { name }) : [];
  return kept ? changeQuestion(kept, filter) : noneSuch(filter, everybody.length);
}

/** Among all, for whoever is shown one of them is shown the others to choose from. */
const person = async (id: string, { notebook: { people } }: Context): Promise<Contact> =>
  (await people.all()).find(contact => contact.id === id) ??
  (await people.get(id)) ??
  gone('That person is not in your notebook any more.');

/** One person: who they are, what they saw, newest first, and what can be done. */
async function one(contact: Contact, context: Context): Promise<Card> {
  const { notebook } = context;
  const [theirs, everybody, defenders] = await Promise.all([
    notebook.history({ limit: 5, about: contact.id }),
    notebook.people.all(),
    notebook.defenders.all(),
  ]);
  const others = everybody.filter(({ id }) => id !== contact.id);
  const defends = defenders.some(({ contactId }) => contactId === contact.id);
  const { id, name, role, place, knownAt } = contact;
  return card(name, {
    answer: `${about(contact)}.${defends ? ' One of your defenders.' : ''}`,
    blocks: [
      ...(knownAt.length > 0 ? [{ type: 'text', text: `Knows somebody at ${knownAt.join(', ')}.` } as const] : []),
      {
        type: 'list',
        items: theirs.map(
          ({ day, stance, sentence }) =>
            `${formatDay(day)}: ${stances[stance].label}${sentence ? `. "${sentence}"` : ''}`,
        ),
      },
      ...buttons(
        { label: 'Log a meeting', call: formCall('log', { who: name }) },
        {
          label: 'Edit',
          call: formCall('people', {
            do: 'save',
            id,
            name,
            role,
            ...(place && { place }),
            ...(knownAt.length > 0 && { known: knownAt.join(', ') }),
          }),
        },
        !defends && { label: 'Make a defender', call: call('defenders', { add: id }) },
        { label: 'Open a loose end', call: formCall('loose-ends', { do: 'open', person: id }) },
        { label: 'Remove', call: call('people', { do: 'remove', id }) },
      ),
      ...(others.length > 0
        ? [
            {
              type: 'select',
              placeholder: 'The same person as...',
              call: selectCall('people', 'into', { do: 'merge', id }),
              choices: others
                .toSorted((one, other) => Number(sameName(other.name, name)) - Number(sameName(one.name, name)))
                .slice(0, limits.menuChoices)
                .map(other => ({
                  value: other.id,
                  label: menuLine(other.name),
                  description: menuLine(about(other)),
                })),
            } as const,
          ]
        : []),
    ],
    footer: 'Only you see this.',
  });
}

async function save(
  {
    id,
    name,
    role,
    place,
    known,
  }: {
    id?: string | undefined;
    name: string;
    role?: Contact['role'] | undefined;
    place?: string | undefined;
    known?: string | undefined;
  },
  context: Context,
): Promise<Card> {
  const knownAt =
    known
      ?.split(',')
      .map(one => one.trim())
      .filter(Boolean) ?? [];
  const { people } = context.notebook;
  const facts = { name, role: role ?? 'other', place: place ?? null, knownAt } as const;
  if (!id) {
    const twin = (await people.all()).find(other => sameName(other.name, name));
    if (twin)
      throw new UserError(
        `${twin.name} is in your notebook already. Open them with ${context.typed('people')} to edit.`,
      );
  }
  const { value, undoId } = id ? await people.change(id, facts) : await people.add(facts);
  return done(`${value.name}: ${about(value)}.`, undoId);
}

async function remove(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.people.remove(id);
  return done(`${value.name} is gone, with what you logged about them.`, undoId);
}

async function merge(id: string, into: string | undefined, context: Context): Promise<Card> {
  if (!into) return one(await person(id, context), context);
  const { value, undoId } = await context.notebook.mergePeople(id, into);
  return done(`It is all under ${value.name} now.`, undoId);
}

const done = (answer: string, undoId: string): Card =>
  card('Saved', {
    answer,
    tone: 'good',
    blocks: buttons({ label: 'People', call: call('people') }, undoButton(undoId)),
    footer: 'Only you see this. Undo works for ten minutes.',
  });
