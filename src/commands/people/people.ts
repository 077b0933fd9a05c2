import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { readRole } from '../../domain/people/roles.ts';
import { sayableRoles } from '../../domain/vocabulary.ts';
import { changeQuestion, listPeople, nobody, noneSuch, type PeopleFilter, peopleFor } from './peopleList.ts';
import { merge, remove, save, tell } from './personEdits.ts';
import { person, personPage } from './personPage.ts';

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
    name: option
      .person({ label: 'Name', description: 'A name, initials, a role or a place', also: ['who', 'person'] })
      .optional(),
    role: option
      .choice({ label: 'Role', description: 'What they were when they saw you', reads: readRole }, sayableRoles)
      .optional(),
    place: option
      .place({ label: 'Where they work now', description: 'A hospital or program', also: ['where', 'at', 'hospital'] })
      .optional(),
    trained: option
      .text({ label: 'Trained or taught at', description: 'Hospitals or programs, with commas' }, 200)
      .optional(),
    known: option
      .text({ label: 'Knows someone at', description: 'Programs, with commas', hint: 'Lakeside, St. Mary' }, 200)
      .optional(),
    letter: option
      .boolean({ label: 'Writes you a letter', description: 'Whether they write you a letter this season' })
      .optional(),
    id: option.text({ label: 'Person', description: 'Which person', hidden: true }).optional(),
    into: option.text({ label: 'Into', description: 'Who they are the same as', hidden: true }).optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
  }),
  also: ['contacts', 'person', 'persons'],
  examples: ['', 'Dr. Patel', 'attending', 'Mercy', 'letter:yes'],
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
    otherwise: { takes: ['id', 'name', 'role', 'place', 'trained', 'known', 'letter'] },
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
    return find(options, context);
  },
});

/** One person where but one fits, else the list of those who do. A letter said of a single one is kept. */
async function find({ letter, ...filter }: PeopleFilter, context: Context) {
  const everybody = await context.notebook.people.all();
  if (everybody.length === 0 && !filter.name) return nobody();
  const found = peopleFor(everybody, filter);
  const [only, ...others] = found;
  const { name, role, place, trained, known } = filter;
  if (only && others.length === 0 && name)
    return letter === undefined ? personPage(only, context) : tell({ id: only.id, letter }, context);
  const whole = { ...filter, letter };
  const fitting = peopleFor(found, { letter });
  if (fitting.length > 0) return listPeople(fitting, everybody, whole, context);
  const [kept] = name && (role || place || trained || known) ? peopleFor(everybody, { name }) : [];
  return kept ? changeQuestion(kept, filter) : noneSuch(whole, everybody.length);
}
