import { z } from 'zod';
import { moods, rankWishes, redFlags, signals } from '../programs/programWords.ts';
import { answerStates, clueKinds, interviewKinds, markets, schools, thankYous } from '../vocabulary.ts';
import { day, id, instant, minutes, name, oneOf, optional, text, time, zone } from './columns.ts';
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
    /** The debrief: whether the user would rank it, the residents' mood, a red flag, whether they knew the user's name. */
    wish: plain(optional(oneOf(rankWishes))),
    mood: plain(optional(oneOf(moods))),
    redFlag: plain(optional(oneOf(redFlags))),
    knewName: plain(optional(z.boolean())),
    /** One line for all of it. */
    debrief: encrypted(optional(text)),
    /** Null as long as there is no debrief. */
    debriefedOn: plain(optional(day)),
    applied: plain(z.boolean().default(false)),
    /** The preference signal that the user sent. */
    signal: plain(optional(oneOf(signals))),
    /** Its place in the order that the user made by hand; null where it is not on their list. */
    rankPlace: plain(optional(z.int().min(1))),
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
        applied: 'applied',
        signal: 'signal',
        'would rank': 'wish',
        'residents’ mood': 'mood',
        'red flag': 'redFlag',
        'knew my name': 'knewName',
        debrief: 'debrief',
        'debriefed on': 'debriefedOn',
        'my rank': 'rankPlace',
      },
    },
  },
);
export type ProgramFacts = Item<typeof Program>;

/** What is known of a program by its name alone. */
export const unknownProgram = {
  specialty: null,
  market: null,
  school: null,
  rotated: false,
  thankYou: 'unknown',
  note: null,
  wish: null,
  mood: null,
  redFlag: null,
  knewName: null,
  debrief: null,
  debriefedOn: null,
  applied: false,
  signal: null,
  rankPlace: null,
} as const satisfies Omit<ProgramFacts, 'id' | 'name'>;

/** A meeting with a program. The day and the time are those of `zone`, the program's own. */
export const Interview = entity(
  'Interview',
  {
    programId: hungOn('Program', id),
    kind: plain(oneOf(interviewKinds)),
    day: plain(day),
    time: plain(time),
    zone: plain(zone),
    /** How long it takes, where that was said. */
    minutes: plain(optional(minutes)),
    followUpSentOn: plain(optional(day)),
  },
  {
    one: 'interview',
    many: 'interviews',
    limit: 100,
    label: ({ kind }) => `The ${interviewKinds[kind].label}`,
    sheet: {
      file: 'interviews',
      heads: { program: 'programId', kind: 'kind', day: 'day', time: 'time', zone: 'zone', minutes: 'minutes' },
    },
  },
);
export type Interview = Item<typeof Interview>;

/** What a program wants an answer to, by a time where it named one. `zone` is the one in which that was given. */
const toAnswer = {
  programId: hungOn('Program', id),
  replyBy: plain(optional(instant)),
  zone: plain(zone),
  state: plain(oneOf(answerStates)),
};

/** An invitation to an interview. The day and time that it names, if it does, are those of `zone`. */
export const Invitation = entity(
  'Invitation',
  {
    ...toAnswer,
    receivedAt: plain(instant),
    day: plain(optional(day)),
    time: plain(optional(time)),
    minutes: plain(optional(minutes)),
  },
  {
    one: 'invitation',
    many: 'invitations',
    limit: 200,
    sheet: {
      file: 'invitations',
      heads: {
        program: 'programId',
        'received at': 'receivedAt',
        'answer by': 'replyBy',
        zone: 'zone',
        state: 'state',
        day: 'day',
        time: 'time',
        minutes: 'minutes',
      },
    },
  },
);
export type Invitation = Item<typeof Invitation>;

/** An early offer. */
export const Offer = entity(
  'Offer',
  { ...toAnswer, receivedOn: plain(day) },
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
