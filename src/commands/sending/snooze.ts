import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { NudgeItem } from '../../domain/nudges/nudgeKinds.ts';
import { keysOf } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { momentSaid } from './momentSaid.ts';
import { absolutely } from './moments.ts';

const EVENING = new Temporal.PlainTime(19);
const MORNING = new Temporal.PlainTime(9);

/** The waits that one tap gives, counted on the member's clock. Undefined: not now any more. */
export const waits = {
  hour: { label: '1 hour', until: (local: Temporal.ZonedDateTime) => local.add({ hours: 1 }) },
  evening: {
    label: 'This evening',
    until: (local: Temporal.ZonedDateTime) => (local.hour < EVENING.hour ? local.withPlainTime(EVENING) : undefined),
  },
  tomorrow: {
    label: 'Tomorrow',
    until: (local: Temporal.ZonedDateTime) => local.add({ days: 1 }).withPlainTime(MORNING),
  },
  week: {
    label: 'Next week',
    until: (local: Temporal.ZonedDateTime) => local.add({ weeks: 1 }).withPlainTime(MORNING),
  },
};
export type Wait = keyof typeof waits;

/** Asks for how long; each answer is one tap. */
export function snoozeCard(id: string, { now, zone }: Context): Card {
  const local = now.toZonedDateTimeISO(zone);
  const ways = keysOf(waits).filter(wait => waits[wait].until(local));
  return card('Snooze', {
    answer: 'When shall it come again? Only this one moves.',
    blocks: buttons(
      ...ways.map(wait => ({ label: waits[wait].label, call: call('show', { id, do: 'snooze', for: wait }) })),
      { label: 'Another time', call: formCall('show', { id, do: 'snooze' }) },
    ),
    footer: 'Whatever is closed by then stays away.',
  });
}

/** For how long, or the words for when. */
interface Asked {
  for?: Wait | undefined;
  when?: string | undefined;
}

/**
 * Lets these come again then, once: a reminder of its own, so that no rule and no deadline is touched.
 * @throws UserError where the words say no moment ahead
 */
export async function snooze(items: readonly NudgeItem[], asked: Asked, context: Context) {
  const { now, zone, notebook } = context;
  const until = await momentOf(asked, context);
  const about = items.map(({ kind, subject, occurrence, dueAt }) => ({ kind, subject, occurrence, dueAt }));
  const { undoId } = await notebook.reminders.add({
    text: '',
    at: until.round({ smallestUnit: 'minute', roundingMode: 'ceil' }),
    zone,
    rule: null,
    state: 'open',
    about: (await Promise.all(about.map(item => within(item, context)))).flat(),
    link: null,
  });
  return card('Snoozed', {
    answer: `I’ll remind you ${absolutely(until.toZonedDateTime(zone).toInstant(), zone, zone)}.`,
    at: until.toZonedDateTime(zone).toInstant(),
    tone: 'good',
    blocks: [
      ...(now.until(until.toZonedDateTime(zone).toInstant()).total('days') > 60
        ? [{ type: 'text', text: 'That is a while away. What it is about may be over by then.' } as const]
        : []),
      ...buttons({ label: 'Reminders', call: call('reminders') }, undoButton(undoId)),
    ],
    footer: 'Undo works for ten minutes.',
  });
}

async function momentOf({ for: wait, when }: Asked, context: Context) {
  const { now, zone } = context;
  const local = now.toZonedDateTimeISO(zone);
  const tapped = wait && waits[wait].until(local);
  if (tapped) return tapped.toPlainDateTime();
  const read = await momentSaid(when ?? '', context);
  if (read.rule) throw new UserError('A snooze comes once. Give one day and hour.', { when: 'Give one day and hour.' });
  return read.at;
}

/** What was snoozed before comes as what it was; the earlier snooze is over. */
async function within(item: NudgeItem, { notebook }: Context): Promise<NudgeItem[]> {
  if (item.kind !== 'snoozed') return [item];
  const earlier = await notebook.reminders.get(item.subject);
  if (earlier?.state === 'open') await notebook.reminders.change(earlier.id, { state: 'done' });
  return earlier?.about ?? [];
}
