import { z } from 'zod';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { limits } from '../../core/cards/limits.ts';
import { type Call, call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { AlreadyDone, UserError } from '../../core/ports/errors.ts';
import type { Logged } from '../../core/ports/notebook.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import { dimensions, type Role, roles, roleWord, type Stance, stances } from '../../domain/vocabulary.ts';
import { aside, list, parts } from '../../domain/words/sentences.ts';
import { followUps } from './followUps.ts';
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
    }),
    they: option.choice(
      { label: 'What would they say about you?', description: 'What they would say about you' },
      stances,
    ),
    role: option.choice({ label: 'Their role', description: 'What they were when they saw you' }, roles).optional(),
    sentence: option
      .longText({
        label: 'The sentence they might say',
        description: 'The one sentence they might say. Never patient details',
      })
      .optional(),
    about: option
      .choices({ label: 'What does it speak of?', description: 'With commas: reliability, team fit' }, dimensions)
      .optional(),
    when: option
      .date({ label: 'When?', description: 'The day: yesterday, last Tue, 29 Oct', hint: 'today' }, 'back')
      .optional(),
    where: option.place({ label: 'Where?', description: 'The hospital or program' }).optional(),
    worry: option
      .choice({ label: 'What would worry them?', description: 'If there is a worry: what it is about' }, dimensions)
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
    const meant = whoIsMeant(who, {
      known: await context.notebook.people.all(),
      answers: person?.split(',') ?? [],
      again: answers => context.again({ person: answers.join(','), when: day.toString() }),
    });
    if (!Array.isArray(meant)) return meant;
    const entry = { stance: they, day, sentence, place: where, worry, dimensions: about };
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
    const [first] = logged;
    if (!first) throw new Error('nobody was logged');
    const offers = next === 'bucket' ? [] : await followUps(logged, context);
    const third = logged.some(({ number }) => number === 3);
    const goOn =
      next === 'bucket'
        ? { label: 'Go on with the check', call: call('bucket', { skip: 'people' }) }
        : offers.length === 0 && { label: 'See your bucket', call: call('bucket') };
    return card(replaces ? 'Changed' : 'Logged', {
      answer: `${whom(logged)}: ${stances[they].label}. ${formatDay(day)}.`,
      tone: they === 'warn' || they === 'treated-badly' ? 'careful' : 'good',
      blocks: [
        ...(sentence ? [{ type: 'quote', text: sentence } as const] : []),
        { type: 'text', text: [meaning[they], ...offers.map(({ reason }) => reason)].join(' ') },
        ...(logged.length === 1 && !role ? roleQuestion(first) : []),
        ...buttons(
          ...offers.map(({ button }) => button),
          goOn,
          logged.length > 1 && !role && logged.some(isRoleless) && { label: 'Say their roles', call: call('people') },
          { label: 'Log another', call: formCall('log') },
          { label: 'Undo', call: call('history', { undo: undoId }) },
        ),
        ...(third ? takeAwayOffer : []),
      ],
      footer: 'Only you see this. Undo works for ten minutes.',
    });
  },
});

/** What is sent again because no answer was seen comes within so long. */
const SOON_AGAIN = { minutes: 10 };

/** The same within minutes is more often sent twice than meant twice. */
const loggedAlready = (at: Temporal.Instant, { zone }: Context, again: Call) =>
  card('Logged already', {
    answer: `Logged already at ${formatClock(at.toZonedDateTimeISO(zone).toPlainTime())}. Again?`,
    blocks: buttons({ label: 'Log it again', call: again }, { label: 'Show the log', call: call('history') }),
    footer: 'It is in your log once. Nothing was added now.',
  });

/** Offered once, when there is something to lose. */
const takeAwayOffer: Block[] = [
  {
    type: 'text',
    text: 'Should this account or this community ever be lost, a take-away code opens your notebook again elsewhere.',
  },
  ...buttons({ label: 'Keep a take-away code', call: call('link', { do: 'take-away' }) }),
];

/** What each stance means for the person, in at most three short sentences. */
const meaning: Record<Stance, string> = {
  'at-once': 'A voice like this counts most. Do they know where you are applying, and that you would value their word?',
  good: 'Good things, said briefly, are what most files have. One clear memory of you makes them stronger.',
  little: 'Perhaps they have not seen enough yet. One more shift, one finished task they notice, changes that.',
  warn: 'A hard moment is remembered less than what came after it. If you owe a word, the next three days are the best time.',
  'treated-badly':
    'This does not count against you in the self-check. What happened matters by itself, and there are people to tell.',
};

/** What was said for one person holds; said for several, it is for those who are new and have none in their name. */
const roleOf = (one: Meant, given: Role | undefined, alone: boolean): Role | undefined =>
  alone ? (given ?? one.role) : (one.role ?? (one.isNew ? given : undefined));

/** "Dr. Patel, attending"; of several, "Dr. Patel (attending) and Kim (nurse)". */
const whom = (logged: Logged[]): string =>
  logged.length === 1
    ? logged.map(({ contact }) => parts(contact.name, roleWord(contact.role))).join()
    : list(
        logged.map(({ contact }) => `${contact.name}${aside(roleWord(contact.role))}`),
        logged.length,
      );

/** Somebody new whose role nobody gave. */
const isRoleless = ({ contact, newContact }: Logged): boolean => newContact && contact.role === 'other';

/** One tap says it. */
function roleQuestion(logged: Logged): Block[] {
  const { contact } = logged;
  if (!isRoleless(logged)) return [];
  return [
    {
      type: 'select',
      placeholder: clip(`What is ${contact.name}'s role?`, limits.placeholder),
      call: selectCall('history', 'role', { contact: contact.id }),
      choices: choicesOf(roles),
    },
  ];
}
