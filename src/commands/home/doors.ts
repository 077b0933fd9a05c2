import { type Block, type Card, card } from '../../core/cards/card.ts';
import { selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { parseOptions } from '../../core/commands/parse.ts';
import { keysOf } from '../../domain/vocabulary.ts';
import { help } from '../help.ts';
import { weekCard } from '../sending/week.ts';

/** Where Home leads to, in the order in which people go there; each is a command but the last. */
export const doors = {
  bucket: { label: 'Bucket', about: 'Where you stand, and what would move you' },
  people: { label: 'People', about: 'Who could be asked about you' },
  defenders: { label: 'Defenders', about: 'Who would stand up for you, and who is due a word' },
  'loose-ends': { label: 'Loose ends', about: 'What is unresolved' },
  programs: { label: 'Programs', about: 'Interviews, invitations, offers, your rank list' },
  network: { label: 'Map', about: 'Where your name could travel' },
  audit: { label: 'Audit', about: 'Five things directors ask about' },
  week: { label: 'My week', about: 'The coming seven days, and one thing to do' },
  timeline: { label: 'Season', about: 'Phases and dates, official and your own' },
  history: { label: 'History', about: 'What you logged: search, edit, undo' },
  advice: { label: 'Advice', about: 'The whole library, and practice cases' },
  reminders: { label: 'Reminders', about: 'Your own, and why a message came' },
  settings: { label: 'Settings', about: 'Your zone, and when I may write' },
  'my-data': { label: 'Your data', about: 'Export, import, erase' },
  help: { label: 'All commands', about: 'What each command does' },
} as const;
export type Door = keyof typeof doors;

export const doorsMenu: Block = {
  type: 'select',
  placeholder: 'Go to…',
  call: selectCall('backchannel', 'to'),
  choices: keysOf(doors).map(value => ({
    value,
    label: doors[value].label,
    description: doors[value].about,
  })),
};

/** What stands behind a door: the command's own first card. */
export async function behind(door: Door, context: Context): Promise<Card> {
  if (door === 'help') return help(context);
  if (door === 'week') return weekCard(context);
  const command = context.commands.find(({ name }) => name === door);
  if (!command) return card('Nothing here', { answer: 'That door is closed on this bot.', blocks: [doorsMenu] });
  return command.run(parseOptions(command, {}, context), context);
}
