import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Reminder } from '../../core/ports/notebook.ts';
import { quietHoursOf } from '../../core/sending/recipient.ts';
import { clocksDiffer } from '../../domain/time/bothClocks.ts';
import { findTime } from '../../domain/time/findTime.ts';
import { isQuiet } from '../../domain/time/localTime.ts';
import type { When } from '../../domain/time/readWhen.ts';
import { nextOccurrence } from '../../domain/time/recurrence.ts';
import { isMessageLink } from '../../domain/words/messageLink.ts';
import { howToOpen } from '../around/platformWords.ts';
import { undoButton } from '../lists.ts';
import { momentSaid, understoodWhen, whenAsked } from './momentSaid.ts';
import { absolutely } from './moments.ts';
import { messageButton, reminderOf, whenLine } from './reminderCards.ts';
import { snooze, type Wait } from './snooze.ts';

interface Asked {
  what?: string | undefined;
  when?: string | undefined;
  /** The address of a message that it is about. */
  link?: string | undefined;
}

const WHEN = 'When shall I remind you? Try "tomorrow 6 pm".';

/** What was said and when it is for; where no time is given by itself, it is found in the words. */
async function readAsked({ what, when }: Asked, context: Context): Promise<{ text: string; moment: When }> {
  if (when) {
    if (!what) throw new UserError('Of what shall I remind you?', { what: 'A few words are needed.' });
    return { text: what, moment: await momentSaid(when, context) };
  }
  const found = findTime(what ?? '', await whenAsked(context));
  if (!found) throw new UserError(WHEN, { when: 'A time is needed.' });
  const { reading, rest, time } = found;
  if (!rest)
    throw new UserError('Of what shall I remind you?', { what: 'A few words are needed.' }, undefined, {
      understood: { what: '', when: time },
    });
  // What is half understood stays as it was typed.
  return { text: rest, moment: understoodWhen(reading, reading.outcome === 'asked' ? { what: rest, when: time } : {}) };
}

const storedAs = ({ at, rule }: When, { zone }: Context) => ({ at, rule, zone });

export async function addReminder(asked: Asked, context: Context): Promise<Card> {
  const { notebook, user } = context;
  const { text, moment } = await readAsked(asked, context);
  if (asked.link !== undefined && !isMessageLink(asked.link))
    throw new UserError(
      'That is not the link of a Slack or Discord message. Leave it out, or put it in your own words.',
    );
  const isFirst = (await notebook.reminders.all()).length === 0;
  const { value, undoId } = await notebook.reminders.add({
    text,
    ...storedAs(moment, context),
    state: 'open',
    about: null,
    link: asked.link ?? null,
  });
  const dms = isFirst && user.remind === 'nothing' ? await context.tryDirectMessage() : 'open';
  const notes = [...(dms === 'closed' ? [closed(context)] : []), ...echoOf(moment, context)];
  return saved('I will remind you', value, undoId, context, { notes, isCareful: dms === 'closed' });
}

const closed = ({ account }: Context): string =>
  `Your direct messages are closed to me, so it would not arrive.${howToOpen(account.platform)}`;

export async function changeReminder(id: string, { what, when }: Asked, context: Context): Promise<Card> {
  await reminderOf(id, context);
  const moment = when === undefined ? undefined : await momentSaid(when, context);
  const change = { ...(moment && storedAs(moment, context)), ...(what && { text: what }), state: 'open' } as const;
  const { value, undoId } = await context.notebook.reminders.change(id, change);
  return saved('Changed', value, undoId, context, { notes: moment ? echoOf(moment, context) : [] });
}

/** How the words were read, where that is not plain: on the clock that they named, by a rule, from an interview. */
function echoOf({ said, notes }: When, { zone }: Context): string[] {
  const both =
    said && clocksDiffer(said.toInstant(), said.timeZoneId, zone)
      ? [`That is ${absolutely(said.toInstant(), said.timeZoneId, zone)}.`]
      : [];
  return [...both, ...notes];
}

/** What was understood, with date, clock and zone. */
function saved(
  title: string,
  reminder: Reminder,
  undoId: string,
  context: Context,
  { notes, isCareful = false }: { notes: readonly string[]; isCareful?: boolean },
): Card {
  const { zone, now, user } = context;
  const next = nextOccurrence(reminder, now, zone);
  const inQuiet = next && isQuiet(next.at, quietHoursOf(user), zone);
  const text = [...notes, inQuiet && 'That is inside your quiet hours. It comes all the same: you chose the hour.']
    .filter(Boolean)
    .join(' ');
  return card(title, {
    answer: `${whenLine(reminder, context)}: ${reminder.text}`,
    at: next?.at,
    tone: isCareful ? 'careful' : 'good',
    blocks: [
      ...(text ? [{ type: 'text', text } as const] : []),
      ...buttons(
        { label: 'Reminders', call: call('reminders') },
        { label: 'Open it', call: call('reminders', { id: reminder.id }) },
        undoButton(undoId),
        messageButton(reminder),
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
