import { type Block, buttons, type Card, card, section, siteLinks } from '../../core/cards/card.ts';
import { formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Check } from '../../core/ports/notebook.ts';
import { DEFENDERS_TARGET } from '../../domain/followUps/cadence.ts';
import { phaseOn, weekOfSeason } from '../../domain/season/season.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { buckets } from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';
import { typeQuestion } from '../around/firstTime.ts';
import { cadenceOf } from '../people/cadence.ts';
import { openEndsOf, sentence } from '../people/looseEndCards.ts';
import { offerAlarm } from '../programs/offerAlarm.ts';
import { comingUp } from '../sending/agenda.ts';
import { doorsMenu } from './doors.ts';
import { movedSince } from './moved.ts';
import { nextStep, type State } from './step.ts';

/** How much of each list stands below Home where there is room. */
const LISTED = 5;

/** The one step, what moved since last week, where one stands, and the doors. */
export async function home(context: Context, lists = false): Promise<Card> {
  const { season, today, user } = context;
  const state = await stateOf(context);
  const { answer, button, about } = await nextStep(state, context);
  const isNew = state.people === 0 && state.ahead.length === 0;
  return card('Backchannel', {
    answer,
    blocks: [
      ...(isNew ? [] : await standing(state, about, context)),
      ...(user.applicantType === null && user.welcomed ? [typeQuestion()] : []),
      ...buttons(button, button.call.command !== 'log' && { label: 'Log someone', call: formCall('log') }),
      doorsMenu,
      ...(lists ? [...listsOf(state), ...buttons(...siteLinks(context.site))] : []),
    ],
    footer: `Week ${weekOfSeason(today, season)} of the season: ${phaseOn(today, season).label}. Only you see this.`,
  });
}

async function stateOf(context: Context): Promise<State> {
  const { notebook } = context;
  const [people, { checks }, { cadence }, ends, ahead, alarm] = await Promise.all([
    notebook.people.all(),
    notebook.selfCheck(),
    cadenceOf(context),
    openEndsOf(context),
    comingUp(context),
    offerAlarm(context),
  ]);
  return { people: people.length, checks, cadence, ends, ahead, alarm };
}

async function standing(
  { checks, cadence, ends, ahead }: State,
  about: string | undefined,
  context: Context,
): Promise<Block[]> {
  const { notebook, today, zone } = context;
  const [entries, looseEnds, defenders] = await Promise.all([
    notebook.history({ limit: 5000 }),
    notebook.looseEnds.all(),
    notebook.metDefenders(),
  ]);
  const next = ahead.find(({ id }) => id !== about);
  const moved = movedSince({ entries, looseEnds, defenders, checks, today, zone });
  return [
    ...(moved ? [{ type: 'text', text: moved } as const] : []),
    {
      type: 'fields',
      fields: [
        { label: 'Bucket', value: bucketLine(checks[0], context) },
        { label: 'Defenders', value: `${cadence.have} of ${DEFENDERS_TARGET}` },
        { label: 'Loose ends', value: ends.open.length === 0 ? 'none' : String(ends.open.length) },
        ...(next ? [{ label: about ? 'Then' : 'Next', value: next.line }] : []),
      ],
    },
  ];
}

/** What is ahead, who is to hear from the person, and what is open: the first of each. */
function listsOf({ ahead, cadence, ends }: State): Block[] {
  const defenders = cadence.defenders.map(
    ({ name, due, dueOn }) => `${name}: ${due ? 'due a word' : `next word ${formatDay(dueOn)}`}`,
  );
  const open = ends.open.map(({ looseEnd, person, reason }) => `${sentence(looseEnd, person?.name)} ${reason}`);
  return [
    ...section(
      'Coming',
      ahead.slice(0, LISTED).map(({ line }) => capital(line)),
    ),
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
