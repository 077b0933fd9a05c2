import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Delivery } from '../../core/ports/ledger.ts';
import { CODE_TRIES } from '../../core/ports/linking.ts';
import { formatMoment } from '../../domain/time/localTime.ts';
import { noticeTitles } from '../around/unseenFailures.ts';
import { platformName } from './platformName.ts';

/** What an account is told: that another one joined its notebook, or that a code was typed wrong. */
export async function noticeCard({ kind, dueAt, occurrence }: Delivery, context: Context): Promise<Card> {
  const when = formatMoment(dueAt, context.zone);
  return kind === 'joined' ? joinedCard(occurrence, when, context) : wrongCodeCard(when);
}

async function joinedCard(occurrence: string, when: string, { linking }: Context): Promise<Card> {
  const [linkId] = occurrence.split(' ');
  const others = (await linking.linkedAccounts()).filter(other => other.linkId === linkId);
  const where = others.map(({ account }) => platformName(account.platform)).join(' and ');
  if (!linkId || others.length === 0)
    return card(noticeTitles.joined, {
      answer: `That was on ${when}. It has been unlinked since.`,
      blocks: buttons({ label: 'Your accounts', call: call('link') }),
    });
  return card(noticeTitles.joined, {
    answer: `An account on ${where}, ${when}. If that was you, there is nothing to do.`,
    tone: 'careful',
    blocks: [
      {
        type: 'text',
        text: 'If it was not you, unlink it now. Each account then has its own notebook again. If you keep a take-away code, make a new one.',
      },
      ...buttons(
        { label: 'Unlink', call: call('link', { do: 'unlink', id: linkId }) },
        { label: 'Your accounts', call: call('link') },
      ),
    ],
  });
}

const wrongCodeCard = (when: string): Card =>
  card(noticeTitles['wrong-code'], {
    answer: `It began like yours, ${when}. It opened nothing.`,
    tone: 'careful',
    blocks: [
      {
        type: 'text',
        text: `If you mistyped it, try again. If it was not you, show a new code: the old one stops working. After ${CODE_TRIES} wrong tries a code stops by itself.`,
      },
      ...buttons({ label: 'Your accounts', call: call('link') }),
    ],
  });
