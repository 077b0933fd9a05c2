import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Delivery } from '../../core/ports/ledger.ts';
import { nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
import { formatClock, formatMoment, weekdayName } from '../../domain/time/localTime.ts';
import { zoneLabel } from '../../domain/time/zoneNames.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { undeliveredWhy } from '../around/unseenFailures.ts';

/** How many of the latest messages are told of. */
const LATEST = 8;

const kindsIn = ({ items }: Delivery): string => capital(list(items.map(({ kind }) => nudgeKinds[kind].label)));
const whenOf = ({ items, dueAt }: Delivery, zone: string): string => formatMoment(items[0]?.dueAt ?? dueAt, zone);

/** Why a message came: each thing in it with its reason. */
export const whyLine = ({ items }: Delivery, _: Pick<Context, 'zone'>): string =>
  [...new Set(items.map(({ why }) => why))].join(' ');

/** The same of anything that nobody asked for in that moment, a community's tip too. */
export function whySent(delivery: Delivery): string {
  const { recipient } = delivery;
  const tips = recipient?.kind === 'channel' ? recipient.community.tips : null;
  if (!tips) return whyLine(delivery, { zone: 'UTC' });
  const hour = formatClock(new Temporal.PlainTime(tips.hour));
  return `This channel gets a tip every ${weekdayName(tips.weekday)} at ${hour}, ${zoneLabel(tips.zone)}, as its organizer chose.`;
}

const fates: Partial<Record<Delivery['status'], string>> = { due: ' It is on its way.', sending: ' It is on its way.' };

/** Why the latest messages came. */
export async function whyCard({ messages, zone }: Context): Promise<Card> {
  const recent = (await messages.recent(LATEST)).filter(
    ({ status, items }) => status !== 'skipped' && items.length > 0,
  );
  if (recent.length === 0)
    return card('Why messages came', {
      answer: 'Nothing was sent to you yet. Here you will see what came, and why.',
      blocks: buttons({ label: 'Settings', call: call('settings') }),
    });
  return card('Why messages came', {
    answer: 'The latest first.',
    blocks: [
      {
        type: 'list',
        items: recent.map(
          delivery =>
            `${bold(whenOf(delivery, zone))} ${kindsIn(delivery)}. ${whyLine(delivery, { zone })}${fates[delivery.status] ?? ''}${missedBecause(delivery)}`,
        ),
      },
      ...buttons({ label: 'Settings', call: call('settings') }, { label: 'Reminders', call: call('reminders') }),
    ],
    footer: 'Only you see this.',
  });
}

const missedBecause = ({ status, reason }: Delivery): string =>
  status === 'undelivered' ? ` Not delivered: ${undeliveredWhy[reason ?? 'unreachable']}.` : '';

/** What did not arrive, with what it said and why it did not: one line each. */
export async function missedLines({ messages, zone }: Context): Promise<{ id: string; line: string }[]> {
  const recent = await messages.recent(LATEST * 2);
  return recent
    .filter(({ status, items, doneAt }) => status === 'undelivered' && items.length > 0 && !doneAt)
    .map(delivery => ({
      id: delivery.id,
      line: `${kindsIn(delivery)}, for ${whenOf(delivery, zone)}.${missedBecause(delivery)}`,
    }));
}

/** How long after its time a message is on its way at most. */
const ON_ITS_WAY = { minutes: 2 };

/** How many messages are due for longer than that: the platform does not take them for now. */
export async function overdueCount({ messages, now }: Context): Promise<number> {
  const waiting = (await messages.recent(LATEST * 2)).filter(({ status }) => status === 'due' || status === 'sending');
  return waiting.filter(({ dueAt }) => Temporal.Instant.compare(dueAt.add(ON_ITS_WAY), now) < 0).length;
}
