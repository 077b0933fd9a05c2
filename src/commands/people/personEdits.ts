import { type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { undoButton } from '../lists.ts';
import { sameName } from './find.ts';
import { about, person, personPage, roleMenu } from './personPage.ts';

type Facts = Partial<Pick<Contact, 'role' | 'letter'>>;
interface Given {
  id?: string | undefined;
  name: string;
  role?: Contact['role'] | undefined;
  place?: string | undefined;
  trained?: string | undefined;
  known?: string | undefined;
  letter?: boolean | undefined;
}

const placesIn = (text = ''): string[] =>
  text
    .split(',')
    .map(one => one.trim())
    .filter(Boolean);

/** Adds somebody, or changes whom `id` names. @throws UserError where the name is somebody else's */
export async function save({ id, name, role, place, trained, known, letter }: Given, context: Context): Promise<Card> {
  const { notebook, today } = context;
  const { people } = notebook;
  const facts = {
    name,
    role: role ?? 'other',
    place: place ?? null,
    trainedAt: placesIn(trained),
    knownAt: placesIn(known),
  } as const;
  if (id) {
    const { value, undoId } = await people.change(id, {
      ...facts,
      ...(letter !== undefined && { letter, letterAskedOn: today }),
    });
    return done(`${value.name}: ${about(value)}.`, undoId);
  }
  const twin = (await people.all()).find(other => sameName(other.name, name));
  if (twin)
    throw new UserError(`${twin.name} is in your notebook already. Open them with ${context.typed('people')} to edit.`);
  const { value, undoId } = await people.add({
    ...facts,
    letter: letter ?? false,
    letterAskedOn: letter === undefined ? null : today,
  });
  return done(`${value.name}: ${about(value)}.`, undoId);
}

/** What one tap says of somebody; without a fact, the question. */
export async function tell(
  { id, ...facts }: { id: string } & { [Name in keyof Facts]?: Facts[Name] | undefined },
  context: Context,
) {
  const { role, letter } = facts;
  if (role === undefined && letter === undefined) return roleQuestion(await person(id, context));
  const { value, undoId } = await context.notebook.people.change(id, {
    ...(role && { role }),
    ...(letter !== undefined && { letter, letterAskedOn: context.today }),
  });
  const said =
    letter === undefined ? about(value) : letter ? 'writes you a letter this season' : 'writes you no letter';
  return done(`${value.name}: ${said}.`, undoId, { label: 'Check again', call: call('bucket') });
}

const roleQuestion = (contact: Contact): Card =>
  card(`What is ${contact.name}’s role?`, {
    answer: 'A director asks some people and not others, so it matters who they are.',
    blocks: [roleMenu(contact)],
    footer: 'One tap is enough. Undo works for ten minutes.',
  });

export async function remove(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.people.remove(id);
  return done(`${value.name} is gone, with what you logged about them.`, undoId);
}

export async function merge(id: string, into: string | undefined, context: Context): Promise<Card> {
  if (!into) return personPage(await person(id, context), context);
  const { value, undoId } = await context.notebook.mergePeople(id, into);
  return done(`It is all under ${value.name} now.`, undoId);
}

const done = (answer: string, undoId: string, next?: Button): Card =>
  card('Saved', {
    answer,
    tone: 'good',
    blocks: buttons(next, { label: 'People', call: call('people') }, undoButton(undoId)),
    footer: 'Only you see this. Undo works for ten minutes.',
  });
