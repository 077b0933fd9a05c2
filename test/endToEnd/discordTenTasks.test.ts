import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Interaction, type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import type { Fields } from '../support/counted.ts';
import { tenTasks } from './tenTasks.ts';

const zone = 'America/Chicago';
const clock = movableClock(`2026-10-14T12:00[${zone}]`);
let discord: Awaited<ReturnType<typeof startDiscord>>;
let bot: Bot;
const addGuild = () => discord.addGuild({ name: 'Residency 2027', channels: ['general'] });
let guild: ReturnType<typeof addGuild>;
let ana: Person;

beforeAll(async () => {
  discord = await startDiscord(patient);
  guild = addGuild();
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
  ana = discord.addUser({ name: 'Ana' });
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
});

/** A line as one would type it: the command, then `option:value` for each of its options, the first one's name left out. */
async function say(line: string): Promise<Message> {
  const [name = '', ...words] = line.replace(/^\//, '').split(' ');
  const first = { programs: 'name', log: 'who' }[name] ?? '';
  const options = Object.fromEntries(
    words.map(word => (word.includes(':') ? word.split(':') : [first, word]) as [string, string]),
  );
  return (await ana.command({ guild, channel: 'general', name, options })).message();
}

const messages = () => ana.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);

/** The menu with this placeholder, as Discord's own components have it. */
function menuOf(message: Message, placeholder: string): string {
  const menus: string[] = [];
  JSON.parse(JSON.stringify(message), (_, value) => {
    if (value?.placeholder === placeholder) menus.push(value.custom_id);
    return value;
  });
  const [menu] = menus;
  if (!menu) throw new Error(`no menu "${placeholder}" in ${discord.text(message)}`);
  return menu;
}

const handIn = async (opened: Interaction, { pick, type }: Fields): Promise<Message> =>
  (await ana.submit(await opened.modal(), { ...pick, ...type })).message();

test('the ten things of a season take few taps on Discord', { timeout: 120_000 }, async () => {
  await say('settings type:img remind:eves zone:America/Chicago');
  await tenTasks<Message>({
    prepare: say,
    async message(local) {
      const before = messages().length;
      clock.moveTo(`${local}[${zone}]`);
      await expect.poll(() => messages().length, { timeout: 30_000 }).toBeGreaterThan(before);
      return messages().at(-1) as Message;
    },
    phone: {
      types: say,
      taps: async (seen, label) => (await ana.click(seen, label)).message(),
      picks: async (seen, placeholder, label) => (await ana.choose(seen, menuOf(seen, placeholder), [label])).message(),
      fills: async (seen, label, fields) => handIn(await ana.click(seen, label), fields),
      picksForm: async (seen, placeholder, label, fields) =>
        handIn(await ana.choose(seen, menuOf(seen, placeholder), [label]), fields),
      text: message => discord.text(message).replaceAll(/[\\*]/g, ''),
    },
  });
});
