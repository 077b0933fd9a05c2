import { z } from 'zod';
import { call } from '../core/call.ts';
import { buttons, card } from '../core/card.ts';
import { defineCommand } from '../core/command.ts';
import { option } from '../core/options.ts';
import { digestCard, digestFacts } from './digest.ts';

/** What a discreet message stands for: the details, as a private reply to its one button. */
export const show = defineCommand({
  name: 'show',
  description: 'What a message from the bot was about',
  internal: true,
  audience: 'everyone',
  options: z.strictObject({
    what: option.choice(
      { label: 'What', description: 'What to show' },
      { digest: { label: 'Digest' }, test: { label: 'Test' } },
    ),
  }),
  examples: [],
  async run({ what }, { notebook, content, now, zone }) {
    if (what === 'test')
      return card('It works', {
        answer: 'This is where details will appear, for your eyes alone.',
        tone: 'good',
        blocks: buttons({ label: 'Home', call: call('backchannel') }),
      });
    return digestCard(await digestFacts(notebook, content, now, zone), content, now, zone);
  },
});
