import { z } from 'zod';
import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { LastWord } from '../../core/ports/notebook.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { sayableRoles, stances } from '../../domain/vocabulary.ts';
import { listCard } from '../lists.ts';
import { findPerson } from './find.ts';
import { merge, remove, save, tell } from './personEdits.ts';
import { about, person, personPage } from './personPage.ts';

const doings = {
  save: { label: 'Save' },
  tell: { label: 'Tell' },
  remove: { label: 'Remove' },
  merge: { label: 'Merge' },
};

export const people = defineCommand({
  name: 'people',
  description: 'Who could be asked about you: role, place, route, what they saw, last word',
  audience: 'everyone',
  options: z.strictObject({
    name: option.person({ label: 'Name', description: 'A name or initials' }).optional(),
    role: option.choice({ label: 'Role', description: 'What they were when they saw you' }, sayableRoles).optional(),
    place: option.place({ label: 'Where they work now', description: 'A hospital or program' }).optional(),
    trained: option
      .text({ label: 'Trained or taught at', description: 'Hospitals or programs, with commas' }, 200)
      .optional(),
    known: option
      .text({ label: 'Knows somebody at', description: 'Programs, with commas', hint: 'Lakeside, St. Mary' }, 200)
      .optional(),
    letter: option
      .boolean({ label: 'Writes you a letter', description: 'Whether they write you a letter this season' })
      .optional(),
    id: option.text({ label: 'Person', description: 'Which person', hidden: true }).optional(),
    into: option.text({ label: 'Into', description: 'Whom they are the same as', hidden: true }).optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
  }),
  examples: ['', 'Dr. Patel'],
  form: { title: 'A person', submit: 'Save', fields: ['name', 'role', 'place', 'trained', 'known'] },
  actions: {
    by: 'do',
    of: {
      save: {
        needs: { name: 'A person needs a name. Initials are fine.' },
        takes: ['id', 'role', 'place', 'trained', 'known', 'letter'],
      },
      tell: { needs: { id: 'Which person is it?' }, takes: ['role', 'letter'] },
      remove: { needs: { id: 'Which person is it?' } },
      merge: { needs: { id: 'Which person is it?' }, takes: ['into'] },
    },
    otherwise: { takes: ['id', 'name', 'letter'] },
  },
  async run(options, context): Promise<Card> {
    switch (options.do) {
      case 'save':
        return save(options, context);
      case 'tell':
        return tell(options, context);
      case 'remove':
        return remove(options.id, context);
      case 'merge':
        return merge(options.id, options.into, context);
    }
    if (options.id) return personPage(await person(options.id, context), context);
    if (options.name) {
      const found = await findPerson(options.name, context);
      return options.letter === undefined
        ? personPage(found, context)
        : tell({ id: found.id, letter: options.letter }, context);
    }
    return list(context);
  },
});

async function list({ notebook, page }: Context): Promise<Card> {
  const [everybody, words] = await Promise.all([notebook.people.all(), notebook.lastWords()]);
  if (everybody.length === 0) return nobody();
  const last = new Map(words.map(word => [word.contactId, word]));
  const recent = everybody.toSorted((one, other) =>
    (last.get(other.id)?.day.toString() ?? '').localeCompare(last.get(one.id)?.day.toString() ?? ''),
  );
  return listCard({
    title: 'People',
    answer: `${everybody.length === 1 ? 'One person' : `${everybody.length} people`} could be asked about you. The latest word comes first.`,
    items: recent,
    line: contact => `${bold(contact.name)} (${about(contact)})${lastLine(last.get(contact.id))}`,
    open: {
      placeholder: 'Open one',
      call: selectCall('people', 'id'),
      label: ({ name }) => name,
      value: ({ id }) => id,
    },
    call: call('people'),
    page,
    rows: [
      { label: 'Log someone', call: formCall('log') },
      { label: 'Add a person', call: formCall('people', { do: 'save' }) },
      { label: 'Network', call: call('network') },
    ],
  });
}

const lastLine = (word: LastWord | undefined): string =>
  word ? `: ${stances[word.stance].label}, ${formatDay(word.day)}` : ': nothing logged yet';

const nobody = (): Card =>
  card('No one here yet', {
    answer: 'Here you will see who could be asked about you, and on which route.',
    blocks: [
      {
        type: 'text',
        text: 'Who was on nights with you last month? A chief, a nurse or a resident counts as much as an attending.',
      },
      ...buttons(
        { label: 'Log the first', call: formCall('log') },
        { label: 'Add a person', call: formCall('people', { do: 'save' }) },
      ),
    ],
    footer: 'Only you see this.',
  });
