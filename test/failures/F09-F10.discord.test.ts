import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let discord: Discord;
let bot: Bot;
beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  discord = await startDiscord(patient);
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

const text = (message: Parameters<Discord['text']>[0]) => discord.text(message).replaceAll('\\', '');
const sentTo = (who: Person) => who.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);

/** A server whose organizer has set the tip up, Monday at nine. */
async function community(name: string) {
  const guild = discord.addGuild({ name, channels: ['tips', 'news'] });
  const organizer = discord.addUser({ name: `Organizer of ${name}`, guilds: [guild], permissions: ['ManageGuild'] });
  const setup = async (channel: 'tips' | 'news') => {
    const options = { zone, hour: 9, weekday: '1', channel: guild.channels[channel].id };
    return text(await (await organizer.command({ guild, channel: 'news', name: 'setup', options })).message());
  };
  return { guild, organizer, setup, tips: () => discord.channelMessages(guild.channels.tips) };
}

test('F9: a channel that is gone pauses that community, its organizer is told once, and the others go on', async () => {
  const [gone, other] = [await community('Gone'), await community('Other')];
  for (const one of [gone, other]) expect(await one.setup('tips')).not.toContain('No tip can be posted');
  discord.deleteChannel(gone.guild.channels.tips);

  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  await discord.until(() => other.tips().length === 1);
  await discord.until(() => sentTo(gone.organizer).length === 1);
  const told = text(sentTo(gone.organizer)[0] as never);
  expect(told).toContain('The weekly tip in Gone is paused');
  expect(told).toContain('choose another channel');

  clock.moveTo(`2026-10-26T09:00:30[${zone}]`);
  await discord.until(() => other.tips().length === 2);
  expect(sentTo(gone.organizer)).toHaveLength(1);
  expect(sentTo(other.organizer)).toHaveLength(0);

  // Mended, it goes on.
  await gone.setup('news');
  clock.moveTo(`2026-11-02T09:00:30[${zone}]`);
  await discord.until(() => discord.channelMessages(gone.guild.channels.news).length === 1);
});

test('F9: a permission that is missing is said at set-up', async () => {
  const { guild, setup } = await community('Closed');
  discord.revokePermission(guild.channels.tips, 'SendMessages');
  await discord.until(() => discord.gateway.identified > 0);
  expect(await setup('tips')).toContain('I may not post in the channel.');
  discord.grantPermission(guild.channels.tips, 'SendMessages');
  await expect.poll(() => setup('tips'), { timeout: 5000 }).not.toContain('No tip can be posted');
});

test('F10: where the bot is removed nothing is sent any more, and after a new invitation all is as it was', async () => {
  const [removed, other] = [await community('Removed'), await community('Other')];
  for (const one of [removed, other]) await one.setup('tips');
  discord.removeBot(removed.guild);
  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  await discord.until(() => other.tips().length === 1);
  const asked = () => discord.requests.filter(({ path }) => path.includes(removed.guild.channels.tips.id)).length;
  expect(asked()).toBe(0);

  clock.moveTo(`2026-10-30T12:00[${zone}]`);
  discord.inviteBot(removed.guild);
  await (await removed.organizer.command({ guild: removed.guild, channel: 'news', name: 'setup' })).message();
  clock.moveTo(`2026-11-02T09:00:30[${zone}]`);
  await discord.until(() => removed.tips().length === 1);
});

test('F10: an outage of a server is no removal', async () => {
  const { guild, setup, tips } = await community('Away');
  await setup('tips');
  discord.startOutage(guild);
  discord.endOutage(guild);
  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  await discord.until(() => tips().length === 1);
});

test('F10: a server that removed the bot while it was down is found out at the start', async () => {
  const [removed, other] = [await community('Removed'), await community('Other')];
  for (const one of [removed, other]) await one.setup('tips');
  await bot.stop();
  removed.guild.hasBot = false;
  bot = await startBot(
    { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
    clock,
    bot.folder,
  );
  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  await discord.until(() => other.tips().length === 1);
  expect(discord.requests.filter(({ path }) => path.includes(removed.guild.channels.tips.id))).toEqual([]);
});
