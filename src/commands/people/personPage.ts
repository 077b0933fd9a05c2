import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { type Call, call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import type { Person } from '../../domain/bucket/voices.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { roles, roleWord, routes, sayableRoles, stances } from '../../domain/vocabulary.ts';
import { parts } from '../../domain/words/sentences.ts';
import { gone, sameName } from './find.ts';

/** Among all, for whoever is shown one of them is shown the others to choose from. */
export const person = async (id: string, { notebook: { people } }: Context): Promise<Contact> =>
  (await people.all()).find(contact => contact.id === id) ??
  (await people.get(id)) ??
  gone('That person is not in your notebook any more.');

/** "Attending, Lakeside, director to director": who somebody is, in one line. */
export const about = ({ role, place }: Contact): string => {
  const { route, label } = roles[role];
  return parts(roleWord(role) || label, place, route && routes[route].label);
};

/** One person: who they are, what they saw, newest first, and what can be done. */
export async function personPage(contact: Contact, context: Context): Promise<Card> {
  const { notebook } = context;
  const [theirs, everybody, defenders] = await Promise.all([
    notebook.history({ limit: 5, about: contact.id }),
    notebook.people.all(),
    notebook.defenders.all(),
  ]);
  const others = everybody.filter(({ id }) => id !== contact.id);
  const defends = defenders.some(({ contactId }) => contactId === contact.id);
  const { id, name, role, trainedAt, knownAt, letter } = contact;
  return card(name, {
    answer: `${about(contact)}.${defends ? ' One of your defenders.' : ''}`,
    blocks: [
      ...[
        letter && 'Writes you a letter this season.',
        trainedAt.length > 0 && `Trained or taught at ${trainedAt.join(', ')}.`,
        knownAt.length > 0 && `Knows someone at ${knownAt.join(', ')}.`,
      ].flatMap(text => (text ? [{ type: 'text', text } as const] : [])),
      ...(role === 'other' ? [roleMenu(contact)] : []),
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
          call: editCall(contact),
        },
        !defends && { label: 'Make a defender', call: call('defenders', { add: id }) },
        { label: 'Open a loose end', call: formCall('loose-ends', { do: 'open', person: id }) },
        { label: 'Remove', call: call('people', { do: 'remove', id }) },
      ),
      ...(roles[role].route === null
        ? []
        : buttons({
            label: letter ? 'No letter after all' : 'They write me a letter',
            call: call('people', { do: 'tell', id, letter: letter ? 'no' : 'yes' }),
          })),
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

/** Opens the form with all that is known of somebody. */
export const editCall = ({ id, name, role, place, trainedAt = [], knownAt = [] }: Person): Call =>
  formCall('people', {
    do: 'save',
    id,
    name,
    ...(role !== 'other' && { role }),
    ...(place && { place }),
    ...(trainedAt.length > 0 && { trained: trainedAt.join(', ') }),
    ...(knownAt.length > 0 && { known: knownAt.join(', ') }),
  });

/** Says by one tap what somebody is. */
export const roleMenu = ({ id, name }: Pick<Contact, 'id' | 'name'>) =>
  ({
    type: 'select',
    placeholder: clip(`What is ${name}’s role?`, limits.placeholder),
    call: selectCall('people', 'role', { do: 'tell', id }),
    choices: choicesOf(sayableRoles),
  }) as const;
