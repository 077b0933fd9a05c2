import { z } from 'zod';
import { clueKinds, interviewKinds, markets, offerStates, schools, thankYous } from '../vocabulary.ts';
import { day, id, instant, name, oneOf, optional, text, time, zone } from './columns.ts';
import { encrypted, entity, hungOn, type Item, plain } from './entity.ts';

/** What the user knows of a program. */
export const Program = entity(
  'Program',
  {
    name: encrypted(name),
    specialty: encrypted(optional(text)),
    /** Null until the user has said. */
    market: plain(optional(oneOf(markets))),
    school: plain(optional(oneOf(schools))),
    /** Whether the user rotated there. */
    rotated: plain(z.boolean().default(false)),
    thankYou: plain(oneOf(thankYous).default('unknown')),
    /** What the user wrote down about it, a line for each thing. */
    note: encrypted(optional(text)),
  },
  {
    one: 'program',
    many: 'programs',
    limit: 200,
    label: ({ name }) => name,
    unique: 'nameKey',
    sheet: {
      file: 'programs',
      heads: {
        name: 'name',
        specialty: 'specialty',
        market: 'market',
        school: 'school',
        rotated: 'rotated',
        'thank-you notes': 'thankYou',
        note: 'note',
      },
    },
  },
);
export type ProgramFacts = Item<typeof Program>;

/** A meeting with a program. The day and the time are those of `zone`, the program's own. */
export const Interview = entity(
  'Interview',
  {
    programId: hungOn('Program', id),
    kind: plain(oneOf(interviewKinds)),
    day: plain(day),
    time: plain(time),
    zone: plain(zone),
    followUpSentOn: plain(optional(day)),
  },
  {
    one: 'interview',
    many: 'interviews',
    limit: 100,
    label: ({ kind }) => `The ${interviewKinds[kind].label}`,
    sheet: {
      file: 'interviews',
      heads: { program: 'programId', kind: 'kind', day: 'day', time: 'time', zone: 'zone' },
    },
  },
);
export type Interview = Item<typeof Interview>;

/** An early offer. `zone` is the one in which the time to answer was given. */
export const Offer = entity(
  'Offer',
  {
    programId: hungOn('Program', id),
    receivedOn: plain(day),
    replyBy: plain(optional(instant)),
    zone: plain(zone),
    state: plain(oneOf(offerStates)),
  },
  {
    one: 'offer',
    many: 'offers',
    limit: 100,
    sheet: {
      file: 'offers',
      heads: {
        program: 'programId',
        'received on': 'receivedOn',
        'answer by': 'replyBy',
        zone: 'zone',
        state: 'state',
      },
    },
  },
);
export type Offer = Item<typeof Offer>;

/** A soft clue from a program. */
export const Clue = entity(
  'Clue',
  {
    programId: hungOn('Program', id),
    kind: plain(oneOf(clueKinds)),
    note: encrypted(optional(text)),
    day: plain(day),
  },
  {
    one: 'clue',
    table: 'Signal',
    many: 'clues',
    limit: 300,
    sheet: { file: 'clues', heads: { program: 'programId', day: 'day', kind: 'kind', note: 'note' } },
  },
);
export type Clue = Item<typeof Clue>;
