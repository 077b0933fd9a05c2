import type { LogEntry } from '../../notebook.ts';
import type { Role, Stance } from '../../vocabulary.ts';
import { isFresh } from '../facts.ts';
import type { SelfCheck } from '../selfCheck.ts';
import type { Person, PersonVoice } from '../voices.ts';
import { isGood } from '../voices.ts';
import { isHeard, isOfTheWard, isRoleSaid, reaches, type Scene, worksInUs } from '../where.ts';
import type { Change, Move, MoveKind, Step } from './move.ts';

/** Somebody, with all that decides what could be done with them. */
export interface About {
  person: Person;
  /** undefined: nothing is logged of them. */
  voice: PersonVoice | undefined;
  mistreated: boolean;
  check: SelfCheck;
  scene: Scene;
  /** The day by which it would have happened. */
  day: Temporal.PlainDate;
}

/** What could be done with one person. */
interface Kind {
  kind: MoveKind;
  isOpen(about: About): boolean;
  text(about: About): string;
  provided?(about: About): string;
  step(about: About): Step;
  /** One for each way in which it could turn out, where one helps here and the other there. */
  makes(about: About): Change[];
}

const hasGoodWords = ({ voice, mistreated }: About): boolean => !mistreated && voice !== undefined && isGood(voice);
const isGoodVoice = (about: About): boolean => hasGoodWords(about) && isHeard(about.person);
const isImg = ({ check }: About): boolean => check.applicantType === 'img';
const step =
  (does: 'close' | 'log' | 'ask' | 'say-role' | 'edit' | 'letter') =>
  ({ person }: About): Step => ({ does, person });

/** Whoever their role makes them, these two are heard everywhere, each on a route of its own. */
const ROLES_THAT_HELP: readonly Role[] = ['program-director', 'sub-i-director'];
const GOOD_WORDS = 'they would say good things';
export const IN_A_SECOND = 'they would take you in a second';
const SOMEWHERE_IN_US = 'a hospital in the US';

const kinds: readonly Kind[] = [
  {
    kind: 'close',
    isOpen: ({ voice, mistreated }) =>
      voice !== undefined && (voice.smoke.length > 0 || (mistreated && voice.vague !== null)),
    text: ({ person, mistreated }) =>
      mistreated
        ? `Take what happened with ${person.name} to your dean or ombuds, and close it here once it is settled.`
        : `Close the loose end with ${person.name}.`,
    step: about => (about.mistreated ? { does: 'read', piece: 'mistreated' } : { does: 'close', person: about.person }),
    makes: ({ person, day }) => [{ closed: { contactId: person.id, day } }],
  },
  {
    kind: 'say-role',
    isOpen: about => hasGoodWords(about) && !isRoleSaid(about.person),
    text: ({ person }) => `Say what ${person.name}’s role is.`,
    provided: () => 'directors would ask them',
    step: step('say-role'),
    makes: () => ROLES_THAT_HELP.map(role => ({ told: { role } })),
  },
  {
    kind: 'name-place',
    isOpen: about => hasGoodWords(about) && !about.person.place && (about.scene.program !== undefined || isImg(about)),
    text: ({ person }) => `Say where ${person.name} works now.`,
    provided: ({ scene: { program } }) => `that is ${program ?? 'in the US'}`,
    step: step('edit'),
    makes({ scene: { program, programs = [] } }) {
      const place = program ?? programs[0];
      return [place ? { told: { place } } : { told: { place: SOMEWHERE_IN_US }, inUs: SOMEWHERE_IN_US }];
    },
  },
  {
    kind: 'say-in-us',
    isOpen: about =>
      hasGoodWords(about) &&
      isImg(about) &&
      Boolean(about.person.place) &&
      worksInUs(about.person, about.scene) === null,
    text: ({ person }) => `Say whether ${person.place?.trim()} is in the US.`,
    provided: () => 'it is',
    step: ({ person }) => ({ does: 'say-in-us', place: person.place ?? '' }),
    makes: ({ person }) => [{ inUs: person.place ?? '' }],
  },
  {
    kind: 'letter',
    isOpen: about => isGoodVoice(about) && !isOfTheWard(about.person) && !reaches(about.person, about.scene),
    text: ({ person }) => `Ask ${person.name} for a letter this season.`,
    step: step('letter'),
    makes: () => [{ told: { letter: true } }],
  },
  {
    kind: 'see-again',
    isOpen: ({ voice, mistreated }) => !mistreated && voice?.stance === 'little' && voice.smoke.length === 0,
    text: ({ person }) => `Let ${person.name} see you work again.`,
    provided: () => GOOD_WORDS,
    step: step('log'),
    makes: about => [{ entry: entryOf(about, 'good') }],
  },
  {
    kind: 'log',
    isOpen: ({ voice, mistreated, person }) => !mistreated && voice === undefined && isHeard(person),
    text: ({ person }) => `Log what ${person.name} saw of you.`,
    provided: () => GOOD_WORDS,
    step: step('log'),
    makes: about => [{ entry: entryOf(about, 'good') }],
  },
  {
    kind: 'stand-up',
    isOpen: about => isGoodVoice(about) && about.voice?.stance === 'good',
    text: ({ person }) => `Ask ${person.name} whether they would stand up for you.`,
    provided: () => IN_A_SECOND,
    step: step('ask'),
    makes: about => [{ entry: entryOf(about, 'at-once') }],
  },
  {
    kind: 'again',
    isOpen: about => isGoodVoice(about) && about.voice !== undefined && !isFresh(about.voice, about.check.today),
    text: ({ person }) => `Ask ${person.name} again: what they saw is old.`,
    step: step('ask'),
    makes: about => [{ entry: entryOf(about, about.voice?.stance ?? 'good') }],
  },
];

/** What could be done with this person. */
export const movesWith = (about: About): Move[] =>
  kinds
    .filter(({ isOpen }) => isOpen(about))
    .flatMap(({ kind, text, provided, step: begin, makes }) =>
      makes(about).map((change, index) => ({
        id: `${kind}:${about.person.id}:${index}`,
        kind,
        text: text(about),
        ...(provided && { provided: provided(about) }),
        step: begin(about),
        personId: about.person.id,
        makes: change,
      })),
    );

/** An entry as it would be logged on that day. */
export const entryOf = ({ person, day }: Pick<About, 'person' | 'day'>, stance: Stance): LogEntry => ({
  id: `move:${person.id}:${stance}`,
  contactId: person.id,
  day,
  loggedAt: day.toZonedDateTime('UTC').toInstant(),
  stance,
  worry: null,
  dimensions: [],
  sentence: null,
  place: null,
});
