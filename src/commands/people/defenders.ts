import { z } from 'zod';
import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { buttonLabel, limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { DEFENDERS_TARGET, weeks } from '../../domain/followUps/cadence.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { keysOf, roles, roleWord } from '../../domain/vocabulary.ts';
import { aside, capital, list as listed } from '../../domain/words/sentences.ts';
import { undoButton } from '../lists.ts';
import { cadenceOf } from './cadence.ts';
import { findPerson, gone } from './find.ts';

const hidden = (label: string) => ({ label, description: label, hidden: true });

/** How often somebody should hear from the user: by the season, or a number of weeks. */
const rhythms = {
  season: { label: 'with the season' },
  '4': { label: 'every 4 weeks' },
  '6': { label: 'every 6 weeks' },
  '8': { label: 'every 8 weeks' },
  '10': { label: 'every 10 weeks' },
  '13': { label: 'every 13 weeks' },
} as const;
type Rhythm = keyof typeof rhythms;
const daysOf = (rhythm: Rhythm): number | null => (rhythm === 'season' ? null : Number(rhythm) * 7);

export const defenders = defineCommand({
  name: 'defenders',
  description: 'The two or three who would say yes right away, and who is due a word from you',
  audience: 'everyone',
  options: z.strictObject({
    name: option.person({ label: 'Name', description: 'Make this person a defender' }).optional(),
    add: option.text(hidden('Person to add')).optional(),
    remove: option.text(hidden('Person to take off')).optional(),
    sent: option.text(hidden('Person who got an update')).optional(),
    every: option
      .choice({ label: 'How often', description: 'How often this person should hear from you' }, rhythms)
      .optional(),
    rhythm: option.text(hidden('Person whose rhythm it is')).optional(),
  }),
  examples: ['', 'Dr. Patel', 'Dr. Patel every:"8 weeks"'],
  async run({ name, add, remove, sent, every, rhythm }, context): Promise<Card> {
    const whose = rhythm ?? (name && every ? (await findPerson(name, context)).id : undefined);
    if (whose) return every ? paced(whose, every, context) : rhythmQuestion(whose, context);
    if (name) return added((await findPerson(name, context)).id, context);
    if (add) return added(add, context);
    if (remove) return removed(remove, context);
    if (sent) return updated(sent, context);
    return list(context);
  },
});

async function list(context: Context): Promise<Card> {
  const { cadence, named } = await cadenceOf(context);
  if (named.length === 0) return nobody(context);
  const [first] = cadence.defenders;
  const personOf = new Map(named.map(({ person }) => [person.id, person]));
  return card('Defenders', {
    answer: cadence.answer,
    blocks: [
      {
        type: 'list',
        items: cadence.defenders.map(
          ({ contactId, name, due, dueOn, reason }) =>
            `${bold(name)}${who(personOf.get(contactId))}: ${due ? reason : `next word ${formatDay(dueOn)}`}`,
        ),
      },
      ...buttons(
        first && { label: 'Write an update', call: formCall('draft', { kind: 'defender-update', to: first.name }) },
        first?.due && {
          label: buttonLabel(`I wrote to ${first.name}`),
          call: call('defenders', { sent: first.contactId }),
        },
        { label: 'People', call: call('people') },
      ),
      {
        type: 'select',
        placeholder: 'How often should they hear from you?',
        call: selectCall('defenders', 'rhythm'),
        choices: named.map(({ person, word }) => ({
          value: person.id,
          label: menuLine(person.name),
          description: sayRhythm(word.everyDays),
        })),
      },
      {
        type: 'select',
        placeholder: 'Take one off the list',
        call: selectCall('defenders', 'remove'),
        choices: named.map(({ person }) => ({ value: person.id, label: menuLine(person.name) })),
      },
    ],
    footer: 'Any meeting you log resets the clock.',
  });
}

/** What a program would want to know of them beside what they say: their role, a letter, where they trained. */
const who = (person: Contact | undefined): string =>
  person
    ? aside(
        roleWord(person.role),
        person.letter && 'writes you a letter',
        person.trainedAt.length > 0 && `trained at ${listed(person.trainedAt)}`,
      )
    : '';

const sayRhythm = (days: number | null | undefined): string => (days ? `every ${weeks(days)}` : rhythms.season.label);

async function rhythmQuestion(contactId: string, context: Context): Promise<Card> {
  const { everyDays } = await defenderOf(contactId, context);
  const person = await context.notebook.people.get(contactId);
  return card(`How often should ${person?.name ?? 'they'} hear from you?`, {
    answer: `Now: ${sayRhythm(everyDays)}.`,
    blocks: [
      { type: 'text', text: 'With the season means about every six to ten weeks, and once before the calls begin.' },
      ...buttons(
        ...keysOf(rhythms)
          .filter(rhythm => daysOf(rhythm) !== everyDays)
          .map(every => ({
            label: capital(rhythms[every].label),
            call: call('defenders', { rhythm: contactId, every }),
          })),
      ),
    ],
    footer: 'Each word should bring something new.',
  });
}

async function paced(contactId: string, every: Rhythm, context: Context): Promise<Card> {
  const { undoId } = await context.notebook.defenders.change((await defenderOf(contactId, context)).id, {
    everyDays: daysOf(every),
  });
  const { cadence } = await cadenceOf(context);
  const theirs = cadence.defenders.find(defender => defender.contactId === contactId);
  return card('Noted', {
    answer: `${theirs?.name ?? 'They'}: ${rhythms[every].label}.`,
    tone: 'good',
    blocks: [
      ...(theirs
        ? [{ type: 'text', text: theirs.due ? theirs.reason : `Next word ${formatDay(theirs.dueOn)}.` } as const]
        : []),
      ...buttons({ label: 'Defenders', call: call('defenders') }, undoButton(undoId)),
    ],
    footer: 'Undo works for ten minutes.',
  });
}

/** Those who would take the user at once are who to begin with. */
async function nobody({ notebook }: Context): Promise<Card> {
  const keen = (await notebook.history({ limit: 5000 })).filter(({ stance }) => stance === 'at-once');
  const people = [...new Map(keen.map(({ contact }) => [contact.id, contact])).values()];
  return card('No defenders yet', {
    answer: `Two or three people who would say yes right away. None is named yet.`,
    blocks: [
      {
        type: 'text',
        text: 'They need not be famous. They saw you work, they remember you, and they would pick up the phone.',
      },
      ...(people.length > 0 ? [chooser(people)] : []),
      ...buttons(
        { label: 'Log someone', call: formCall('log') },
        { label: 'Who to look for', call: call('advice', { piece: 'find-your-defenders' }) },
      ),
    ],
    footer: 'Only you see this.',
  });
}

const chooser = (people: Contact[]) =>
  ({
    type: 'select',
    placeholder: 'Name the first',
    call: selectCall('defenders', 'add'),
    choices: people
      .slice(0, limits.menuChoices)
      .map(({ id, name, role }) => ({ value: id, label: menuLine(name), description: roles[role].label })),
  }) as const;

async function added(contactId: string, context: Context): Promise<Card> {
  const { notebook, today } = context;
  const person = (await notebook.people.get(contactId)) ?? gone('That person is not in your notebook any more.');
  const kept = await notebook.defenders.all();
  if (kept.some(defender => defender.contactId === contactId)) return list(context);
  const { undoId } = await notebook.defenders.add({ contactId, since: today, updatedOn: null, everyDays: null });
  const have = kept.length + 1;
  return card('A defender', {
    answer: `${person.name} is one of your defenders: ${have} of ${DEFENDERS_TARGET}.`,
    tone: 'good',
    blocks: [
      {
        type: 'text',
        text: 'Do they know where you are applying, and that their word would help? One short update now and then is enough.',
      },
      ...buttons(
        { label: 'Write an update', call: formCall('draft', { kind: 'defender-update', to: person.name }) },
        { label: 'Set how often', call: call('defenders', { rhythm: contactId }) },
        { label: 'Defenders', call: call('defenders') },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

async function defenderOf(contactId: string, { notebook }: Context) {
  return (
    (await notebook.defenders.all()).find(defender => defender.contactId === contactId) ??
    gone('They are not on your list of defenders any more.')
  );
}

async function removed(contactId: string, context: Context): Promise<Card> {
  const { undoId } = await context.notebook.defenders.remove((await defenderOf(contactId, context)).id);
  return card('Taken off', {
    answer: 'They are off the list. What you logged about them stays.',
    blocks: buttons({ label: 'Defenders', call: call('defenders') }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

async function updated(contactId: string, context: Context): Promise<Card> {
  const { undoId } = await context.notebook.defenders.change((await defenderOf(contactId, context)).id, {
    updatedOn: context.today,
  });
  return card('Noted', {
    answer: 'Their clock starts again today.',
    tone: 'good',
    blocks: buttons({ label: 'Defenders', call: call('defenders') }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}
