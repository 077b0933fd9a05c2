import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import type { Call } from '../../core/commands/call.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { normalizeName } from '../../domain/people/names.ts';
import { type People, readPeople } from '../../domain/people/people.ts';
import { samePlace } from '../../domain/people/places.ts';
import { recognize, roleIn } from '../../domain/people/recognize.ts';
import { type Role, roleWord } from '../../domain/vocabulary.ts';
import type { Asking as Reading } from '../../domain/words/dayWords.ts';
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
  /** Reads the programs and hospitals that are known. */
  places(): Promise<readonly string[]>;
  reading: Reading;
  /** What was tapped so far, in the order of the questions. */
  answers: readonly string[];
  /** The same call again with these answers. */
  again(answers: string[]): Call;
}

/**
 * Whom a typed name, or several, stands for, and where they work if that was said; a card where it must be asked first.
 * @throws UserError for more people than one entry may name, and with a question for words that may be read in two ways
 */
export async function whoIsMeant(typed: string, asking: Asking): Promise<{ meant: Meant[]; place?: string } | Card> {
  const { known, answers, again } = asking;
  const { people, place } = await peopleIn(typed, asking);
  if (people.length > MOST)
    throw new UserError(`At most five people at a time; this names ${people.length}. Log the others after these.`, {
      who: 'At most five people at a time.',
    });
  const given = [...answers];
  const used: string[] = [];
  const meant = new Map<string, Meant>();
  for (const { name, role = roleIn(name) } of people) {
    const found = recognize(name, known, role);
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
    const isRoleNew = role !== undefined && (!contact || contact.role === 'other');
    const one = contact ? { who: contact.name, isNew: false, contact } : { who: name, isNew: true };
    meant.set(normalizeName(one.who), { ...one, ...(isRoleNew && { role }) });
  }
  return { meant: [...meant.values()], ...(place && { place }) };
}

/** Whoever is known by the whole of it is meant, whatever else it could be read as. */
async function peopleIn(typed: string, { known, places, reading: at }: Asking): Promise<People> {
  const isPerson = (name: string) => 'same' in recognize(name, known);
  if (isPerson(typed)) return { people: [{ name: typed }] };
  let reading = readPeople(typed, at, { isPerson, isPlace: () => false });
  if (reading.outcome === 'asked') {
    const all = await places();
    reading = readPeople(typed, at, { isPerson, isPlace: name => all.some(place => samePlace(place, name)) });
  }
  if (reading.outcome === 'understood') return reading.value;
  const why = reading.outcome === 'asked' ? reading.question : reading.because;
  const answers = reading.outcome === 'asked' ? reading.answers : [];
  throw new UserError(why, { who: why }, { option: 'who', answers });
}

/** Asked before anything is saved: nobody is taken for somebody else in silence. */
function question(name: string, because: string, alike: Contact[], answer: (tapped: string) => Call): Card {
  const offered = alike.slice(0, MOST - 1);
  return card('Is this someone you know?', {
    answer: `"${clip(name)}" may be ${offered.length === 1 ? 'someone' : 'one of those'} in your notebook: ${because}.`,
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
