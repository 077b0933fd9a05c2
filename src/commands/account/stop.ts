import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { wants } from '../../domain/nudges/nudges.ts';

/** For somebody who writes "stop": what comes unasked, and how to pause it or turn it off. Nothing changes by itself. */
export const stop = defineCommand({
  name: 'stop',
  description: 'Pause what the bot sends you, or turn it off',
  internal: true,
  audience: 'everyone',
  options: z.strictObject({}),
  examples: [],
  async run(_, context): Promise<Card> {
    return context.user.remind === 'nothing' ? quietAlready() : ways(context);
  },
});

const ways = ({ user, today }: Context): Card =>
  card('What should stop?', {
    answer: 'I write to you only by direct message, and only what you allow. Nothing has changed yet.',
    blocks: buttons(
      { label: 'Turn all of it off', call: call('settings', { remind: 'nothing' }) },
      { label: 'Pause for a week', call: call('settings', { pause: today.add({ days: 7 }).toString() }) },
      wants(user, 'digest') && { label: 'No weekly digest', call: call('settings', { mute: 'digest' }) },
      { label: 'My reminders', call: call('reminders') },
      { label: 'Not now', call: call('backchannel') },
    ),
    footer: 'Your notes stay. The reminders you set are yours to cancel.',
  });

const quietAlready = (): Card =>
  card('I don’t write to you unasked', {
    answer: 'It is all off already. Only the reminders that you set yourself still come.',
    blocks: buttons(
      { label: 'My reminders', call: call('reminders') },
      { label: 'Settings', call: formCall('settings') },
      { label: 'My data', call: call('my-data') },
    ),
  });
