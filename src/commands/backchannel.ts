import { z } from 'zod';
import type { Card } from '../core/cards/card.ts';
import { defineCommand } from '../core/commands/command.ts';
import { option } from '../core/commands/options.ts';
import { help } from './help.ts';
import { behind, doors } from './home/doors.ts';
import { home } from './home/home.ts';
import { weekCard } from './sending/week.ts';
import { usage } from './usage.ts';

export const backchannel = defineCommand({
  name: 'backchannel',
  description: 'Home: the one next step, where you stand, and what moved since last week',
  audience: 'everyone',
  options: z.strictObject({
    help: option
      .choice({ label: 'Help', description: 'What each command does' }, { commands: { label: 'All commands' } })
      .optional(),
    show: option
      .choice({ label: 'Show', description: 'The coming seven days' }, { week: { label: 'My week' } })
      .optional(),
    usage: option.text({ label: 'Usage', description: 'How this command is used', hidden: true }, 30).optional(),
    lists: option
      .boolean({ label: 'With lists', description: 'With what it counts, where there is room', hidden: true })
      .optional(),
    to: option.choice({ label: 'Go to', description: 'Where Home leads', hidden: true }, doors).optional(),
  }),
  examples: ['', 'week', 'help:commands'],
  async run({ help: asked, show, usage: command, lists, to }, context): Promise<Card> {
    if (command) return usage(command, context);
    if (show) return weekCard(context);
    if (to) return behind(to, context);
    return asked ? help(context) : home(context, lists);
  },
});
