import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Contact, LastWord } from '../../core/ports/notebook.ts';
import { TITLES } from '../../domain/people/lexicon.ts';
import { nameWords } from '../../domain/people/names.ts';
import { samePlace } from '../../domain/people/places.ts';
import { readRole } from '../../domain/people/roles.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { roles, type SayableRole, stances } from '../../domain/vocabulary.ts';
import { choiceKey } from '../../domain/words/choice.ts';
import { parts } from '../../domain/words/sentences.ts';
import { listCard } from '../lists.ts';
import { alike } from './find.ts';
import { about } from './personPage.ts';

export interface PeopleFilter {
  /** Words that stand in a name, a role or a place. */
  name?: string | undefined;
  role?: SayableRole | undefined;
  place?: string | undefined;
  trained?: string | undefined;
  known?: string | undefined;
  /** Only those who write the user a letter, or only the others. */
  letter?: boolean | undefined;
}

/** Those of whom all of it is true. */
export function peopleFor(
  everybody: readonly Contact[],
  { name, role, place, trained, known, letter }: PeopleFilter,
): Contact[] {
  const isAt = (wanted: string, where: string | null) =>
    where !== null && (samePlace(where, wanted) || choiceKey(where).includes(choiceKey(wanted)));
  return (name ? named(everybody, name) : [...everybody])
    .filter(person => !role || person.role === role)
    .filter(person => !place || isAt(place, person.place))
    .filter(person => !trained || person.trainedAt.some(where => isAt(trained, where)))
    .filter(person => letter === undefined || person.letter === letter)
    .filter(person => !known || person.knownAt.some(where => isAt(known, where)));
}

/** Says nothing of who is looked for. */
const FILLER = new Set(['at', 'in', 'from', 'of', 'the', 'a', 'an', 'all', 'my', 'and', 'who', 'is', 'are']);

/** By the very name, else by whatever stands of them: a title, a part of the name, a role, a place. */
function named(everybody: readonly Contact[], words: string): Contact[] {
  const said = choiceKey(words);
  if (said.split(' ').every(word => TITLES.has(word)))
    return everybody.filter(({ name }) => said.split(' ').every(word => choiceKey(name).split(' ').includes(word)));
  const byName = alike(words, everybody);
  const [only] = byName;
  if (byName.length === 1 && only && nameWords(only.name).join() === nameWords(words).join()) return byName;
  const role = readRole(words);
  const isRole = (person: Contact) => role.outcome === 'understood' && person.role === role.value;
  const wanted = said.split(' ').filter(word => !FILLER.has(word));
  const hasAll = (person: Contact) => wanted.length > 0 && wanted.every(word => textOf(person).includes(word));
  return everybody.filter(person => byName.includes(person) || isRole(person) || hasAll(person));
}

const textOf = (person: Contact): string =>
  choiceKey(
    [
      person.name,
      about(person),
      ...person.trainedAt,
      ...person.knownAt,
      person.letter ? 'writes letter lor letters' : '',
      ...(person.role === 'other' ? [] : (roles[person.role].said ?? [])),
    ].join(' '),
  );

/** Those for whom it was asked, whoever was heard of last first. */
export async function listPeople(
  found: readonly Contact[],
  everybody: readonly Contact[],
  filter: PeopleFilter,
  { notebook, page }: Context,
): Promise<Card> {
  const last = new Map((await notebook.lastWords()).map(word => [word.contactId, word]));
  const recent = found.toSorted((one, other) =>
    (last.get(other.id)?.day.toString() ?? '').localeCompare(last.get(one.id)?.day.toString() ?? ''),
  );
  const { letter, ...rest } = filter;
  const isFiltered = found.length < everybody.length;
  const who = found.length === 1 ? 'One person' : `${found.length} people`;
  return listCard({
    title: 'People',
    answer: isFiltered
      ? `${found.length} of your ${everybody.length} people. The latest word comes first.`
      : `${who} could be asked about you. The latest word comes first.`,
    items: recent,
    line: contact =>
      `${bold(contact.name)} (${about(contact)})${lastLine(last.get(contact.id))}${contact.letter ? '. Writes you a letter' : ''}`,
    open: {
      placeholder: 'Open one',
      call: selectCall('people', 'id'),
      label: ({ name }) => name,
      value: ({ id }) => id,
    },
    call: call('people', { ...rest, ...(letter !== undefined && { letter: letter ? 'yes' : 'no' }) }),
    page,
    rows: [
      isFiltered && { label: 'Show all', call: call('people') },
      { label: 'Log someone', call: formCall('log') },
      { label: 'Add a person', call: formCall('people', { do: 'save' }) },
      !isFiltered && { label: 'Network', call: call('network') },
    ],
  });
}

const lastLine = (word: LastWord | undefined): string =>
  word ? `: ${stances[word.stance].label}, ${formatDay(word.day)}` : ': nothing logged yet';

export const nobody = (): Card =>
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

/** What was typed fits none of those who are there: it may be somebody new. */
export function noneSuch(filter: PeopleFilter, all: number): Card {
  const { name: typed, letter, ...others } = filter;
  const { role, place, trained, known } = others;
  const writes = letter === undefined ? undefined : letter ? 'writes you a letter' : 'writes no letter';
  const said = parts(typed, role && roles[role].label, place, trained, known, writes);
  // "Dr." finds everybody who is called so; alone it is nobody's name.
  const name = typed && !TITLES.has(choiceKey(typed)) ? typed : undefined;
  return card(name ? `No one called "${clip(name)}" yet` : 'No one like that yet', {
    answer: all === 0 ? 'Your notebook is still empty.' : `None of your ${all} people fits "${clip(said)}".`,
    blocks: buttons(
      {
        label: buttonLabel(name ? `Add ${name}` : 'Add a person'),
        call: formCall('people', { do: 'save', ...others, ...(name && { name }) }),
      },
      name !== undefined && { label: 'Log them', call: formCall('log', { who: name }) },
      { label: 'Show all', call: call('people') },
    ),
  });
}

/** A role or a place beside the name of somebody known: nothing changes without a tap. */
export function changeQuestion(person: Contact, { role, place, trained, known }: PeopleFilter): Card {
  const { id, name } = person;
  const after = {
    role: role ?? (person.role === 'other' ? undefined : person.role),
    place: place ?? person.place ?? undefined,
    trained: trained ?? person.trainedAt.join(', '),
    known: known ?? person.knownAt.join(', '),
  };
  return card(`Change ${name}?`, {
    answer: parts(
      after.role && roles[after.role].label,
      after.place,
      trained && `trained or taught at ${trained}`,
      known && `knows someone at ${known}`,
    ),
    blocks: buttons(
      {
        label: 'Save it',
        call: call('people', {
          do: 'save',
          id,
          name,
          ...after,
          trained: after.trained || undefined,
          known: after.known || undefined,
        }),
      },
      { label: 'No, show them', call: call('people', { id }) },
    ),
    footer: 'Nothing is saved yet.',
  });
}
