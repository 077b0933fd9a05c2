import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card } from '../../core/cards/card.ts';
import { deliveryCall } from '../../core/cards/redacted.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { type AccountNotice, type Delivery, isAccountNotice } from '../../core/ports/ledger.ts';
import type { FailureReason } from '../../core/ports/notifier.ts';
import { formatMoment } from '../../domain/time/localTime.ts';

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
export function unseenFailures(reply: Card, failures: Delivery[], { zone }: Pick<Context, 'zone'>): Card {
  const notices = failures.filter(({ kind }) => isAccountNotice(kind));
  const blocks = [...notices.flatMap(notice => sayNotice(notice, zone)), ...sayMissed(messages(failures), zone)];
  if (blocks.length === 0) return reply;
  return { ...reply, blocks: [...reply.blocks, { type: 'divider' }, ...blocks] };
}

const messages = (failures: Delivery[]) => failures.filter(({ kind }) => !isAccountNotice(kind));

function sayMissed(failures: Delivery[], zone: string): Block[] {
  const [first] = failures;
  if (!first) return [];
  const { dueAt, reason } = first;
  const when = formatMoment(first.items[0]?.dueAt ?? dueAt, zone);
  const many = failures.length === 1 ? 'A message' : `${failures.length} messages`;
  const text = `${bold(`${many} did not reach you.`)} ${failures.length === 1 ? `It was for ${when}` : `The first was for ${when}`}: ${undeliveredWhy[reason ?? 'unreachable']}.`;
  return [{ type: 'text', text }, ...buttons({ label: 'What it was', call: call('reminders', { show: 'missed' }) })];
}

/** What an account is told of the notebook that it opens, in one sentence. */
export const noticeTitles: Record<AccountNotice, string> = {
  joined: 'An account joined your notebook',
  'wrong-code': 'Someone typed a wrong code for your notebook',
  idle: 'Do you still need your notebook?',
};

/** It could not come by direct message, so it is said here. */
function sayNotice({ id, kind, dueAt }: Delivery, zone: string): Block[] {
  // Whoever reads this has come back: their notebook stays.
  if (!isAccountNotice(kind) || kind === 'idle') return [];
  return [
    { type: 'text', text: `${bold(noticeTitles[kind])} on ${formatMoment(dueAt, zone)}.` },
    ...buttons({ label: 'What to do', call: deliveryCall(id) }),
  ];
}
