import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

test('two processes with a part of the gateway each answer every server once, and register the commands once', async () => {
  const discord = await startDiscord(patient);
  const guilds = Array.from({ length: 6 }, (_, index) =>
    discord.addGuild({ name: `G${index}`, channels: ['general'] }),
  );
  const clock = movableClock('2026-10-14T12:00[America/Chicago]');
  const shared = { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' };
  const bots: Bot[] = [];
  for (const part of ['0/2', '1/2']) bots.push(await startBot({ ...shared, DISCORD_SHARDS: part }, clock));
  onTestFinished(async () => {
    for (const bot of bots) await bot.remove();
    await discord.close();
  });
  expect(discord.gateway.sessionIds()).toHaveLength(2);
  const ana = discord.addUser({ name: 'Ana' });
  for (const guild of guilds) {
    const message = await (await ana.command({ guild, channel: 'general', name: 'history' })).message();
    expect(discord.text(message)).toContain('Nothing logged yet');
  }
  const callbacks = discord.requests.filter(({ path }) => path.endsWith('/callback'));
  expect(callbacks.map(({ status }) => status < 300)).toEqual(guilds.map(() => true));
  expect(discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'))).toHaveLength(1);
});

test('DISCORD_SHARDS is auto, or which of how many', () => {
  const shards = (DISCORD_SHARDS: string) => readConfig({ DISCORD_TOKEN: 't', DISCORD_SHARDS }).discord?.shards;
  expect(shards('auto')).toBe('auto');
  expect(shards('2-4/8')).toEqual({ ids: [2, 3, 4], of: 8 });
  expect(shards('0/1')).toEqual({ ids: [0], of: 1 });
  for (const wrong of ['3', '4-2/8', '0-8/8', 'some']) expect(() => shards(wrong)).toThrow('DISCORD_SHARDS');
});
