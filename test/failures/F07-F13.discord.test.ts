import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let discord: Discord;
let bot: Bot;
const addGuild = () => discord.addGuild({ name: 'Residency', channels: ['general'] });
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

const say = async (who: Person, name: string, options: Record<string, string> = {}): Promise<string> =>
  discord
    .text(await (await who.command({ guild, channel: 'general', name, options })).message())
    .replaceAll(/[\\*]/g, '');
const sentTo = (who: Person) => who.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);
const inPublic = () =>
  discord.channelMessages(guild.channels.general).filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);
/** Somebody who is not concerned: once theirs has come, the engine has looked at everybody's. */
async function witness(when: string) {
  const who = discord.addUser({ name: 'Witness' });
  await say(who, 'settings', { zone, remind: 'eves', quiet: 'none' });
  await say(who, 'reminders', { what: 'tick', when });
  const before = sentTo(who).length;
  return () => discord.until(() => sentTo(who).length > before);
}

test.each([
  ['50007, direct messages are closed', (who: Person) => discord.closeDms(who)],
  ['50278, no server in common any more', (who: Person) => who.account.guilds?.splice(0)],
])('F7: after %s it is kept, marked undelivered, told at the next command, and posted nowhere', async (_, close) => {
  const home = discord.addGuild({ name: 'Home', channels: ['general'] });
  const ana = discord.addUser({ name: 'Ana', guilds: [guild, home] });
  await say(ana, 'settings', { zone, remind: 'eves' });
  await say(ana, 'reminders', { what: 'Ring Dr. Patel', when: '3 pm' });
  const before = sentTo(ana).length;
  const passed = await witness('3:01 pm');
  close(ana);
  clock.moveTo(`2026-10-14T15:01:30[${zone}]`);
  await passed();
  expect(sentTo(ana)).toHaveLength(before);
  expect(inPublic()).toEqual([]);

  ana.account.guilds?.push(guild);
  const told = await say(ana, 'timeline');
  expect(told).toContain('A message did not reach you. It was for Wed, Oct 14, 3 PM CT');
  expect(await say(ana, 'timeline')).not.toContain('did not reach you');
  const options = { show: 'missed' };
  const missed = await (await ana.command({ guild, channel: 'general', name: 'reminders', options })).message();
  expect(discord.text(await (await ana.click(missed, 'Show the first')).message())).toContain('Ring Dr');
});

test('F8: who has not asked for messages is written to never', async () => {
  const [ben, cyn] = [discord.addUser({ name: 'Ben' }), discord.addUser({ name: 'Cyn' })];
  await say(ben, 'settings', { zone });
  await say(ben, 'log', { who: 'Kim', they: 'good' });
  await say(ben, 'loose-ends', { kind: 'apology', about: 'the late note' });
  await say(ben, 'programs', { name: 'Lakeside', do: 'interview', when: 'Mon 19 Oct 9am', zone });
  await say(cyn, 'settings', { zone, remind: 'weekly' });
  await say(cyn, 'log', { who: 'Kim', they: 'good' });
  for (const moment of ['2026-10-18T18:00:30', '2026-10-18T18:31', '2026-10-20T18:01']) {
    const passed = await witness(moment.slice(0, 16).replace('T', ' '));
    clock.moveTo(`${moment}[${zone}]`);
    await passed();
  }
  // The test message at the setting, the week, and on the seventh day what she has by now; only her channel and the
  // three witnesses' were opened.
  expect(sentTo(cyn)).toHaveLength(3);
  expect(sentTo(ben)).toEqual([]);
  expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(4);
});

test('F13: a reminder in sixty days comes in sixty days, and not before', async () => {
  const dee = discord.addUser({ name: 'Dee' });
  await say(dee, 'settings', { zone, remind: 'eves' });
  const before = sentTo(dee).length;
  expect(await say(dee, 'reminders', { what: 'Write to Lakeside', when: 'in 60 days' })).toContain('Sun, Dec 13, 2026');
  const soon = await witness('in 1 minute');
  clock.pass({ minutes: 2 });
  await soon();
  expect(sentTo(dee)).toHaveLength(before);
  const dayBefore = await witness('2026-12-12 23:00');
  clock.moveTo(`2026-12-12T23:00:30[${zone}]`);
  await dayBefore();
  expect(sentTo(dee)).toHaveLength(before);
  clock.moveTo(`2026-12-13T12:00:30[${zone}]`);
  await discord.until(() => sentTo(dee).length === before + 1);
});
