import { buttons, type Card, card } from '../../core/cards/card.ts';
import { deliveryCall } from '../../core/cards/redacted.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Delivery } from '../../core/ports/ledger.ts';
import { CODE_TRIES } from '../../core/ports/linking.ts';
import { formatDay, formatMoment } from '../../domain/time/localTime.ts';
import { noticeTitles } from '../around/unseenFailures.ts';
import { platformName } from './platformName.ts';

/** What an account is told: that another one joined its notebook, that a code was typed wrong, or that it goes soon. */
export async function noticeCard({ kind, dueAt, occurrence }: Delivery, context: Context): Promise<Card> {
  const when = formatMoment(dueAt, context.zone);
  if (kind === 'idle') return keptCard();
  return kind === 'joined' ? joinedCard(occurrence, when, context) : wrongCodeCard(when);
}

/** By asking, they have opened it. */
const keptCard = (): Card =>
  card('Your notebook stays', {
    answer: 'You opened it just now, so it stays for another 12 months.',
    tone: 'good',
    blocks: buttons(
      { label: 'Home', call: call('backchannel') },
      { label: 'Export everything', call: call('my-data', { do: 'export' }) },
      { label: 'Erase everything', call: call('my-data', { do: 'erase' }) },
    ),
  });

/** The warning itself: whoever sees it over a shoulder learns nothing of what is in it. */
export const idleCard = ({ id, graceUntil }: Pick<Delivery, 'id' | 'graceUntil'>, zone: string): Card =>
  card(noticeTitles.idle, {
    answer: `You last used Backchannel 11 months ago. On ${formatDay(graceUntil.toZonedDateTimeISO(zone).toPlainDate())} your notebook is erased, unless you use it before then.`,
    blocks: buttons(
      { label: 'Keep it', call: deliveryCall(id) },
      { label: 'Export everything', call: call('my-data', { do: 'export' }) },
    ),
  });

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
