import { type Block, buttons, type Card, card, type SelectOption } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { networkFor } from '../../domain/network/network.ts';
import type { Clue, Interview, Invitation, Offer, ProgramFacts } from '../../domain/notebook.ts';
import { sayClues } from '../../domain/programs/clues.ts';
import { sayDebrief } from '../../domain/programs/debriefs.ts';
import { sayCourse, signalGap } from '../../domain/programs/sent.ts';
import { formatBoth } from '../../domain/time/bothClocks.ts';
import { formatDay, formatShortDay } from '../../domain/time/localTime.ts';
import { timeLeft } from '../../domain/time/timeLeft.ts';
import { answerStates, clueKinds, interviewKinds } from '../../domain/vocabulary.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { loggedFacts } from '../facts.ts';
import { openEndsOf, sentence } from '../people/looseEndCards.ts';
import { aheadOf, startOf } from '../sending/agenda.ts';
import { alarmBlocks, offerAlarm } from './offerAlarm.ts';
import { about, editCall } from './programFacts.ts';
import { itemCall, itemOf, programOf } from './programItems.ts';
import { reachCall } from './sentCards.ts';

/** One program with everything that is tied to it. */
export async function showProgram(id: string, context: Context): Promise<Card> {
  const { notebook } = context;
  const program = await programOf(id, context);
  const [facts, ends, interviews, invitations, offers, allClues, ahead, alarm] = await Promise.all([
    loggedFacts(notebook),
    openEndsOf(context),
    notebook.interviews.all(),
    notebook.invitations.all(),
    notebook.offers.all(),
    notebook.clues.all(),
    aheadOf(context),
    offerAlarm(context),
  ]);
  const isHere = ({ programId }: { programId: string }) => programId === id;
  const network = networkFor(facts.people, facts.entries, { program, mended: facts.mended, scene: facts.scene });
  const gap = signalGap(program, network);
  const heard = network.routes.flatMap(({ callers }) => callers);
  const near = new Set(heard.map(({ person }) => person.id));
  const open = ends.open.filter(({ person }) => person !== null && near.has(person.id));
  const clues = allClues.filter(isHere);
  const theirs = interviews
    .filter(isHere)
    .toSorted((one, other) => Temporal.Instant.compare(startOf(one), startOf(other)));
  const invited = invitations.filter(isHere);
  const offered = offers.filter(isHere);
  const next = ahead.get(id);
  // Beside an offer that stands, nothing leads away: it is declined first.
  const mayWithdraw = !alarm && !offered.some(({ state }) => state === 'open' || state === 'accepted');
  return card(program.name, {
    answer: `${next ? `${capital(next.words)}. ` : ''}${network.answer}`,
    blocks: [
      ...(gap ? [{ type: 'text', text: gap } as const, ...buttons(reachCall(program))] : []),
      ...(alarm?.offers.some(isHere) ? alarmBlocks(alarm) : []),
      ...known({
        About: about(program),
        'So far': isSent(program) ? sayCourse({ ...program, ...came(theirs, invited, context) }) : '',
        Note: program.note ? clip(program.note, SHOWN) : '',
        'Could be called': list(
          heard.map(({ person, reason }) => `${person.name} (${reason})`),
          4,
        ),
        'Who knows who': list(
          network.knows.map(({ person }) => person.name),
          4,
        ),
        Interviews: theirs
          .slice(-3)
          .map(one => sayInterview(one, context))
          .join('; '),
        Invitation: sayAnswers(invited, context),
        Offer: sayAnswers(offered, context),
        Debrief: program.debriefedOn ? sayDebriefed(program) : '',
        Clues: clues.length > 0 ? sayClues(clues.length, program.name) : '',
        'Still open': open
          .slice(0, 2)
          .map(({ looseEnd, person }) => sentence(looseEnd, person?.name))
          .join(' '),
      }),
      ...buttons(
        { label: 'Add an interview', call: formCall('programs', { do: 'interview', name: program.name }) },
        { label: 'Who could be called', call: call('network', { program: program.name }) },
        { label: 'My bucket there', call: call('bucket', { program: program.name }) },
      ),
      addMenu(program),
      ...menuOf(theirs, invited, offered, clues),
      ...buttons(
        { label: 'Edit', call: editCall(program) },
        program.debriefedOn !== null && { label: 'My debrief', call: itemCall('debrief', id) },
        program.note !== null && { label: 'My note', call: itemCall('note', id) },
        mayWithdraw && { label: 'Withdraw', call: itemCall('program', id, 'withdraw') },
        { label: 'Remove', call: itemCall('program', id, 'remove') },
      ),
    ],
    footer: 'Only you see this.',
  });
}

