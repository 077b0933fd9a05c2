import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Discord, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let discord: Discord;
let bot: Bot;
let guild: ReturnType<Discord['addGuild']>;
beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  discord = await startDiscord(patient);
  guild = discord.addGuild({ name: 'G', channels: ['general'] });
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

async function begin(token: Record<string, string> = { DISCORD_TOKEN: 'good-token' }) {
  bot = await startBot({ ...token, DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off', LOG_LEVEL: 'silent' }, clock);
}
const say = async (who: Person, name: string, options: Record<string, string> = {}): Promise<string> =>
  discord
    .text(await (await who.command({ guild, channel: guild.channels.general as never, name, options })).message())
    .replaceAll(/[\\*]/g, '');
const sentTo = (who: Person) => who.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);
async function reminded(name: string, when: string): Promise<Person> {
  const who = discord.addUser({ name });
  await say(who, 'settings', { zone, remind: 'eves' });
  await say(who, 'reminders', { what: 'Ring Dr. Patel', when });
  return who;
}
const line = (words: string) => bot.lines.filter(said => said.includes(words));

test('F30: a 401 on one message is one recipient’s, and everybody else’s go out', { timeout: 40_000 }, async () => {
  await begin();
  const [ana, ben] = [await reminded('Ana', '3 pm'), await reminded('Ben', '3:05 pm')];
  const [anas, bens] = [sentTo(ana).length, sentTo(ben).length];
  discord.faults.next('POST', new RegExp(`^/channels/${discord.directChannel(ana)}/messages$`), { status: 401 }, 1);
  clock.moveTo(`2026-10-14T15:06[${zone}]`);
  await discord.until(() => sentTo(ben).length > bens);
  // It was asked once whether the token is taken at all, and the operator hears of nothing.
  await expect.poll(() => discord.requests.filter(({ path }) => path === '/users/@me')).toHaveLength(1);
  expect(line('refused')).toEqual([]);
  const later = () => {
    clock.pass({ seconds: 20 });
    return sentTo(ana).length;
  };
  await expect.poll(later, { timeout: 15_000, interval: 200 }).toBeGreaterThan(anas);
});

test('F30: a token that is refused is said once, and what was due meanwhile comes when it is taken again, late', {
  timeout: 60_000,
}, async () => {
  await begin();
  const [ana, ben] = [await reminded('Ana', '3 pm'), await reminded('Ben', '3:08 pm')];
  const [anas, bens] = [sentTo(ana).length, sentTo(ben).length];
  const { identified } = discord.gateway;
  discord.token = 'another-token';
  discord.dropSockets(4004);
  clock.moveTo(`2026-10-14T15:00:30[${zone}]`);
  await expect.poll(() => line('DISCORD_TOKEN was refused')).toHaveLength(1);
  expect(line('DISCORD_TOKEN was refused')[0]).toContain('A new token in DISCORD_TOKEN needs a restart.');
  // Tried again while it is still refused: nothing more is said, and nothing is lost.
  clock.moveTo(`2026-10-14T15:05[${zone}]`);
  const asked = () => discord.requests.filter(({ path, status }) => path === '/gateway/bot' && status === 401).length;
  await expect.poll(asked, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(line('DISCORD_TOKEN was refused')).toHaveLength(1);

  discord.token = 'good-token';
  clock.moveTo(`2026-10-14T15:20:30[${zone}]`);
  await discord.until(() => discord.gateway.identified > identified);
  await discord.until(() => sentTo(ana).length > anas && sentTo(ben).length > bens);
  expect(line('Discord takes DISCORD_TOKEN again')).toHaveLength(1);
  const last = (who: Person) => discord.text(sentTo(who).at(-1) as never);
  expect(last(ana)).toContain('It comes late: it was for Wed, Oct 14, 3 PM');
  expect(last(ben)).not.toContain('It comes late');
  expect([sentTo(ana).length, sentTo(ben).length]).toEqual([anas + 1, bens + 1]);
});

test('F30: a 401 on every call while the gateway stands is a refused token, and the truth is told', {
  timeout: 60_000,
}, async () => {
  await begin();
  const ana = await reminded('Ana', '3 pm');
  const before = sentTo(ana).length;
  discord.faults.next('POST', /^\/channels\/\d+\/messages$/, { status: 401 }, 50);
  discord.faults.next('GET', /^\/(users\/@me|gateway\/bot)$/, { status: 401 }, 50);
  clock.moveTo(`2026-10-14T15:00:30[${zone}]`);
  await expect.poll(() => line('DISCORD_TOKEN was refused'), { timeout: 10_000 }).toHaveLength(1);
  discord.faults.clear();
  clock.moveTo(`2026-10-14T15:10[${zone}]`);
  await discord.until(() => sentTo(ana).length > before);
  expect(sentTo(ana)).toHaveLength(before + 1);
});

test('F30: a token in a file is read anew, and a new one needs no restart', { timeout: 60_000 }, async () => {
  const file = join(tmpdir(), `discord-token-${process.pid}`);
  onTestFinished(() => rmSync(file, { force: true }));
  writeFileSync(file, 'good-token\n');
  await begin({ DISCORD_TOKEN_FILE: file });
  const { identified } = discord.gateway;
  discord.token = 'better-token';
  discord.dropSockets(4004);
  await expect.poll(() => line('DISCORD_TOKEN was refused')).toHaveLength(1);
  expect(line('DISCORD_TOKEN was refused')[0]).toContain('the file that DISCORD_TOKEN_FILE names');
  writeFileSync(file, 'better-token\n');
  clock.pass({ minutes: 10 });
  await discord.until(() => discord.gateway.identified > identified);
  await expect.poll(() => line('Discord takes DISCORD_TOKEN again')).toHaveLength(1);
});

test.each([
  [4010, 'DISCORD_SHARDS'],
  [4014, 'Developer Portal'],
])('F30: after the final close code %i the operator reads what to look at', async (code, words) => {
  await begin();
  discord.dropSockets(code);
  await expect.poll(() => line(words)).toHaveLength(1);
});

test('F30: what could not be sent so far is not said to have arrived', async () => {
  await begin();
  const ana = await reminded('Ana', '3 pm');
  expect(await say(ana, 'reminders', { show: 'missed' })).toContain('Nothing was lost');
  discord.faults.next('POST', /^\/channels\/\d+\/messages$/, { status: 503 }, 50);
  clock.moveTo(`2026-10-14T15:05[${zone}]`);
  await discord.until(() => discord.requests.some(({ path, status }) => path.endsWith('/messages') && status === 503));
  const said = await say(ana, 'reminders', { show: 'missed' });
  expect(said).toContain('One message is due and waiting');
  expect(said).not.toContain('Nothing was lost');
});
