import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let discord: Discord;
let bot: Bot;
const addGuild = () => discord.addGuild({ name: 'Residency', channels: ['general', 'tips'] });
let guild: ReturnType<typeof addGuild>;
beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  discord = await startDiscord(patient);
  guild = addGuild();
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

type Options = Parameters<Person['command']>[0]['options'];
const say = async (who: Person, name: string, options: Options = {}) =>
  (await who.command({ guild, channel: 'general', name, options })).message();
const text = (message: Parameters<Discord['text']>[0]) => discord.text(message).replaceAll(/[\\*]/g, '');

test.each([
  ['UTF-16', (csv: string) => Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ['Windows’ own letters', (csv: string) => Buffer.from(csv, 'latin1')],
])('F32: a file in %s is read on Discord too', async (_, encoded) => {
  const ana = discord.addUser({ name: 'Ana' });
  const content = encoded('who,they,day\nJosé Núñez,good,2026-10-13\n');
  const shown = await say(ana, 'my-data', { do: 'import', file: { name: 'log.csv', content, type: 'text/csv' } });
  await (await ana.click(shown, 'Import it')).message();
  expect(text(await say(ana, 'history'))).toContain('José Núñez');
});

test.each([
  [404, 'no longer has this file'],
  [403, 'did not hand the file over'],
  [500, 'couldn’t get the file'],
])(
  'F32: a file that cannot be fetched (%i) is answered with what is wrong and a way to choose again',
  async (status, words) => {
    const ana = discord.addUser({ name: 'Ana' });
    discord.faults.next('GET', /^\/attachments\//, { status });
    const message = await say(ana, 'my-data', {
      do: 'import',
      file: { name: 'log.csv', content: 'who,they\nA,good\n' },
    });
    expect(text(message)).toContain(words);
    expect(text(message)).toContain('Nothing was saved.');
    expect(discord.buttons(message)).toEqual(['Choose again']);
    expect((await (await ana.click(message, 'Choose again')).modal()).title).toBeTruthy();
  },
);

test('F36: who organizes no more has no say at an old card, and who is let in by the server’s settings has', async () => {
  const oli = discord.addUser({ name: 'Oli', permissions: ['ManageGuild'] });
  await say(oli, 'setup', { zone, hour: 9, weekday: '1', channel: guild.channels.tips.id });
  const shown = await say(oli, 'setup', {});
  expect(discord.buttons(shown)).toContain('Test post');
  oli.account.permissions.splice(0);
  const refused = await (await oli.click(shown, 'Test post')).message();
  expect(text(refused)).toContain('for organizers');
  expect(discord.channelMessages(guild.channels.tips)).toEqual([]);

  discord.letUse(guild, 'setup', oli);
  const again = await say(oli, 'setup', {});
  await (await oli.click(again, 'Test post')).message();
  await expect.poll(() => discord.channelMessages(guild.channels.tips)).toHaveLength(1);
});

const sentTo = (who: Person) => who.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);
async function nudged() {
  const ana = discord.addUser({ name: 'Ana' });
  await say(ana, 'settings', { zone, remind: 'eves' });
  await say(ana, 'reminders', { what: 'Ring Dr. Patel', when: '3 pm' });
  const before = sentTo(ana).length;
  clock.moveTo(`2026-10-14T15:00:30[${zone}]`);
  await discord.until(() => sentTo(ana).length > before);
  const nudge = sentTo(ana).at(-1);
  if (!nudge) throw new Error('no nudge');
  return { ana, nudge };
}

test('F39: Done takes the message’s own place, and its buttons are gone', async () => {
  const { ana, nudge } = await nudged();
  expect(discord.buttons(nudge)).toEqual(['Show', 'Snooze', 'Done']);
  expect(await (await ana.click(nudge, 'Done')).message()).toBe(nudge);
  expect(discord.buttons(nudge)).not.toContain('Done');
  expect(discord.buttons(nudge)).not.toContain('Snooze');
  expect(text(nudge)).not.toContain('Patel');
});

test('F39: what was done in the private reply is over in the message too, and a look alone leaves it', async () => {
  const { ana, nudge } = await nudged();
  const shown = await (await ana.click(nudge, 'Show')).message();
  expect(shown).not.toBe(nudge);
  expect(discord.buttons(nudge)).toEqual(['Show', 'Snooze', 'Done']);
  await (await ana.click(shown, 'Done')).message();
  await discord.until(() => discord.buttons(nudge).length === 0);
  expect(text(nudge)).not.toContain('Patel');
});
