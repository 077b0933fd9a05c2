import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Contact, Logged } from '../../core/ports/notebook.ts';
import { isGood } from '../../domain/bucket/voices.ts';
import { formatDay, weekdayName } from '../../domain/time/localTime.ts';
import { dimensions, type Role, roles, sayableRoles, stances } from '../../domain/vocabulary.ts';
import { aside, list } from '../../domain/words/sentences.ts';
import { undoButton } from '../lists.ts';
import { followUps } from './followUps.ts';
import { meaning, takeAwayOffer, whom } from './logCards.ts';

/** What else is known of a log that was just written. */
interface Written {
  title: string;
  /** What takes it back, and by which its entries are found again. */
  undoId: string;
  of?: string;
  /** What a tap has said since: nothing more is asked. */
  told?: string;
  /** Everybody who was known before it. */
  known: readonly Contact[];
  /** Goes on with the self-check in place of what else is offered. */
  inCheck?: boolean;
}

/** What was logged, what it means, what is worth doing, and at most one question more. */
export async function loggedCard(
  logged: readonly Logged[],
  { title, undoId, of = undoId, told, known, inCheck = false }: Written,
  context: Context,
): Promise<Card> {
  const [first] = logged;
  if (!first) throw new Error('nobody was logged');
  const { stance, day, place, sentence, dimensions: about, worry } = first.entry;
  const asked = told === undefined ? questionAfter(logged) : undefined;
  const offers = inCheck ? [] : await followUps(logged, of, context);
  // Beside a question one reason is enough to read; care is said whole.
  // The same for two people is said once: the buttons say about whom.
  const said = offers.filter(({ does }, index) => offers.findIndex(other => other.does === does) === index);
  const reasons = said.slice(0, asked && stance !== 'warn' ? 1 : said.length).map(({ reason }) => reason);
  const spoken = [...about, ...(worry && !about.includes(worry) ? [worry] : [])].map(one => dimensions[one].label);
  return card(title, {
    answer: `${whom([...logged])}: ${stances[stance].label}${aside(list(spoken))}. ${formatDay(day)}${place ? `, at ${place}` : ''}.`,
    tone: stance === 'warn' || stance === 'treated-badly' ? 'careful' : 'good',
    blocks: [
      ...(sentence ? [{ type: 'quote', text: sentence } as const] : []),
      { type: 'text', text: [told ?? meaning[stance], ...reasons].join(' ') },
      ...(asked ? await questions[asked](first, of, known, context) : []),
      ...(asked !== 'dimension' && stance !== 'treated-badly' && spoken.length === 0
        ? [dimensionMenu(of, stance)]
        : []),
      ...buttons(
        ...offers.map(({ button }) => button),
        inCheck
          ? { label: 'Resume the check', call: call('bucket', { skip: 'people' }) }
          : offers.length === 0 && { label: 'See your bucket', call: call('bucket') },
        logged.length > 1 &&
          logged.some(({ contact }) => contact.role === 'other') && { label: 'Say their roles', call: call('people') },
        { label: 'Log another', call: formCall('log') },
        undoButton(undoId),
      ),
      ...(logged.some(({ number }) => number === 3) && told === undefined ? takeAwayOffer : []),
      ...(logged.some(({ number }) => number === 5) ? weeklyOffer(context) : []),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

/** Those who are asked for letters. */
const WRITERS: ReadonlySet<Role> = new Set([
  'attending',
  'home-faculty',
  'clerkship-director',
  'sub-i-director',
  'dean',
  'program-director',
]);

/** The one thing that is asked after saving: what a concern is about, else who somebody is, where, and their letter. */
function questionAfter(logged: readonly Logged[]): keyof typeof questions | undefined {
  const [first, ...others] = logged;
  if (!first || first.entry.stance === 'treated-badly') return undefined;
  const { entry, contact } = first;
  if (entry.stance === 'warn' && entry.worry === null && entry.dimensions.length === 0) return 'dimension';
  if (others.length > 0) return undefined;
  if (contact.role === 'other') return 'role';
  if (!contact.place && roles[contact.role].route !== null && roles[contact.role].reach === 'workplace') return 'place';
  const mayWrite = WRITERS.has(contact.role) && !contact.letter && contact.letterAskedOn === null;
  return mayWrite && isGood(entry) ? 'letter' : undefined;
}

type Ask = (logged: Logged, of: string, people: readonly Contact[], context: Context) => Promise<Block[]>;

const questions = {
  dimension: async (_, of) => [dimensionMenu(of, 'warn')],
  role: async ({ contact }, of) => [
    {
      type: 'select',
      placeholder: clip(`What is ${contact.name}’s role?`, limits.placeholder),
      call: selectCall('logged', 'role', { of }),
      choices: choicesOf(sayableRoles),
    },
  ],
  async place({ contact, newContact }, of, people, { notebook }) {
    // Read already for somebody new; for anybody else what is known of people is enough.
    const programs = newContact ? await notebook.programs.all() : [];
    const known = [...new Set([...people.flatMap(({ place }) => place ?? []), ...programs.map(({ name }) => name)])];
    if (known.length === 0) return [];
    return [
      {
        type: 'select',
        placeholder: clip(`Where does ${contact.name} work?`, limits.placeholder),
        call: selectCall('logged', 'place', { of }),
        choices: known.slice(0, limits.menuChoices).map(place => ({ value: place, label: menuLine(place) })),
      },
    ];
  },
  letter: async ({ contact }, of) => [
    { type: 'text', text: `Does ${contact.name} write you a letter this season?` },
    ...buttons(
      { label: 'Yes, a letter', call: call('logged', { of, letter: 'yes' }) },
      { label: 'No letter', call: call('logged', { of, letter: 'no' }) },
    ),
  ],
} as const satisfies Record<string, Ask>;

/** Says by one tap which of five things it speaks of: the audit's evidence. */
const dimensionMenu = (of: string, stance: Logged['entry']['stance']): Block => ({
  type: 'select',
  placeholder: stance === 'warn' ? 'What is the concern about?' : 'What does it speak of?',
  call: selectCall('logged', 'about', { of }),
  choices: choicesOf(dimensions),
});

/** Once there is something to ask about. */
const weeklyOffer = ({ user }: Context): Block[] =>
  user.remind === 'weekly'
    ? []
    : [
        { type: 'text', text: `Shall I ask you on ${weekdayName(user.digestDay)}s who saw you work?` },
        ...buttons({
          label: `Ask me on ${weekdayName(user.digestDay)}s`,
          call: call('settings', { remind: 'weekly' }),
        }),
      ];
