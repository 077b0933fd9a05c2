import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { AlreadyDone, UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { samePlace } from '../../domain/people/places.ts';
import { readRole } from '../../domain/people/roles.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { dimensions, type Role, sayableRoles, stances } from '../../domain/vocabulary.ts';
import { readBare } from './bare.ts';
import { loggedAlready, twoPlaces } from './logCards.ts';
import { loggedCard } from './loggedCard.ts';
import { type Meant, whoIsMeant } from './whoIsMeant.ts';

export const log = defineCommand({
  name: 'log',
  description: 'Log somebody who saw you work, and what they would say about you',
  audience: 'everyone',
  options: z.strictObject({
    who: option.person({
      label: 'Who saw you work?',
      description: 'A name or initials',
      hint: 'Dr. Patel, or initials',
      also: ['name', 'whom', 'person'],
    }),
    they: option.choice(
      {
        label: 'What would they say about you?',
        description: 'What they would say about you',
        also: ['tone', 'stance', 'they would say'],
      },
      stances,
    ),
    role: option
      .choice({ label: 'Their role', description: 'What they were when they saw you', reads: readRole }, sayableRoles)
      .optional(),
    sentence: option
      .longText({
        label: 'The sentence they might say',
        description: 'The one sentence they might say. Never patient details',
        also: ['note', 'quote'],
      })
      .optional(),
    about: option
      .choices(
        {
          label: 'What does it speak of?',
          description: 'With commas: reliability, team fit',
          also: ['topic', 'dimension', 'dimensions'],
        },
        dimensions,
      )
      .optional(),
    when: option
      .date(
        {
          label: 'When?',
          description: 'The day: yesterday, last Tue, Oct 29',
          hint: 'today',
          also: ['day', 'date', 'on'],
        },
        'back',
      )
      .optional(),
    where: option
      .place({
        label: 'Where?',
        description: 'The hospital or program',
        also: ['place', 'at', 'hospital', 'program'],
      })
      .optional(),
    worry: option
      .choice(
        {
          label: 'What would worry them?',
          description: 'If there is a worry: what it is about',
          also: ['concern'],
        },
        dimensions,
      )
      .optional(),
    person: option
      .text({ label: 'Who it is', description: 'Answers to who is meant, in order', hidden: true }, 200)
      .optional(),
    again: option
      .boolean({ label: 'Again', description: 'The same was logged a moment ago, and is meant twice', hidden: true })
      .optional(),
    replaces: option.text({ label: 'Entry', description: 'The entry that this one replaces', hidden: true }).optional(),
    next: option
      .choice({ label: 'Then', description: 'Where to go on', hidden: true }, { bucket: { label: 'Self-check' } })
      .optional(),
  }),
  also: ['add', 'record', 'entry'],
  readBare,
  examples: [
    'Dr. Patel they:good',
    'Dr. Patel, Kim and nurse Joy they:good about:"team fit, work ethic"',
    'who="night nurse, 4W" they:at-once role:nurse when:yesterday',
  ],
  form: {
    title: 'Log an interaction',
    submit: 'Log it',
    fields: ['who', 'they', 'role', 'sentence', 'when'],
    opensIncomplete: true,
  },
  async run(
    { who, they, role, sentence, about, when, where, worry, person, again, replaces, next },
    context,
  ): Promise<Card> {
    const day = when ?? context.today;
    if (Temporal.PlainDate.compare(day, context.today) > 0)
      throw new UserError(`${formatDay(day)} has not come yet. Log it when it happened.`, {
        when: 'This day has not come yet.',
      });
    const known = await context.notebook.people.all();
    const named = await whoIsMeant(who, {
      known,
      places: () => placesOf(known, context),
      reading: context,
      answers: person?.split(',') ?? [],
      again: answers => context.again({ person: answers.join(','), when: day.toString() }),
    });
    if (!('meant' in named)) return named;
    const { meant, place = where } = named;
    if (where && place && !samePlace(where, place)) throw twoPlaces(where, place, meant, context);
    const entry = { stance: they, day, sentence, place, worry, dimensions: about };
    const written = await context.notebook
      .logInteractions(
        meant.map(one => ({
          ...entry,
          who: one.who,
          role: roleOf(one, role, meant.length === 1),
          ...(one.contact && { contact: one.contact }),
        })),
        { replaces, ...(!again && !replaces && { unlessSince: context.now.subtract(SOON_AGAIN) }) },
      )
      .catch((error: unknown) => {
        if (error instanceof AlreadyDone) return error.at;
        throw error;
      });
    if (!('value' in written))
      return loggedAlready(written, context, context.again({ again: 'yes', when: day.toString() }));
    const { value: logged, undoId } = written;
    return loggedCard(
      logged,
      { title: replaces ? 'Changed' : 'Logged', undoId, known, inCheck: next === 'bucket' },
      context,
    );
  },
});

/** Where people of theirs work, and the programs that they keep. */
async function placesOf(people: readonly Contact[], { notebook }: Context): Promise<string[]> {
  return [...people.flatMap(({ place }) => place ?? []), ...(await notebook.programs.all()).map(({ name }) => name)];
}

/** What is sent again because no answer was seen comes within so long. */
const SOON_AGAIN = { minutes: 10 };

/** What was said for one person holds; said for several, it is for those who are new and have none in their name. */
const roleOf = (one: Meant, given: Role | undefined, alone: boolean): Role | undefined =>
  alone ? (given ?? one.role) : (one.role ?? (one.isNew ? given : undefined));
