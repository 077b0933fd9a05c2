import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Reminder } from '../../core/ports/notebook.ts';
import { quietHoursOf } from '../../core/sending/recipient.ts';
import { isQuiet } from '../../domain/time/localTime.ts';
import { nextOccurrence, type Recurrence } from '../../domain/time/recurrence.ts';
import { readWhen } from '../../domain/time/when.ts';
import { howToOpen } from '../around/platformWords.ts';
import { undoButton } from '../lists.ts';
import { reminderOf, whenLine } from './reminderCards.ts';
import { snooze, type Wait } from './snooze.ts';

/** A moment from plain words. @throws UserError that says what is expected */
async function readMoment(words: string | undefined, { notebook, now, zone }: Context): Promise<Recurrence> {
  if (!words) throw new UserError('When shall I remind you? Try "tomorrow 6 pm".', { when: 'A time is needed.' });
  const [interviews, programs] = await Promise.all([notebook.interviews.all(), notebook.programs.all()]);
  const read = readWhen(words, { now, zone, interviews, programs });
  if (!read.ok) throw new UserError(read.expected, { when: read.expected });
  return read.when;
}

interface Asked {
  what?: string | undefined;
  when?: string | undefined;
}

export async function addReminder({ what, when }: Asked, context: Context): Promise<Card> {
  if (!what) throw new UserError('Of what shall I remind you?', { what: 'A few words are needed.' });
  const { notebook, zone, user } = context;
  const moment = await readMoment(when, context);
  const isFirst = (await notebook.reminders.all()).length === 0;
  const { value, undoId } = await notebook.reminders.add({ text: what, ...moment, zone, state: 'open', about: null });
  const dms = isFirst && user.remind === 'nothing' ? await context.tryDirectMessage() : 'open';
  return saved('I will remind you', value, undoId, context, dms === 'closed' ? closed(context) : undefined);
}

const closed = ({ account }: Context): string =>
  `Your direct messages are closed to me, so it would not arrive.${howToOpen(account.platform)}`;

export async function changeReminder(id: string, { what, when }: Asked, context: Context): Promise<Card> {
  await reminderOf(id, context);
  const moment = when ? { ...(await readMoment(when, context)), zone: context.zone } : {};
  const change = { ...moment, ...(what && { text: what }), state: 'open' } as const;
  const { value, undoId } = await context.notebook.reminders.change(id, change);
  return saved('Changed', value, undoId, context);
}

/** What was understood, with date, clock and zone. */
function saved(title: string, reminder: Reminder, undoId: string, context: Context, warning?: string): Card {
  const { zone, now, user } = context;
  const next = nextOccurrence(reminder, now, zone);
  const inQuiet = next && isQuiet(next.at, quietHoursOf(user), zone);
  const notes = [warning, inQuiet && 'That is inside your quiet hours. It comes all the same: you chose the hour.'];
  return card(title, {
    answer: `${whenLine(reminder, context)}: ${reminder.text}`,
    tone: warning ? 'careful' : 'good',
    blocks: [
      ...notes.flatMap(text => (text ? [{ type: 'text', text } as const] : [])),
      ...buttons(
        { label: 'Reminders', call: call('reminders') },
        { label: 'Open it', call: call('reminders', { id: reminder.id }) },
        undoButton(undoId),
      ),
    ],
    footer: 'Only you see this. Undo works for ten minutes.',
  });
}

export const finishReminder = (id: string, context: Context): Promise<Card> => ended(id, 'done', 'Done', context);
export const cancelReminder = (id: string, context: Context): Promise<Card> =>
  ended(id, 'cancelled', 'Cancelled', context);

async function ended(id: string, state: 'done' | 'cancelled', title: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.reminders.change((await reminderOf(id, context)).id, { state });
  return card(title, {
    answer: value.text ? `${value.text}: you will not be reminded any more.` : 'It will not come again.',
    tone: 'good',
    blocks: buttons({ label: 'Reminders', call: call('reminders') }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

/** Moves the next occurrence alone; where none is left, what came last comes again. */
export async function snoozeReminder(id: string, wait: Wait | undefined, context: Context): Promise<Card> {
  const reminder = await reminderOf(id, context);
  const next = nextOccurrence(reminder, context.now, context.zone);
  const dueAt = next?.at ?? reminder.at.toZonedDateTime(context.zone).toInstant();
  const kind = reminder.about ? 'snoozed' : 'reminder';
  const occurrence = (next?.local ?? reminder.at).toString();
  return snooze([{ kind, subject: id, occurrence, dueAt }], { for: wait ?? 'tomorrow' }, context);
}
