import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Discord, type Message, startDiscord } from '../standins/discord/index.ts';
import type { Person } from '../standins/discord/person.ts';
import type { Channel } from '../standins/discord/shapes.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
const SECRET = 'The dean will call on Thursday zqxj';
const NAME = 'Remind me about this';
const clock = movableClock(`2026-10-14T12:00[${zone}]`);
let discord: Discord;
let bot: Bot;
let ana: Person;
let ben: Person;

beforeEach(async () => {
  discord = await startDiscord();
  bot = await startBot(
    {
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    },
    clock,
  );
  ana = discord.addUser({ name: 'Ana', installs: true });
  ben = discord.addUser({ name: 'Ben' });
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

const channels = (): [string, Channel, string][] => {
  const guild = discord.addGuild({ name: 'Residency 2027', channels: ['general'] });
  const foreign = discord.addGuild({ name: 'Elsewhere', channels: ['general'], invited: false });
  const [own, other] = [guild.channels.general, foreign.channels.general] as [Channel, Channel];
  return [
    ['a server of the bot’s', own, guild.id],
    ['a server that never invited it', other, foreign.id],
    ['a group', discord.addGroup(ana, ben), '@me'],
  ];
};

describe('the message command', () => {
  test('keeps the link and the person’s own words, wherever they are, and nothing of the message', async () => {
    await (await ana.command({ name: 'settings', options: { zone } })).message();
    for (const [where, channel, guild] of channels()) {
      const said: Message = ben.write(SECRET, channel);
      const modal = await (await ana.messageCommand(said, NAME)).modal();
      expect(modal.title, where).toBe('A reminder');
      expect(JSON.stringify(modal.components), where).not.toContain('zqxj');
      const fields = { what: 'ask Ben about the call', when: 'tomorrow 3 pm' };
      const answer = await (await ana.submit(modal, fields)).message();
      expect(discord.text(answer), where).toContain('ask Ben about the call');
      expect(JSON.stringify(answer.components), where).toContain(
        `https://discord.com/channels/${guild}/${channel.id}/${said.id}`,
      );
      expect(JSON.stringify(answer), where).not.toContain('zqxj');
      expect(ben.sees(channel), where).toEqual([said]);
      expect(await ana.messageCommand(answer, NAME).catch(String), where).toContain('ephemeral');
    }
    await bot.stop();
    for (const name of readdirSync(bot.folder))
      expect(readFileSync(join(bot.folder, name)).includes('zqxj'), name).toBe(false);
  });

  test('is offered to nobody outside who did not install it', async () => {
    const [, [, channel]] = channels() as [unknown, [string, Channel, string]];
    const said = ana.write(SECRET, channel);
    await expect(ben.messageCommand(said, NAME)).rejects.toThrow('is offered no');
  });

  test('is registered once, and not again when nothing changed', async () => {
    const listed = discord.commands.filter(({ type }) => type === 3);
    expect(listed.map(({ name, integration_types, contexts }) => ({ name, integration_types, contexts }))).toEqual([
      { name: NAME, integration_types: [0, 1], contexts: [0, 1, 2] },
    ]);
    const versions = discord.commands.map(({ version }) => version);
    await bot.stop();
    bot = await startBot(
      {
        DISCORD_TOKEN: 'good-token',
        DISCORD_API_URL: discord.apiUrl,
        PLAYGROUND: 'off',
        ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
      clock,
      bot.folder,
    );
    expect(discord.commands.map(({ version }) => version)).toEqual(versions);
  });
});
