import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { quietHoursOf } from '../../core/sending/recipient.ts';
import type { Interview, ProgramFacts } from '../../domain/notebook.ts';
import { type InterviewPlan, planInterview } from '../../domain/programs/interviews.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { type InterviewKind, interviewKinds } from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';
import { undoButton } from '../lists.ts';
import { gone } from '../people/find.ts';
import { openEndsOf, sentence } from '../people/looseEndCards.ts';
import { absolutely, assertOneZone, momentIn, remarks, written } from '../sending/moments.ts';
import { debriefCall } from './debriefCards.ts';
import { sayLength } from './lengths.ts';
import { itemCall, itemOf, knownZone, moreMenu, programOf, programToUse, readItem } from './programItems.ts';

interface Given {
  name: string;
  item?: string | undefined;
  kind?: InterviewKind | undefined;
  when: SaidTime;
  minutes?: number | undefined;
  zone?: string | undefined;
}

/** Adds an interview, or changes the one that `item` names; one that names an invitation accepts that. */
export async function saveInterview(given: Given, context: Context): Promise<Card> {
  const { name, item, kind, when, minutes, zone } = given;
  assertOneZone(when, zone, 'when');
  const { program, isNew } = await programToUse(name, context);
  const start = momentIn(when, zone ?? (await knownZone(program.name, context)));
  const { interviews } = context.notebook;
  const named = item ? readItem(item) : undefined;
  const facts = {
    programId: program.id,
    kind: kind ?? 'interview',
    day: start.toPlainDate(),
    time: start.toPlainTime(),
    zone: start.timeZoneId,
    minutes: minutes ?? null,
  };
  const isInvited = named?.kind === 'invitation';
  const { value, undoId } = isInvited
    ? await context.notebook.acceptInvitation(named.id, { ...facts, followUpSentOn: null })
    : named
      ? await interviews.change(named.id, facts)
      : await interviews.add({ ...facts, followUpSentOn: null });
  const noted = isNew ? `Noted, and ${program.name} is in your list` : 'Noted';
  const title = isInvited ? 'Accepted, and noted' : named ? 'Changed' : noted;
  return interviewCard(value, program, context, { title, undoId, remarks: remarks(when) });
}

/** @throws UserError where it is gone */
export const interviewOf = async (id: string, { notebook }: Context): Promise<Interview> =>
  (await notebook.interviews.get(id)) ?? gone('That interview is not in your notebook any more.');

export async function showInterview(id: string, context: Context): Promise<Card> {
  const interview = await interviewOf(id, context);
  const program = await programOf(interview.programId, context);
  return interviewCard(interview, program, context, { title: `${capital(nameOf(interview))} at ${program.name}` });
}

/** Marks the follow-up as sent. */
export async function noteSent(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.interviews.change(id, { followUpSentOn: context.today });
  const program = await programOf(value.programId, context);
  return interviewCard(value, program, context, { title: 'Noted: your note is sent', undoId });
}

/** How an interview is planned for this member. */
const planOf = (
  interview: Interview,
  program: ProgramFacts,
  { user, zone, now }: Pick<Context, 'user' | 'zone' | 'now'>,
): InterviewPlan =>
  planInterview({
    interview,
    program,
    applicantType: user.applicantType ?? 'graduate',
    zone,
    quiet: quietHoursOf(user),
    now,
  });

export const nameOf = ({ kind }: Interview): string => interviewKinds[kind].label;

async function interviewCard(
  interview: Interview,
  program: ProgramFacts,
  context: Context,
  { title, undoId, remarks: said }: { title: string; undoId?: string; remarks?: string | undefined },
): Promise<Card> {
  const plan = planOf(interview, program, context);
  const isAhead = plan.eve.state !== 'over';
  return card(title, {
    answer: `${capital(nameOf(interview))} at ${program.name}: ${absolutely(plan.start, interview.zone, context.zone)}${sayLength(interview.minutes)}.`,
    at: plan.start,
    tone: undoId ? 'good' : 'neutral',
    blocks: [
      ...(said ? [{ type: 'text', text: said } as const] : []),
      ...(isAhead ? await beforeIt(interview, plan, context) : []),
      { type: 'text', text: `${bold('Afterwards.')} ${plan.followUp.reason}` },
      ...waysOn(interview, program, plan, undoId),
    ],
    footer: undoId ? 'Only you see this. Undo works for ten minutes.' : 'Only you see this.',
  });
}

/** Before it, it can be moved or called off; afterwards, its follow-up is what matters. */
function waysOn(
  interview: Interview,
  program: ProgramFacts,
  { eve, followUp }: InterviewPlan,
  undoId?: string,
): Block[] {
  const { id, kind } = interview;
  const last = undoId ? undoButton(undoId) : { label: program.name, call: itemCall('program', program.id) };
  const change = { label: 'Change', call: editCall(interview, program) };
  if (eve.state !== 'over')
    return buttons(
      { label: 'What to watch', call: call('advice', { piece: eve.advice }) },
      kind === 'social' ? change : { label: 'Move it', call: itemCall('interview', id, 'move') },
      { label: 'Cancel it', call: itemCall('interview', id, 'cancel') },
      last,
    );
  const isToDebrief = kind !== 'social' && program.debriefedOn === null;
  const more = [
    ...buttons(isToDebrief && { label: 'Debrief in 30 seconds', call: debriefCall(program) }),
    moreMenu('interview', id, { remove: 'Remove it' }),
  ];
  if (followUp.fit === 'fits' || followUp.fit === 'look-first')
    return [
      ...buttons(
        { label: 'Write the note', call: formCall('draft', { kind: 'follow-up', program: program.name }) },
        { label: 'It is sent', call: itemCall('interview', id, 'sent') },
        change,
        last,
      ),
      ...more,
    ];
  return [...buttons({ label: 'Why so', call: call('advice', { piece: followUp.advice }) }, change, last), ...more];
}

/** What the evening before says, at once where that evening has come; and what should be closed by then. */
async function beforeIt(interview: Interview, { eve }: InterviewPlan, context: Context): Promise<Block[]> {
  const [ends, contacts] = await Promise.all([openEndsOf(context), context.notebook.people.all()]);
  const nameOf = (id: string | null) => contacts.find(contact => contact.id === id)?.name;
  const toClose = ends.open.filter(({ before }) => before?.interview.id === interview.id).slice(0, 2);
  const off = context.user.remind === 'nothing' && eve.state === 'later' ? ' Messages to you are off.' : '';
  return [
    { type: 'text', text: `${bold('Before it.')} ${eve.reason}${off} ${eve.tip}` },
    ...(toClose.length > 0
      ? [
          {
            type: 'list',
            items: toClose.map(({ looseEnd }) => `Still open: ${sentence(looseEnd, nameOf(looseEnd.contactId))}`),
          } as const,
        ]
      : []),
  ];
}

/** Its form, filled in as it is: written so that the form reads it again in any year. */
export const editCall = ({ id, kind, day, time, zone, minutes }: Interview, program: ProgramFacts): Call =>
  formCall('programs', {
    do: 'interview',
    item: itemOf('interview', id),
    name: program.name,
    kind,
    when: written(day.toPlainDateTime(time)),
    zone: zoneWords(zone),
    ...(minutes !== null && { minutes: String(minutes) }),
  });
