import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { guidance } from '../../domain/followUps/looseEnds.ts';
import { dueIn, looseEndKindIn } from '../../domain/followUps/looseEndWords.ts';
import type { LooseEnd } from '../../domain/notebook.ts';
import { nameWords } from '../../domain/people/names.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { keysOf, looseEndKinds } from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';
import { undoButton } from '../lists.ts';
import { alike, ambiguous, findPerson } from './find.ts';
import { closeCall, list, one, sentence } from './looseEndCards.ts';

interface Opening {
  with?: string | undefined;
  person?: string | undefined;
  kind?: LooseEnd['kind'] | undefined;
  about?: string | undefined;
  due?: Temporal.PlainDate | undefined;
}

/**
 * What words alone come to: a name shows what is open with that person, a word which ones to list; all else is what is
 * unresolved, its day and its kind among the words.
 */
export async function readLooseEnd(words: string, context: Context): Promise<Card> {
  if (/^(?:closed|done|finished|closed ones)$/i.test(words)) return list(context, true);
  if (/^(?:open|all|list|open ones)$/i.test(words)) return list(context, false);
  const found = alike(words, await context.notebook.people.all());
  const [person, ...others] = found;
  if (!person) return openLooseEnd(dueIn(words, context), context);
  if (others.length > 0) throw ambiguous(found, 'about');
  const ends = await context.notebook.looseEnds.all();
  const end = ends.find(({ contactId, closedOn }) => contactId === person.id && closedOn === null);
  return end ? one(end, context) : nothingWith(person);
}

const nothingWith = ({ id, name }: Contact): Card =>
  card(`Nothing open with ${name}`, {
    answer: 'Is there something to thank them for, or to make right?',
    blocks: buttons(
      { label: 'Open one', call: formCall('loose-ends', { do: 'open', person: id }) },
      { label: 'Show all', call: call('loose-ends') },
    ),
    footer: 'Only you see this.',
  });

/** Opens one. @throws UserError where neither a person nor a matter is said, or the person is unknown */
export async function openLooseEnd(opening: Opening, context: Context): Promise<Card> {
  const { kind, about, due } = opening;
  const { notebook, today } = context;
  const contact = await withWhom(opening, context);
  if (!about && !contact)
    throw new UserError('Say who it’s with, or what is unresolved.', { about: 'Say what is unresolved.' });
  const chosen = kind ?? looseEndKindIn(about ?? '');
  if (!chosen) return whichKind(about, context);
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
      { type: 'list', items: guidance[value.kind].steps },
      ...buttons(
        { label: 'How to do it well', call: call('advice', { piece: guidance[value.kind].advice }) },
        { label: 'It is done', call: closeCall(value) },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

async function withWhom({ with: who, person, about }: Opening, context: Context): Promise<Contact | undefined> {
  if (person) return context.notebook.people.get(person);
  if (who) return findPerson(who, context, 'with');
  return about ? namedIn(about, context) : undefined;
}

/** The one person of the notebook whose whole name stands in the words. */
async function namedIn(words: string, { notebook }: Context): Promise<Contact | undefined> {
  const said = ` ${nameWords(words).join(' ')} `;
  const named = (await notebook.people.all()).filter(({ name }) => said.includes(` ${nameWords(name).join(' ')} `));
  return named.length === 1 ? named[0] : undefined;
}

/** Asked where no verb says it: nothing is taken for an apology. */
const whichKind = (about: string | undefined, { again }: Context): Card =>
  card('What is it?', {
    answer: about ? `"${clip(about, 200)}"` : 'One tap says it.',
    blocks: buttons(
      ...keysOf(looseEndKinds).map(kind => ({
        label: capital(looseEndKinds[kind].label),
        call: again({ do: 'open', kind }),
      })),
    ),
    footer: 'Nothing is saved yet.',
  });
