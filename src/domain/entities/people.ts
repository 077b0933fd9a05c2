import { z } from 'zod';
import { dimensions, looseEndKinds, roles, stances } from '../vocabulary.ts';
import { day, id, instant, name, oneOf, optional, places, someOf, text } from './columns.ts';
import { encrypted, entity, hungOn, type Item, plain } from './entity.ts';

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Somebody who could be asked about the user. */
export const Contact = entity(
  'Contact',
  {
    name: encrypted(name),
    role: plain(oneOf(roles)),
    /** Where they work now. */
    place: encrypted(optional(text)),
    /** Where they trained or taught. */
    trainedAt: encrypted(places),
    /** Programs where they know somebody. */
    knownAt: encrypted(places),
    /** Whether they write the user a letter this season. */
    letter: plain(z.boolean().default(false)),
    /** The day on which that was asked or told: it is asked once. */
    letterAskedOn: plain(optional(day)),
  },
  {
    one: 'person',
    many: 'people',
    limit: 500,
    label: ({ name }) => name,
    sorted: (one, other) => compare(one.name, other.name),
    unique: 'nameKey',
    sheet: {
      file: 'people',
      heads: {
        name: 'name',
        role: 'role',
        place: 'place',
        'trained at': 'trainedAt',
        'knows somebody at': 'knownAt',
        'writes a letter': 'letter',
      },
    },
  },
);
export type Contact = Item<typeof Contact>;

/** What one person would say after one day, in the user's own estimate. */
export const LogEntry = entity(
  'LogEntry',
  {
    contactId: hungOn('Contact', id),
    stance: plain(oneOf(stances)),
    worry: plain(optional(oneOf(dimensions))),
    /** What it speaks of, well or badly. */
    dimensions: plain(someOf(dimensions)),
    /** The one sentence that they might say. */
    sentence: encrypted(optional(text)),
    place: encrypted(optional(text)),
    day: plain(day),
    loggedAt: plain(instant),
  },
  {
    one: 'interaction',
    many: 'interactions',
    order: 'loggedAt',
    sheet: {
      file: 'interactions',
      heads: {
        day: 'day',
        who: 'contactId',
        role: 'contactId.role',
        they: 'stance',
        about: 'dimensions',
        worry: 'worry',
        sentence: 'sentence',
        place: 'place',
      },
    },
  },
);
export type LogEntry = Item<typeof LogEntry>;

/** Something unresolved, with somebody or with nobody in particular. Open while `closedOn` is null. */
export const LooseEnd = entity(
  'LooseEnd',
  {
    contactId: hungOn('Contact', optional(id)),
    kind: plain(oneOf(looseEndKinds)),
    text: encrypted(text),
    openedOn: plain(day),
    dueOn: plain(optional(day)),
    closedOn: plain(optional(day)),
    /** What happened, in the user's words. */
    outcome: encrypted(optional(text)),
  },
  {
    one: 'loose end',
    many: 'loose ends',
    limit: 300,
    sheet: {
      file: 'loose-ends',
      heads: {
        with: 'contactId',
        kind: 'kind',
        what: 'text',
        'opened on': 'openedOn',
        'due on': 'dueOn',
        'closed on': 'closedOn',
        outcome: 'outcome',
      },
    },
  },
);
export type LooseEnd = Item<typeof LooseEnd>;

/** Somebody who would say yes at once. `updatedOn` is when the last update to them was marked sent. */
export const Defender = entity(
  'Defender',
  {
    contactId: hungOn('Contact', id),
    since: plain(day),
    updatedOn: plain(optional(day)),
    /** How many days they may go without a word, where the user said so; null: the season decides. */
    everyDays: plain(optional(z.int().min(7).max(366))),
  },
  { one: 'defender', many: 'defenders', limit: 100, unique: 'contactId' },
);
export type Defender = Item<typeof Defender>;
