import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { hasTime } from '../../domain/time/findTime.ts';
import { findZone } from '../../domain/time/zones.ts';
import { suggestWhen } from './momentSaid.ts';
import { listReminders, missedReminders, oneReminder } from './reminderCards.ts';
import { addReminder, cancelReminder, changeReminder, finishReminder, snoozeReminder } from './reminderWrites.ts';
import { whyCard } from './sentMessages.ts';
import { waits } from './snooze.ts';

const shows = {
  list: { label: 'The list' },
  why: { label: 'Why messages came' },
  missed: { label: 'Missed messages' },
};
const acts = {
  done: { label: 'Done' },
  cancel: { label: 'Cancel' },
  snooze: { label: 'Snooze' },
};
const hidden = (label: string) => ({ label, description: label, hidden: true });

export const reminders = defineCommand({
  name: 'reminders',
  description: 'Your own reminders in plain words, once or repeating; and why messages came',
  audience: 'everyone',
  options: z.strictObject({
    what: option
      .longText({ label: 'Remind me of what?', description: 'In your own words. Never patient details' }, 300)
      .optional(),
    when: option
      .text({
        label: 'When?',
        description: 'tomorrow 6 pm, every second Friday at 7 am, two days before my interview at X',
        hint: 'every second Friday at 7 am',
        screened: false,
        suggests: true,
      })
      .optional(),
    show: option
      .choice({ label: 'Show', description: 'The list, why messages came, or missed messages' }, shows)
      .optional(),
    id: option.text(hidden('Reminder')).optional(),
    act: option.choice(hidden('What to do with it'), acts).optional(),
    for: option.choice(hidden('For how long'), waits).optional(),
    link: option.text({ ...hidden('The message'), screened: false }, 250).optional(),
  }),
  examples: [
    '',
    'email Dr. Patel tomorrow at 9am',
    '"Write to the coordinator" when:"tomorrow 6 pm"',
    '"Read the log" when:"every second Friday at 7 am"',
  ],
  form: {
    title: 'A reminder',
    submit: 'Remind me',
    fields: ['what', 'when'],
    requires: ['what', 'when'],
    // Typed in one sentence, which has no time in it.
    opensWhere: ({ what, when, id }) => what !== undefined && when === undefined && id === undefined && !hasTime(what),
  },
  fromMessage: {
    label: 'Remind me about this',
    description: 'Keeps the link and your own words, never the message',
    option: 'link',
  },
  actions: {
    by: 'act',
    of: {
      done: { needs: { id: 'Which reminder is it?' } },
      cancel: { needs: { id: 'Which reminder is it?' } },
      snooze: { needs: { id: 'Which reminder is it?' }, takes: ['for'] },
    },
    otherwise: { takes: ['what', 'when', 'show', 'id', 'link'] },
  },
  // Words that name their zone are the same moment on every clock.
  needsOwnZone: options => !options.act && options.when !== undefined && findZone(options.when) === undefined,
  async suggest(_, text, context) {
    return suggestWhen(text, context);
  },
  async run(options, context): Promise<Card> {
    switch (options.act) {
      case 'done':
        return finishReminder(options.id, context);
      case 'cancel':
        return cancelReminder(options.id, context);
      case 'snooze':
        return snoozeReminder(options.id, options.for, context);
    }
    const { what, when, show, id, link } = options;
    if (id && (what || when)) return changeReminder(id, { what, when }, context);
    if (id) return oneReminder(id, context);
    if (what || when) return addReminder({ what, when, link }, context);
    if (show === 'why') return whyCard(context);
    if (show === 'missed') return missedReminders(context);
    return listReminders(context);
  },
});
