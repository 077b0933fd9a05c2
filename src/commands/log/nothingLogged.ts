import { bold } from '../../core/cards/bold.ts';
import { buttons, card } from '../../core/cards/card.ts';
import { formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';

/** Shown where nothing is logged yet: what would be here, why it helps, and the way to begin. */
export const nothingLogged = (context: Context) =>
  card('Nothing logged yet', {
    answer: 'Here you will see who saw you work, and what each would say.',
    blocks: [
      {
        type: 'text',
        text: `Who was on nights with you last month? That is a good first entry: ${bold(context.typed('log'))}.`,
      },
      ...buttons({ label: 'Log the first', call: formCall('log') }),
    ],
    footer: 'Only you see this.',
  });
