import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card, type LinkButton } from '../../core/cards/card.ts';
import { deliveryCall } from '../../core/cards/redacted.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Reminder } from '../../core/ports/notebook.ts';
import { nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
import { describeRule } from '../../domain/time/describeRule.ts';
import { nextOccurrence } from '../../domain/time/recurrence.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { listCard } from '../lists.ts';
import { gone } from '../people/find.ts';
import { absolutely } from './moments.ts';
import { missedLines, overdueCount } from './sentMessages.ts';
import type { Wait } from './snooze.ts';

/** @throws UserError where it is gone */
export const reminderOf = async (id: string, { notebook }: Context): Promise<Reminder> =>
  (await notebook.reminders.get(id)) ?? gone('That reminder is not in your notebook any more.');

/** "every second Friday at 7 AM, next Fri, Oct 16, 2026, 7 AM CT" */
export function whenLine(reminder: Reminder, { now, zone }: Pick<Context, 'now' | 'zone'>): string {
  const next = nextOccurrence(reminder, now, zone);
  const { at, rule } = reminder;
  const said = absolutely(next?.at ?? at.toZonedDateTime(zone).toInstant(), zone, zone);
  if (rule)
    return next
      ? `${capital(describeRule({ at, rule }))}, next ${said}`
      : `It was ${describeRule({ at, rule })}, and is over`;
  return next ? said : `It was for ${said}, and waits to be done`;
}

/** Leads back to the message that a reminder is about. */
export const messageButton = ({ link }: Pick<Reminder, 'link'>): LinkButton | false =>
  link !== null && { label: 'Open the message', url: link };

/** What it says: the member's own words, or what they snoozed. */
const whatLine = ({ text, about }: Reminder): string =>
  about ? `Snoozed: ${list([...new Set(about.map(({ kind }) => nudgeKinds[kind].label))])}` : text;

/** The open ones, the next first, and what did not arrive. */
export async function listReminders(context: Context): Promise<Card> {
  const { notebook, now, zone, page } = context;
  const [all, missed] = await Promise.all([notebook.reminders.all(), missedLines(context)]);
  const next = (reminder: Reminder) => nextOccurrence(reminder, now, zone)?.at.epochMilliseconds ?? 0;
  const open = all.filter(({ state }) => state === 'open').toSorted((one, other) => next(one) - next(other));
  const ways = [
    { label: 'Add one', call: formCall('reminders') },
    { label: 'Why messages came', call: call('reminders', { show: 'why' }) },
    missed.length > 0 && {
      label: `Missed messages (${missed.length})`,
      call: call('reminders', { show: 'missed' }),
    },
  ];
  if (open.length === 0)
    return card('No reminders', {
      answer: 'Here you will see what you asked to be reminded of, and when.',
      blocks: [
        {
          type: 'text',
          text: 'For example: "Write to the coordinator", tomorrow 6 pm. Or every second Friday at 7 am.',
        },
        ...buttons(...ways),
      ],
      footer: 'Only you see this.',
    });
  return listCard({
    title: 'Reminders',
    answer: open.length === 1 ? 'One reminder.' : `${open.length} reminders, the next first.`,
    items: open,
    line: reminder => `${bold(whatLine(reminder))} ${whenLine(reminder, context)}.`,
    open: {
      placeholder: 'Open one',
      call: selectCall('reminders', 'id'),
      label: whatLine,
      value: ({ id }) => id,
    },
    call: call('reminders'),
    page,
    rows: ways,
  });
}

/** One reminder, with what can be done to it. */
export async function oneReminder(id: string, context: Context): Promise<Card> {
  const reminder = await reminderOf(id, context);
  const { state, about, text } = reminder;
  const act = (what: 'done' | 'cancel' | 'snooze', wait?: Wait) => call('reminders', { id, act: what, for: wait });
  return card(about ? 'A snooze' : 'A reminder', {
    answer: whatLine(reminder),
    blocks: [
      { type: 'text', text: state === 'open' ? `${whenLine(reminder, context)}.` : `It is ${state}.` },
      ...buttons(
        state === 'open' && { label: 'Done', call: act('done') },
        state === 'open' && { label: 'Tomorrow instead', call: act('snooze', 'tomorrow') },
        !about && { label: 'Edit', call: formCall('reminders', { id, what: text }) },
        state === 'open' && { label: 'Cancel it', call: act('cancel') },
        { label: 'All', call: call('reminders') },
        messageButton(reminder),
      ),
    ],
    footer: 'Only you see this.',
  });
}

/** What did not arrive, each with the way to what it said. */
export async function missedReminders(context: Context): Promise<Card> {
  const missed = await missedLines(context);
  const overdue = missed.length === 0 ? await overdueCount(context) : 0;
  if (overdue > 0)
    return card('Not everything is out yet', {
      answer: `${overdue === 1 ? 'One message is' : `${overdue} messages are`} due and waiting: I couldn’t send ${overdue === 1 ? 'it' : 'them'} so far. I keep trying.`,
      tone: 'careful',
      blocks: buttons({ label: 'Reminders', call: call('reminders') }),
    });
  if (missed.length === 0)
    return card('Nothing was lost', {
      answer: 'Every message of the last days reached you.',
      tone: 'good',
      blocks: buttons({ label: 'Reminders', call: call('reminders') }),
    });
  return listCard({
    title: 'Missed messages',
    answer: missed.length === 1 ? 'One message did not reach you.' : `${missed.length} messages did not reach you.`,
    items: missed,
    line: ({ line }) => line,
    open: {
      placeholder: 'See what it said',
      call: selectCall('show', 'id'),
      label: ({ line }) => line,
      value: ({ id }) => id,
    },
    call: call('reminders', { show: 'missed' }),
    page: context.page,
    rows: [missed[0] && { label: 'Show the first', call: deliveryCall(missed[0].id) }],
  });
}
