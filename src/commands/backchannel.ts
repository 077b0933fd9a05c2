import { z } from 'zod';
import { bold } from '../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card, card, section } from '../core/cards/card.ts';
import { call, formCall } from '../core/commands/call.ts';
import { type Context, defineCommand } from '../core/commands/command.ts';
import { option } from '../core/commands/options.ts';
import type { Check } from '../core/ports/notebook.ts';
import { DEFENDERS_TARGET } from '../domain/followUps/cadence.ts';
import { phaseOn, weekOfSeason, youNow } from '../domain/season/season.ts';
import { formatDay } from '../domain/time/localTime.ts';
import { buckets } from '../domain/vocabulary.ts';
import { capital } from '../domain/words/sentences.ts';
import { typeQuestion } from './around/firstTime.ts';
import { help } from './help.ts';
import { cadenceOf } from './people/cadence.ts';
import { names, openEndsOf, sentence } from './people/looseEndCards.ts';
import { offerAlarm } from './programs/offerAlarm.ts';
import { agendaOf } from './sending/agenda.ts';
import { usage } from './usage.ts';

export const backchannel = defineCommand({
  name: 'backchannel',
  description: 'Home: the week of the season, where you stand, and the next step',
  audience: 'everyone',
  options: z.strictObject({
    help: option
      .choice({ label: 'Help', description: 'What each command does' }, { commands: { label: 'All commands' } })
      .optional(),
    usage: option.text({ label: 'Usage', description: 'How this command is used', hidden: true }, 30).optional(),
    lists: option
      .boolean({ label: 'With lists', description: 'With what it counts, where there is room', hidden: true })
      .optional(),
  }),
  examples: ['', 'help:commands'],
  async run({ help: asked, usage: command, lists }, context): Promise<Card> {
    if (command) return usage(command, context);
    return asked ? help(context) : home(context, lists);
  },
});

/** How much of each list stands below Home where there is room. */
const LISTED = 5;

async function home(context: Context, lists = false) {
  const { season, today, user } = context;
  const phase = phaseOn(today, season);
  const state = await stateOf(context);
  const step = nextStep(state);
  return card('Backchannel', {
    answer: `Week ${weekOfSeason(today, season)} of the season: ${phase.label}. ${phase.programs}`,
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: 'Your bucket', value: bucketLine(state.check, context) },
          { label: 'Defenders', value: `${state.cadence.have} of ${DEFENDERS_TARGET}` },
          { label: 'Loose ends', value: state.ends.open.length === 0 ? 'none open' : `${state.ends.open.length} open` },
          { label: 'Next', value: state.agenda[0] ?? 'no interview or deadline ahead' },
        ],
      },
      { type: 'text', text: `${bold('Now.')} ${step.why ?? youNow(phase, user.applicantType)}` },
      ...buttons(step.button, { label: 'Log', call: formCall('log') }, { label: 'Bucket', call: call('bucket') }),
      ...(user.applicantType === null && user.welcomed ? [typeQuestion()] : []),
      ...buttons(
        { label: 'People', call: call('people') },
        { label: 'Defenders', call: call('defenders') },
        { label: 'Loose ends', call: call('loose-ends') },
        { label: 'Programs', call: call('programs') },
        { label: 'Season', call: call('timeline') },
      ),
      ...buttons(
        { label: 'History', call: call('history') },
        { label: 'Advice', call: call('advice') },
        { label: 'Reminders', call: call('reminders') },
        { label: 'Settings', call: call('settings') },
        { label: 'All commands', call: call('backchannel', { help: 'commands' }) },
      ),
      ...(lists ? await listsOf(state, context) : []),
    ],
    footer: 'Only you see this.',
  });
}

type State = Awaited<ReturnType<typeof stateOf>>;

/** What Home says of a person: each part read once. */
async function stateOf(context: Context) {
  const { notebook } = context;
  const [people, [check], { cadence }, ends, agenda, alarm] = await Promise.all([
    notebook.people.all(),
    notebook.checks(null, 1),
    cadenceOf(context),
    openEndsOf(context),
    agendaOf(context),
    offerAlarm(context),
  ]);
  return { people: people.length, check, cadence, ends, agenda, alarm };
}

/** What is ahead, who is to hear from the person, and what is open: the first of each. */
async function listsOf({ agenda, cadence, ends }: State, context: Context): Promise<Block[]> {
  const known = await names(context);
  const defenders = cadence.defenders.map(
    ({ name, due, dueOn }) => `${name}: ${due ? 'due a word' : `next word ${formatDay(dueOn)}`}`,
  );
  const open = ends.open.map(
    ({ looseEnd, reason }) => `${sentence(looseEnd, known.get(looseEnd.contactId ?? ''))} ${reason}`,
  );
  return [
    ...section('Coming', agenda.slice(0, LISTED).map(capital)),
    ...section('Defenders', defenders.slice(0, LISTED)),
    ...section('Open', open.slice(0, LISTED)),
  ];
}

function bucketLine(check: Check | undefined, { today, zone }: Context): string {
  if (!check) return 'not checked yet';
  const day = check.at.toZonedDateTimeISO(zone).toPlainDate();
  const days = day.until(today).days;
  const age = days === 0 ? 'today' : days === 1 ? 'yesterday' : formatDay(day);
  const { bucket } = check.checked;
  return `${bucket ? buckets[bucket].label : 'nobody can say yet'}, checked ${age}`;
}

/** The one next best step: what is due first, then what is missing most. */
function nextStep({ people, check, cadence, ends, alarm }: State): {
  button: Button;
  why?: string;
} {
  if (alarm) return { button: alarm.button, why: [alarm.line, ...alarm.steps.slice(0, 1)].join(' ') };
  const [end] = ends.open;
  const due = cadence.defenders.find(defender => defender.due);
  if (people === 0)
    return {
      button: { label: 'Log the first person', call: formCall('log') },
      why: 'Who was on nights with you last month? Begin with one person.',
    };
  if (end?.dueOn) return { button: { label: 'Loose ends', call: call('loose-ends') }, why: ends.answer };
  if (!check)
    return {
      button: { label: 'See your bucket', call: call('bucket') },
      why: 'You have logged enough for a first self-check.',
    };
  if (due) return { button: { label: 'Write to them', call: call('defenders') }, why: cadence.answer };
  if (!cadence.enough)
    return {
      button: { label: 'Name a defender', call: call('defenders') },
      why: 'Two or three people who would say yes at once: name them.',
    };
  return { button: { label: 'Check again', call: call('bucket') } };
}
