import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Invitation, ProgramFacts } from '../../domain/notebook.ts';
import { adviseInvitation } from '../../domain/programs/invitations.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { type AnswerState, answerStates } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { gone } from '../people/find.ts';
import { absolutely, assertOneZone, momentIn } from '../sending/moments.ts';
import { answerReminders } from './answerReminders.ts';
import { sayLength } from './lengths.ts';
import { itemCall, itemOf, knownZone, programOf, programToUse, readItem } from './programItems.ts';

interface Given {
  name: string;
  item?: string | undefined;
  by?: SaidTime | undefined;
  when?: SaidTime | undefined;
  minutes?: number | undefined;
  zone?: string | undefined;
}

/** Adds an interview invitation, or changes the one that `item` names. */
export async function saveInvitation({ name, item, by, when, minutes, zone }: Given, context: Context): Promise<Card> {
  if (by) assertOneZone(by, zone, 'by');
  if (when) assertOneZone(when, zone, 'when');
  const { program, isNew } = await programToUse(name, context);
  const { invitations } = context.notebook;
  const place = zone ?? (await knownZone(program.name, context));
  const start = when && momentIn(when, place);
  const facts = {
    programId: program.id,
    replyBy: by ? momentIn(by, place).toInstant() : null,
    zone: start?.timeZoneId ?? place,
    day: start?.toPlainDate() ?? null,
    time: start?.toPlainTime() ?? null,
    minutes: (start && minutes) ?? null,
  };
  const { value, undoId } = item
    ? await invitations.change(readItem(item).id, facts)
    : await invitations.add({ ...facts, receivedAt: context.now, state: 'open' });
  const title = item ? 'Changed' : isNew ? `An invitation, and ${program.name} is in your list` : 'An invitation';
  return invitationCard(value, program, context, { title, undoId });
}

const invitationOf = async (id: string, { notebook }: Context): Promise<Invitation> =>
  (await notebook.invitations.get(id)) ?? gone('That invitation is not in your notebook any more.');

export async function showInvitation(id: string, context: Context): Promise<Card> {
  const invitation = await invitationOf(id, context);
  const program = await programOf(invitation.programId, context);
  return invitationCard(invitation, program, context, { title: `Invitation from ${program.name}` });
}

/** Notes what was answered; an accepted one with its interview goes by that one's form. */
export async function answerInvitation(id: string, state: AnswerState, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.invitations.change(id, { state });
  const program = await programOf(value.programId, context);
  return invitationCard(value, program, context, { title: titles[state], undoId });
}
const titles: Record<AnswerState, string> = {
  open: 'Open again',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Let go',
};

export async function removeInvitation(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.invitations.remove(id);
  const program = await programOf(value.programId, context);
  return card('Removed', {
    answer: `Invitation from ${program.name}: removed.`,
    blocks: buttons({ label: program.name, call: itemCall('program', program.id) }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

interface Shown {
  title: string;
  undoId?: string;
}

function invitationCard(
  invitation: Invitation,
  program: ProgramFacts,
  context: Context,
  { title, undoId }: Shown,
): Card {
  const { id, state } = invitation;
  const isOpen = state === 'open';
  const last = undoId ? undoButton(undoId) : { label: program.name, call: itemCall('program', program.id) };
  const { answer, tone, blocks } = bodies[state](invitation, program, context);
  return card(title, {
    answer,
    ...(isOpen && invitation.replyBy && { at: invitation.replyBy }),
    tone,
    blocks: [
      ...blocks,
      ...answerReminders(invitation, { invitations: [invitation] }, context),
      ...buttons(
        isOpen
          ? { label: 'Change', call: editCall(invitation, program) }
          : { label: 'Open it again', call: itemCall('invitation', id, 'reopen') },
        { label: 'Remove', call: itemCall('invitation', id, 'remove') },
        last,
      ),
    ],
    footer: undoId ? 'Only you see this. Undo works for ten minutes.' : 'Only you see this.',
  });
}

type Body = Required<Pick<Card, 'answer' | 'tone'>> & { blocks: Block[] };

const bodies: Record<AnswerState, (invitation: Invitation, program: ProgramFacts, context: Context) => Body> = {
  open: openInvitation,
  accepted: (invitation, program) => ({
    answer: `${program.name}: accepted.`,
    tone: 'good',
    blocks: [
      { type: 'text', text: 'Once you have a day, note the interview: I’ll remind you the evening before.' },
      ...buttons({ label: 'Add the interview', call: acceptCall(invitation, program) }),
    ],
  }),
  declined: declinedInvitation,
  expired: declinedInvitation,
};

/** By when to answer, what NRMP says of that time, and the ways to answer. */
function openInvitation(invitation: Invitation, program: ProgramFacts, { now, zone }: Context): Body {
  const { id, replyBy, receivedAt, zone: place } = invitation;
  const market = program.market ?? 'unknown';
  const { answer, rule } = adviseInvitation({ market, receivedAt, replyBy, now, zone: place });
  const start = startOf(invitation);
  const fields = [
    { label: 'Answer by', value: replyBy ? absolutely(replyBy, place, zone) : '' },
    { label: 'Interview', value: start ? `${absolutely(start, place, zone)}${sayLength(invitation.minutes)}` : '' },
  ].filter(({ value }) => value);
  return {
    answer: `${program.name}: ${answer}`,
    tone: 'neutral',
    blocks: [
      ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : []),
      ...(rule ? [{ type: 'text', text: rule } as const] : []),
      ...buttons(
        { label: 'I accepted', call: acceptCall(invitation, program) },
        !start && { label: 'Accepted, no day yet', call: itemCall('invitation', id, 'accept') },
        { label: 'I declined', call: itemCall('invitation', id, 'decline') },
      ),
    ],
  };
}

function declinedInvitation({ state }: Invitation, program: ProgramFacts): Body {
  return {
    answer: `${program.name}: ${answerStates[state].label}.`,
    tone: 'neutral',
    blocks: [
      {
        type: 'text',
        text: 'If you haven’t told them, do it today in two kind sentences. Someone else is waiting for that date, and no reason is owed.',
      },
      ...buttons({ label: 'Write it', call: formCall('draft', { kind: 'decline', program: program.name }) }),
    ],
  };
}

const startOf = ({ day, time, zone }: Invitation): Temporal.Instant | undefined =>
  day && time ? day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant() : undefined;

/** What an option takes for a day and an hour, in any year. */
const written = (local: Temporal.PlainDateTime): string =>
  `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;

/** What the invitation says of its interview, as the options of a form. */
const meetingIn = ({ day, time, zone, minutes }: Invitation) => ({
  ...(day && time && { when: written(day.toPlainDateTime(time)) }),
  ...(minutes !== null && { minutes: String(minutes) }),
  zone,
});

/** The form of the interview that it becomes, filled in with what it says. */
const acceptCall = (invitation: Invitation, program: ProgramFacts): Call =>
  formCall('programs', {
    do: 'interview',
    item: itemOf('invitation', invitation.id),
    name: program.name,
    ...meetingIn(invitation),
  });

/** Its form, filled in as it is. */
const editCall = (invitation: Invitation, program: ProgramFacts): Call =>
  formCall('programs', {
    do: 'invitation',
    item: itemOf('invitation', invitation.id),
    name: program.name,
    ...(invitation.replyBy && {
      by: written(invitation.replyBy.toZonedDateTimeISO(invitation.zone).toPlainDateTime()),
    }),
    ...meetingIn(invitation),
  });