/** Of a note as much is shown beside everything else. */
const SHOWN = 200;

/** What else can be written down of it, each in a form of its own. */
const addMenu = ({ name }: ProgramFacts): Block => ({
  type: 'select',
  placeholder: 'Add something else',
  call: { ...selectCall('programs', 'do', { name }), form: true },
  choices: [
    { value: 'debrief', label: 'A debrief' },
    { value: 'sent', label: 'What you sent: applied, signaled' },
    { value: 'invitation', label: 'An invitation' },
    { value: 'offer', label: 'An offer' },
    { value: 'clue', label: 'A clue' },
    { value: 'note', label: 'A note' },
  ],
});

const isSent = ({ applied, signal }: ProgramFacts): boolean => applied || signal !== null;

const came = (interviews: readonly Interview[], invitations: readonly Invitation[], { now }: Context) => ({
  invited: invitations.length > 0 || interviews.length > 0,
  interviewed: interviews.some(one => Temporal.Instant.compare(startOf(one), now) <= 0),
});

const sayDebriefed = (program: ProgramFacts): string =>
  `${sayDebrief(program)}${program.debrief ? `. “${clip(program.debrief, SHOWN)}”` : ''}`;

/** A line for each thing that is known. */
function known(all: Record<string, string>): Block[] {
  const fields = Object.entries(all).flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return fields.length > 0 ? [{ type: 'fields', fields }] : [];
}

function sayInterview(interview: Interview, { now, zone }: Context): string {
  const start = startOf(interview);
  const isOver = Temporal.Instant.compare(start, now) <= 0;
  return `${interviewKinds[interview.kind].label} ${formatBoth(start, interview.zone, zone)}${isOver ? ' (over)' : ''}`;
}

/** The last two of what is to be answered, each with its time or what became of it. */
const sayAnswers = (all: readonly (Invitation | Offer)[], context: Context): string =>
  all
    .slice(-2)
    .map(one => sayAnswer(one, context))
    .join('; ');

function sayAnswer({ state, replyBy, zone: place }: Invitation | Offer, { now, zone }: Context): string {
  if (state !== 'open') return answerStates[state].label;
  return replyBy ? `answer by ${formatBoth(replyBy, place, zone)}${left(replyBy, now)}` : 'no time to answer is noted';
}

const left = (replyBy: Temporal.Instant, now: Temporal.Instant): string =>
  Temporal.Instant.compare(replyBy, now) < 0 ? ' (passed)' : ` (${timeLeft(now, replyBy)} left)`;

/** Opens an interview, an invitation, an offer or a clue of the program. */
function menuOf(interviews: Interview[], invitations: Invitation[], offers: Offer[], clues: Clue[]): Block[] {
  const choices: SelectOption[] = [
    ...interviews.map(({ id, kind, day }) => ({
      value: itemOf('interview', id),
      label: `${capital(interviewKinds[kind].label)}, ${formatShortDay(day)}`,
    })),
    ...invitations.map(({ id, receivedAt, zone, state }) => ({
      value: itemOf('invitation', id),
      label: `Invitation of ${formatShortDay(receivedAt.toZonedDateTimeISO(zone).toPlainDate())}, ${answerStates[state].label}`,
    })),
    ...offers.map(({ id, receivedOn, state }) => ({
      value: itemOf('offer', id),
      label: `Offer of ${formatShortDay(receivedOn)}, ${answerStates[state].label}`,
    })),
    ...clues.map(({ id, kind, day }) => ({
      value: itemOf('clue', id),
      label: menuLine(`Clue of ${formatDay(day)}: ${clueKinds[kind].label}`),
    })),
  ];
  return choices.length === 0
    ? []
    : [
        {
          type: 'select',
          placeholder: 'Open one of these',
          call: selectCall('programs', 'item'),
          choices: choices.slice(-limits.menuChoices),
        },
      ];
}
