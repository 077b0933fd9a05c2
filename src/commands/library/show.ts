import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { type Delivery, isAccountNotice } from '../../core/ports/ledger.ts';
import { nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
import { noticeCard } from '../account/noticeCards.ts';
import { undoButton } from '../lists.ts';
import { gone } from '../people/find.ts';
import { whyLine } from '../sending/sentMessages.ts';
import { shownCard } from '../sending/shownNudge.ts';
import { snooze, snoozeCard, waits } from '../sending/snooze.ts';
import { weekCard } from '../sending/week.ts';
import { tipToCopy } from '../sending/weeklyTip.ts';

const hidden = (label: string) => ({ label, description: label, hidden: true });
const acts = { snooze: { label: 'Snooze' }, done: { label: 'Done' }, why: { label: 'Why' }, mute: { label: 'Mute' } };

const whats = { test: { label: 'Test' }, week: { label: 'More of the week' }, copy: { label: 'Copy of a tip' } };

export const show = defineCommand({
  name: 'show',
  description: 'What a message from the bot was about',
  internal: true,
  audience: 'everyone',
  options: z.strictObject({
    id: option.text(hidden('Message')).optional(),
    do: option.choice(hidden('What to do with it'), acts).optional(),
    for: option.choice(hidden('For how long'), waits).optional(),
    when: option
      .text({ label: 'When again?', description: 'tomorrow 6 pm, in 3 hours', hint: 'tomorrow 6 pm' })
      .optional(),
    what: option.choice(hidden('What'), whats).optional(),
    tip: option.date(hidden('The day of a tip'), 'since').optional(),
  }),
  examples: [],
  actions: {
    by: 'do',
    of: {
      snooze: {
        takes: ['id', 'for', 'when'],
        form: { title: 'Another time', submit: 'Snooze', fields: ['when'], requires: ['when'] },
      },
    },
    otherwise: { takes: ['id', 'what', 'tip'] },
  },
  async run(options, context): Promise<Card> {
    const { id } = options;
    if ('what' in options && options.what === 'week') return weekCard(context);
    if ('tip' in options && options.tip) return tipToCopy(options.tip, context);
    if (!id) return itWorks();
    const delivery = (await context.messages.find(id)) ?? gone('That message is no longer kept.');
    if (isAccountNotice(delivery.kind)) return noticeCard(delivery, context);
    switch (options.do) {
      case 'snooze':
        if (!options.for && !options.when) return snoozeCard(id, context);
        return snoozed(delivery, options, context);
      case 'done':
        return done(delivery, context);
      case 'why':
        return card('Why this came', {
          answer: whyLine(delivery, context),
          blocks: buttons(
            { label: 'Settings', call: call('settings') },
            { label: 'Reminders', call: call('reminders') },
          ),
        });
      case 'mute':
        return muted(delivery, context);
      default:
        return shownCard(id, delivery.items, context, delivery.sentAt ?? context.now);
    }
  },
});

const itWorks = (): Card =>
  card('It works', {
    answer: 'This is where details will appear, for your eyes alone.',
    tone: 'good',
    blocks: buttons({ label: 'Home', call: call('backchannel') }),
  });

async function snoozed(delivery: Delivery, asked: Parameters<typeof snooze>[1], context: Context): Promise<Card> {
  const reply = await snooze(delivery.items, asked, context);
  await context.messages.markDone(delivery.id);
  return reply;
}

/** What comes once is over; what comes again by itself goes on. */
async function done({ id, items }: Delivery, { notebook, messages }: Context): Promise<Card> {
  const undos: string[] = [];
  for (const { kind, subject } of items) {
    if (kind !== 'reminder' && kind !== 'snoozed') continue;
    const reminder = await notebook.reminders.get(subject);
    if (reminder?.state !== 'open' || reminder.rule !== null) continue;
    undos.push((await notebook.reminders.change(subject, { state: 'done' })).undoId);
  }
  await messages.markDone(id);
  const [undoId] = undos;
  return card('Done', {
    answer: items.some(({ kind }) => kind === 'withdrawal') ? 'Noted. You will not be reminded of it again.' : 'Noted.',
    tone: 'good',
    blocks: buttons(
      { label: 'Home', call: call('backchannel') },
      { label: 'Reminders', call: call('reminders') },
      undoId !== undefined && undos.length === 1 && undoButton(undoId),
    ),
  });
}

/** Turns off the kind of the most pressing thing in it that can be turned off. */
async function muted({ items }: Delivery, { notebook, user }: Context): Promise<Card> {
  const kind =
    items.find(item => nudgeKinds[item.kind].mute)?.kind ?? gone('This is your own reminder: cancel it instead.');
  const { undoId } = await notebook.changeProfile({ muted: [...new Set([...user.muted, kind])] });
  return card('Turned off', {
    answer: `You get no more messages about ${nudgeKinds[kind].label}.`,
    blocks: buttons({ label: 'Settings', call: call('settings') }, undoButton(undoId)),
    footer: 'Settings turns it on again.',
  });
}
