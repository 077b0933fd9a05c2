import { formatMoment } from '../../domain/time/localTime.ts';
import { bold } from '../cards/bold.ts';
import { type Block, buttons, type Card } from '../cards/card.ts';
import type { Delivery } from '../ports/ledger.ts';
import type { FailureReason } from '../ports/notifier.ts';
import { call } from './call.ts';
import type { Context } from './command.ts';

/** Why a message did not arrive, said to whom it was for. */
export const undeliveredWhy: Record<FailureReason, string> = {
  'dms-closed': 'your direct messages are closed to me',
  'person-gone': 'this account could not be found',
  'channel-gone': 'the channel is gone',
  'no-permission': 'I may not write there',
  uninstalled: 'I was removed there',
  'token-refused': 'the platform did not let me in',
  rejected: 'it was not accepted',
  'rate-limited': 'too much was to be sent at once',
  'held-back': 'too much was to be sent at once',
  unreachable: 'the platform could not be reached',
  'too-late': 'I was not running at that time',
};

/** What did not arrive, once, at the next command: how many, when and why, and the way to them. */
export function withUntold(reply: Card, untold: Delivery[], { zone }: Pick<Context, 'zone'>): Card {
  const [first] = untold;
  if (!first) return reply;
  const { dueAt, reason } = first;
  const when = formatMoment(first.items[0]?.dueAt ?? dueAt, zone);
  const many = untold.length === 1 ? 'A message' : `${untold.length} messages`;
  const text = `${bold(`${many} did not reach you.`)} ${untold.length === 1 ? `It was for ${when}` : `The first was for ${when}`}: ${undeliveredWhy[reason ?? 'unreachable']}.`;
  const blocks: Block[] = [
    { type: 'divider' },
    { type: 'text', text },
    ...buttons({ label: 'What it was', call: call('reminders', { show: 'missed' }) }),
  ];
  return { ...reply, blocks: [...reply.blocks, ...blocks] };
}
