import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, startDiscord } from '../standins/discord/index.ts';
import type { Person } from '../standins/discord/person.ts';
import type { Guild } from '../standins/discord/shapes.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let discord: Discord;
let bot: Bot;
let guild: Guild<'tips' | 'general', 'Applicants'>;
let organizer: Person;

beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  discord = await startDiscord();
  guild = discord.addGuild({ name: 'Match 2027', channels: ['tips', 'general'], roles: ['Applicants'] });
  organizer = discord.addUser({ name: 'Org', permissions: ['ManageGuild'] });
  bot = await startBot(
    {
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
      DISCORD_FIRST_MESSAGES_A_MINUTE: '3',
    },
    clock,
  );
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

const setup = async (options: Record<string, string | number | boolean> = {}) =>
  (await organizer.command({ name: 'setup', options, channel: guild.channels.tips })).message();
const posts = () => guild.channels.tips.messages.filter(({ flags }) => (flags & 64) === 0);

test('without a claim code, the weekly tip is set, and pings the one role that was chosen', async () => {
  expect(JSON.stringify(discord.commands)).not.toContain('"claim"');
  expect(bot.lines.join()).not.toContain('claim:');
  const plan = { channel: guild.channels.tips.id, weekday: '1', hour: 9, zone };
  const set = await setup(plan);
  expect(discord.text(set)).toContain('Mon, Oct 19, 9 AM CT');
  const role = guild.roles.Applicants.id;
  const form = await (await organizer.click(set, 'Ping a role')).modal();
  expect(discord.text(await (await organizer.submit(form, { role: [role] })).message())).toContain('pings the role');
  const line = `Come @everyone <@&${role}> <@${organizer.id}> on Friday`;
  expect(discord.text(await setup({ line }))).toContain('on Friday');
  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  await discord.until(() => posts().length > 0);
  const [tip] = posts();
  expect(tip).toMatchObject({ mention_everyone: false, mention_roles: [role], mentions: [] });
  expect(tip && discord.text(tip)).toContain('on Friday');

  // Once: the next tip has neither the line nor, any more, the ping.
  await (await organizer.click(await setup(), 'Ping nobody')).message();
  clock.moveTo(`2026-10-26T09:00:30[${zone}]`);
  await discord.until(() => posts().length > 1);
  const next = posts()[1];
  expect(next).toMatchObject({ mention_roles: [] });
  expect(next && discord.text(next)).not.toContain('on Friday');
});

test('a week that is left out has no tip, and the one after has', async () => {
  await setup({ channel: guild.channels.tips.id, weekday: '1', hour: 9, zone });
  await setup({ skip: true });
  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  await new Promise(resolve => setTimeout(resolve, 2500));
  expect(posts()).toEqual([]);
  clock.moveTo(`2026-10-26T09:00:30[${zone}]`);
  await discord.until(() => posts().length > 0);
});

test('on a launch day those who have to wait read by when their test message comes', async () => {
  const people = Array.from({ length: 12 }, (_, index) => discord.addUser({ name: `New${index}` }));
  const channel = guild.channels.general;
  const told = [];
  for (const person of people) {
    const said = await person.command({ name: 'settings', options: { remind: 'weekly', zone: 'Chicago' }, channel });
    told.push(discord.text(await said.message()));
  }
  expect(told.filter(text => text.includes('I just sent you a test message'))).toHaveLength(3);
  expect(told.at(-1)).toMatch(/your test message comes within (one|two|three|\d) minutes/);
  expect(people.filter(person => person.dms().length > 0)).toHaveLength(3);
});
