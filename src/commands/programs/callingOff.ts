import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { menuLine } from '../../core/cards/limits.ts';
import { formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Interview, ProgramFacts } from '../../domain/notebook.ts';
import { formatShortDay } from '../../domain/time/localTime.ts';
import { type InterviewKind, interviewKinds } from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';
import type { WrittenDraft } from '../library/draftWriting.ts';
import { undoButton } from '../lists.ts';
import { startOf } from '../sending/agenda.ts';
import { editCall, interviewOf, nameOf } from './interviewCards.ts';
import { alarmCard, offerAlarm } from './offerAlarm.ts';
import { itemCall, itemOf, programOf } from './programItems.ts';

/** What is written where one of these is called off: exactly that, and what stays as it is. */
const callingOff: Record<InterviewKind, { draft: WrittenDraft; stays: string }> = {
  interview: { draft: 'cancel-interview', stays: 'Your application there stays as it is.' },
  social: { draft: 'cancel-social', stays: 'Your interview and your application stay as they are.' },
  'second-visit': { draft: 'cancel-visit', stays: 'Your application there stays as it is.' },
};

async function meetingOf(id: string, context: Context): Promise<{ interview: Interview; program: ProgramFacts }> {
  const interview = await interviewOf(id, context);
  return { interview, program: await programOf(interview.programId, context) };
}

const keepIt = (interview: Interview) => ({ label: 'Keep it', call: itemCall('interview', interview.id) });

/** Other days are asked for first; then the new one is set. */
export async function moveInterview(id: string, context: Context): Promise<Card> {
  const { interview, program } = await meetingOf(id, context);
  return card(`Move the ${nameOf(interview)}`, {
    answer: `Ask ${program.name} for other days first. Once they answer, set the new one here.`,
    blocks: buttons(
      { label: 'Write it', call: formCall('draft', { kind: 'move', program: program.name }) },
      { label: 'Set the new date', call: editCall(interview, program) },
      keepIt(interview),
    ),
    footer: 'Nothing is ever sent in your name.',
  });
}

/** What to write first; it is taken off the list by a tap of its own. */
export async function cancelInterview(id: string, context: Context): Promise<Card> {
  const { interview, program } = await meetingOf(id, context);
  const { kind } = interview;
  const alarm = kind === 'interview' ? await offerAlarm(context) : undefined;
  if (alarm) return alarmCard(alarm, keepIt(interview));
  const { draft, stays } = callingOff[kind];
  return card(`Cancel the ${nameOf(interview)}`, {
    answer: `Write to ${program.name} first, then take it off your list.`,
    blocks: [
      { type: 'text', text: stays },
      ...buttons(
        { label: 'Write it', call: formCall('draft', { kind: draft, program: program.name }) },
        { label: 'Take it off', call: itemCall('interview', id, 'remove') },
        kind !== 'social' && { label: 'Move it instead', call: itemCall('interview', id, 'move') },
        keepIt(interview),
      ),
    ],
    footer: 'Nothing is ever sent in your name.',
  });
}

export async function removeInterview(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.interviews.remove(id);
  const program = await programOf(value.programId, context);
  return card('Removed', {
    answer: `${capital(nameOf(value))} at ${program.name}: off your list, with its reminders.`,
    blocks: buttons({ label: program.name, call: itemCall('program', program.id) }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

/** What ends an application: the words for it, and what is planned there, which nothing but a tap takes off. */
export async function withdrawApplication(id: string, context: Context): Promise<Card> {
  const [program, interviews, alarm] = await Promise.all([
    programOf(id, context),
    context.notebook.interviews.all(),
    offerAlarm(context),
  ]);
  const back = { label: 'Keep my application', call: itemCall('program', id) };
  if (alarm) return alarmCard(alarm, back);
  const planned = interviews.filter(
    interview => interview.programId === id && Temporal.Instant.compare(startOf(interview), context.now) > 0,
  );
  return card('Withdraw an application', {
    answer: `This ends your application at ${program.name}, and nothing else. Write to them first.`,
    blocks: [
      ...(planned.length > 0
        ? [{ type: 'text', text: 'Still on your list there. Take off what you won’t go to.' } as const]
        : []),
      ...takeOff(planned),
      ...buttons({ label: 'Write it', call: formCall('draft', { kind: 'withdrawal', program: program.name }) }, back),
    ],
    footer: 'Nothing is ever sent in your name.',
  });
}

const takeOff = (planned: readonly Interview[]): Block[] =>
  planned.length === 0
    ? []
    : [
        {
          type: 'select',
          placeholder: 'Take off your list',
          call: selectCall('programs', 'item', { act: 'remove' }),
          choices: planned.map(({ id, kind, day }) => ({
            value: itemOf('interview', id),
            label: menuLine(`${capital(interviewKinds[kind].label)}, ${formatShortDay(day)}`),
          })),
        },
      ];
