import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { deliveryCall } from '../../core/cards/redacted.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { DeliveryItem } from '../../core/ports/ledger.ts';
import { nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
import { LATE_MINUTES } from '../../domain/nudges/nudges.ts';
import { formatMoment } from '../../domain/time/localTime.ts';
import { fullStop } from '../../domain/words/sentences.ts';
import { sayItem } from './nudgeWords.ts';
import type { Reading } from './reading.ts';

/** How many things of one message have a button of their own. */
const MAIN_BUTTONS = 3;

/**
 * All that a delivery says, to its member alone: the most pressing first, each with the button that does it.
 * @param sentAt when it was sent, to say where that was late
 */
export async function shownCard(
  id: string,
  items: readonly DeliveryItem[],
  context: Reading,
  sentAt: Temporal.Instant,
): Promise<Card> {
  const said = (await Promise.all(items.map(item => sayItem(item, context)))).filter(one => one !== undefined);
  const [first, ...others] = said;
  if (!first) return nothingLeft();
  const late = lateBy(items, sentAt, context.zone);
  const mains = said.slice(0, MAIN_BUTTONS).map(({ main, line }, index) => ({
    ...main,
    label: index === 0 || main.label !== first.main.label ? main.label : buttonLabel(`${main.label}: ${line}`),
  }));
  const mutable = items.find(({ kind }) => nudgeKinds[kind].mute);
  return card(first.title, {
    answer: first.line,
    blocks: [
      ...(late ? [{ type: 'text', text: `This comes late: it was for ${late}.` } as const] : []),
      ...first.more,
      ...others.flatMap(({ title, line, more }): Block[] => [
        { type: 'text', text: `${bold(fullStop(title))} ${line}` },
        ...more,
      ]),
      ...buttons(...mains),
      ...buttons(
        { label: 'Snooze', call: deliveryCall(id, 'snooze') },
        { label: 'Done', call: deliveryCall(id, 'done') },
        { label: 'Why this came', call: deliveryCall(id, 'why') },
        mutable && { label: 'Mute these', call: deliveryCall(id, 'mute') },
      ),
    ],
    footer: 'Only you see this.',
  });
}

const nothingLeft = (): Card =>
  card('All done', {
    answer: 'What this was about is done, closed or taken out since.',
    tone: 'good',
    blocks: buttons({ label: 'Home', call: call('backchannel') }, { label: 'Log', call: formCall('log') }),
  });

/** When the first of them was due, where that is a while ago. */
export function lateBy(items: readonly DeliveryItem[], now: Temporal.Instant, zone: string): string | undefined {
  const due = items.map(({ dueAt }) => dueAt).toSorted(Temporal.Instant.compare)[0];
  const late = due && due.until(now).total('minutes') > LATE_MINUTES;
  return late ? formatMoment(due, zone) : undefined;
}
