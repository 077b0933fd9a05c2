import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import type { Call } from '../../core/commands/call.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { normalizeName } from '../../domain/people/names.ts';
import { recognize, roleIn } from '../../domain/people/recognize.ts';
import { namesIn } from '../../domain/people/severalPeople.ts';
import { type Role, roleWord } from '../../domain/vocabulary.ts';
import { parts } from '../../domain/words/sentences.ts';

const MOST = 5;
const NEW = 'new';

/** Somebody to log: by the name that they are kept by, and the role that a new name says itself. */
export interface Meant {
  who: string;
  isNew: boolean;
  role?: Role;
  contact?: Contact;
}

interface Asking {
  known: readonly Contact[];
  /** What was tapped so far, in the order of the questions. */
  answers: readonly string[];
  /** The same call again with these answers. */
  again(answers: string[]): Call;
}

/**
 * Whom a typed name, or several, stands for; a card where that must be asked first.
 * @throws UserError for more people than one entry may name
 */
export function whoIsMeant(typed: string, { known, answers, again }: Asking): Meant[] | Card {
  const names = 'same' in recognize(typed, known) ? [typed] : namesIn(typed);
  if (names.length > MOST)
    throw new UserError(`At most five people at once; this names ${names.length}. Log the others after these.`, {
      who: 'At most five people at once.',
    });
  const given = [...answers];
  const used: string[] = [];
  const meant = new Map<string, Meant>();
  for (const name of names) {
    const found = recognize(name, known);
    let contact = known.find(({ id }) => 'same' in found && id === found.same);
    if ('unsure' in found) {
      const answer = given.shift();
      contact = known.find(({ id }) => id === answer);
      if (!answer || (!contact && answer !== NEW)) {
        const alike = found.unsure.flatMap(id => known.filter(person => person.id === id));
        return question(name, found.because, alike, tapped => again([...used, tapped]));
      }
      used.push(answer);
    }
    const role = roleIn(name);
    const one = contact
      ? { who: contact.name, isNew: false, contact }
      : { who: name, isNew: true, ...(role && { role }) };
    meant.set(normalizeName(one.who), one);
  }
  return [...meant.values()];
}

/** Asked before anything is saved: nobody is taken for somebody else in silence. */
function question(name: string, because: string, alike: Contact[], answer: (tapped: string) => Call): Card {
  const offered = alike.slice(0, MOST - 1);
  return card('Is this someone you know?', {
    answer: `"${clip(name)}" may be ${offered.length === 1 ? 'somebody' : 'one of those'} in your notebook: ${because}.`,
    blocks: [
      {
        type: 'list',
        items: offered.map(({ name, role, place }) => parts(`${bold(name)}`, roleWord(role), place)),
      },
      ...buttons(...offered.map(({ id, name }) => ({ label: `Yes, ${clip(name, 35)}`, call: answer(id) })), {
        label: 'Someone new',
        call: answer(NEW),
      }),
    ],
    footer: 'Nothing is saved yet. Only you see this.',
  });
}
