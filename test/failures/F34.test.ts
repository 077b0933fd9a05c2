import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let discord: Discord;
let bot: Bot;
beforeEach(async () => {
  discord = await startDiscord(patient);
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});
const clock = movableClock('2026-10-14T12:00[America/Chicago]');
const begin = async (folder?: string) => {
  bot = await startBot(
    { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
    clock,
    folder,
  );
};
const puts = () => discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));

test.each([
  [400, 50035, 'Discord error 50035'],
  [400, 30034, 'so many new commands a day'],
  [403, 50001, 'applications.commands'],
])(
  'F34: a list of commands that is refused (%i, %i) is said, and what is registered goes on',
  async (status, code, words) => {
    await begin();
    const guild = discord.addGuild({ name: 'G', channels: ['general'] });
    await bot.stop();
    // An earlier version had another text.
    const [first] = discord.commands;
    if (first) first.description = 'Another';
    discord.faults.next('PUT', /\/commands$/, { status, code }, 1);
    await begin(bot.folder);
    const lines = bot.lines.filter(line => line.includes('list of commands'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
    const ana = discord.addUser({ name: 'Ana' });
    const shown = await (await ana.command({ guild, channel: 'general', name: 'history' })).message();
    expect(discord.text(shown)).toContain('Nothing logged yet');
  },
);

test('F34: an Entry Point command stays in the list, and nothing is registered anew that is there', async () => {
  discord.addEntryPoint();
  await begin();
  expect(puts().map(({ status }) => status)).toEqual([200]);
  expect(bot.lines.filter(line => line.includes('list of commands'))).toEqual([]);
  await bot.stop();
  await begin(bot.folder);
  expect(puts()).toHaveLength(1);
});
