import { bold } from '../core/cards/bold.ts';
import { buttons, type Card, card } from '../core/cards/card.ts';
import { menuLine } from '../core/cards/limits.ts';
import { call, selectCall } from '../core/commands/call.ts';
import type { Context } from '../core/commands/command.ts';

/** What each command does, from the declarations. */
export const help = ({ typed, commands }: Context): Card =>
  card('All commands', {
    answer: 'Three are enough: log, bucket and this one. Every reply is for your eyes alone.',
    blocks: [
      {
        type: 'list',
        items: commands.map(({ name, description }) => `${bold(typed(name))} ${description}`),
      },
      {
        type: 'select',
        placeholder: 'How is one used?',
        call: selectCall('backchannel', 'usage'),
        choices: commands.map(({ name, description }) => ({
          value: name,
          label: typed(name),
          description: menuLine(description),
        })),
      },
      {
        type: 'text',
        text: 'Type the bare command and let its form open, best here in a direct message with the bot. If something meant for a command lands in a channel, the bot cannot see it: delete it there yourself, from the message’s menu.',
      },
      ...buttons({ label: 'Home', call: call('backchannel') }),
    ],
  });
