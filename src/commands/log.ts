import { z } from 'zod';
import { call, formCall } from '../core/call.ts';
import { type Block, buttons, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { option } from '../core/options.ts';
import type { Logged } from '../core/store.ts';
import { formatDay } from '../domain/localTime.ts';
import { dimensions, roles, type Stance, stances } from '../domain/vocabulary.ts';

export const log = defineCommand({
  name: 'log',
  description: 'Log somebody who saw you work, and what they would say about you',
  audience: 'everyone',
  options: z.strictObject({
    who: option.person({
      label: 'Who saw you work?',
      description: 'A name or initials',
      suggests: true,
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
    when: option
      .date({ label: 'When?', description: 'The day: yesterday, last Tue, 29 Oct', hint: 'today' })
      .optional(),
    where: option.place({ label: 'Where?', description: 'The hospital or program' }).optional(),
    worry: option
      .choice({ label: 'What would worry them?', description: 'If there is a worry: what it is about' }, dimensions)
      .optional(),
    next: option
      .choice({ label: 'Then', description: 'Where to go on', hidden: true }, { bucket: { label: 'Self-check' } })
      .optional(),
  }),
  examples: ['Dr. Patel they:good', 'who="night nurse, 4W" they:at-once role:nurse when:yesterday'],
  form: {
    title: 'Log an interaction',
    submit: 'Log it',
    fields: ['who', 'they', 'role', 'sentence', 'when'],
    opensIncomplete: true,
  },
  async run({ who, they, role, sentence, when, where, worry, next }, context) {
    const day = when ?? context.today;
    if (Temporal.PlainDate.compare(day, context.today) > 0)
      throw new UserError(`${formatDay(day)} has not come yet. Log it when it happened.`, {
        when: 'This day has not come yet.',
      });
    const { value, undoId } = await context.notebook.logInteraction({
      who,
      stance: they,
      day,
      role,
      sentence,
      place: where,
      worry,
    });
    const more =
      next === 'bucket'
        ? { label: 'Go on with the check', call: call('bucket', { skip: 'people' }) }
        : follow(value, they);
    return card('Logged', {
      answer: `${value.contact.name}, ${roles[value.contact.role].label}: ${stances[they].label}. ${formatDay(day)}, ${context.zone}.`,
      tone: they === 'warn' || they === 'treated-badly' ? 'careful' : 'good',
      blocks: [
        ...(value.entry.sentence ? [{ type: 'quote', text: value.entry.sentence } as const] : []),
        { type: 'text', text: meaning[they] },
        ...roleQuestion(value, role),
        ...buttons(
          more,
          { label: 'Log another', call: formCall('log') },
          { label: 'Undo', call: call('history', { undo: undoId }) },
        ),
      ],
      footer: 'Only you see this. Undo works for ten minutes.',
    });
  },
  async suggest(name, text, { notebook }) {
    if (name !== 'who') return [];
    const wanted = text.trim().toLowerCase();
    const known = (await notebook.contacts()).filter(contact => contact.name.toLowerCase().includes(wanted));
    return known.map(({ name }) => ({ label: name, value: name }));
  },
});

/** What each stance means for the person, in at most three short sentences. */
const meaning: Record<Stance, string> = {
  'at-once': 'A voice like this counts most. Do they know where you are applying, and that you would value their word?',
  good: 'Good things, said briefly, are what most files have. One clear memory of you makes them stronger.',
  little: 'They may simply not have seen enough. One more shift, one finished task they notice, changes that.',
  warn: 'A hard moment is remembered less than what came after it. If you owe a word, the next three days are the best time.',
  'treated-badly':
    'This does not count against you in the self-check. What happened matters by itself, and there are people to tell.',
};

const follow = ({ newContact }: Logged, they: Stance) => {
  if (they === 'treated-badly') return { label: 'Where to turn', call: call('advice', { piece: 'mistreated' }) };
  if (they === 'warn') return { label: 'How to mend it', call: call('advice', { piece: 'close-loose-ends' }) };
  if (they === 'at-once') return { label: 'Keep them warm', call: call('advice', { piece: 'find-your-defenders' }) };
  return newContact
    ? { label: 'See your bucket', call: call('bucket') }
    : { label: 'See history', call: call('history') };
};

/** Somebody new whose role nobody gave: one tap says it. */
function roleQuestion({ contact, newContact }: Logged, given: string | undefined): Block[] {
  if (!newContact || given) return [];
  return [
    {
      type: 'select',
      placeholder: `What is ${contact.name}'s role?`.slice(0, 100),
      call: { ...call('history', { contact: contact.id }), choose: 'role' },
      choices: Object.entries(roles).map(([value, { label }]) => ({ value, label })),
    },
  ];
}

/** Shown where nothing is logged yet: what would be here, why it helps, and the way to begin. */
export const nothingLogged = (context: Context) =>
  card('Nothing logged yet', {
    answer: 'Here you will see who saw you work, and what each would say.',
    blocks: [
      {
        type: 'text',
        text: `Who was on nights with you last month? That is a good first entry: **${context.typed('log')}**.`,
      },
      ...buttons({ label: 'Log the first', call: formCall('log') }),
    ],
    footer: 'Only you see this.',
  });
