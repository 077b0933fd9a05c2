import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let discord: Discord;
let bot: Bot;
let ana: Person;
const addGuild = () => discord.addGuild({ name: 'G', channels: ['general'] });
let guild: ReturnType<typeof addGuild>;
beforeEach(async () => {
  discord = await startDiscord(patient);
  guild = addGuild();
  ana = discord.addUser({ name: 'Ana' });
  bot = await startBot(
    { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
    movableClock('2026-10-14T12:00[America/Chicago]'),
  );
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

/** All that Discord carries for the bot unseen, wherever it stands in what was sent. */
function carried(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(carried);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    (name === 'custom_id' || name === 'nonce') && typeof value === 'string' ? [value] : carried(value),
  );
}
const ask = (name: string, options: Record<string, string>) =>
  ana.command({ guild, channel: 'general', name, options });
const say = async (name: string, options: Record<string, string>): Promise<Message> =>
  (await ask(name, options)).message();

test('F43: no word that somebody wrote lies in anything that Discord carries along unseen', {
  timeout: 60_000,
}, async () => {
  const who = 'Quillfeather';
  const asked: [name: string, options: Record<string, string>, button?: string][] = [
    ['log', { who, they: 'good', sentence: 'Zebrawood every night', where: 'Nutmegville' }, 'Undo'],
    ['log', { who, they: 'warn', worry: 'reliability' }],
    ['history', {}],
    ['people', { name: who }],
    ['programs', { do: 'add', name: 'Nutmegville' }],
    ['network', { program: 'Nutmegville' }],
    ['bucket', { program: 'Nutmegville' }],
    ['loose-ends', { with: who }],
    ['reminders', { what: 'Zebrawood bell', when: 'tomorrow 6 pm' }, 'Open it'],
    ['log', { who, they: 'good', when: 'Nutmegville' }, 'Try again'],
    ['log', { who, they: 'good', sentence: 'MRN 12345678 Zebrawood' }, 'Edit'],
    ['advice', { search: 'Zebrawood' }],
  ];
  for (const [name, options, button] of asked) {
    const message = await say(name, options);
    if (button && discord.buttons(message).includes(button)) await (await ana.click(message, button)).shown;
  }
  // A form that has the rest of the call behind it.
  const form = await (await ask('log', { where: 'Nutmegville', sentence: 'Zebrawood' })).modal();
  expect(JSON.stringify(form.components)).toContain('Zebrawood');
  expect(form.custom_id).toMatch(/^@[\w-]{22}/);

  const ids = discord.requests.flatMap(({ body }) => carried(body));
  expect(ids.length).toBeGreaterThan(60);
  expect(ids.filter(id => /quill|feather|zebra|wood|nutmeg|ville/i.test(decodeURIComponent(id)))).toEqual([]);
});

test('F43: what waits behind such a button is nobody else’s', async () => {
  const words = await say('log', { who: 'Quillfeather', they: 'good', when: 'Nutmegville' });
  const ids = JSON.stringify(words.components).match(/"custom_id":"(@[^"]*)"/)?.[1];
  expect(ids).toMatch(/^@[\w-]{22}/);
  const ben = discord.addUser({ name: 'Ben' });
  const own = await (
    await ben.command({
      guild,
      channel: 'general',
      name: 'log',
      options: { who: 'Kim', they: 'good', when: 'Nutmegville' },
    })
  ).message();
  // As if it stood on a card of Ben's.
  own.components = JSON.parse(JSON.stringify(own.components).replace(/"custom_id":"@[^"]*"/, `"custom_id":"${ids}"`));
  const shown = await (await ben.click(own, String(ids))).message();
  expect(discord.text(shown)).toContain('That button has expired');
});
