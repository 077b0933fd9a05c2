import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { patient, startDiscord } from '../standins/discord/index.ts';
import { spawnBot } from '../support/process.ts';

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

test('F40: nothing that the gateway tells, of whatever form, ends the process or silences the bot', {
  timeout: 40_000,
}, async () => {
  const discord = await startDiscord(patient);
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-test-'));
  const environment = {
    ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
    ...{ DATABASE_URL: `file:${join(folder, 'test.db')}`, PORT: '0' },
  };
  const bot = spawnBot(environment, folder);
  onTestFinished(async () => {
    await bot.kill();
    await discord.close();
    rmSync(folder, { recursive: true });
  });
  await discord.until(() => discord.commands.length > 0 && discord.gateway.identified === 1);
  const ana = discord.addUser({ name: 'Ana' });
  const works = async (who: string) =>
    discord.text(
      await (await ana.command({ guild, channel: 'general', name: 'log', options: { who, they: 'good' } })).message(),
    );
  expect(await works('Kim')).toContain('Kim');

  const whole = { id: '1', application_id: discord.bot.id, token: 't', version: 1, user: { id: '2', username: 'u' } };
  const interactions = [
    null,
    [],
    7,
    'words',
    {},
    { ...whole, type: 2 },
    { ...whole, type: 2, data: null },
    { ...whole, type: 2, data: { type: 1, id: '3', name: null, options: null } },
    { ...whole, type: 2, data: { type: 1, id: '3', name: 'log', options: [null] }, channel: null },
    { ...whole, type: 3, data: { component_type: 2 } },
    { ...whole, type: 3, data: { component_type: 2, custom_id: null }, message: null },
    { ...whole, type: 3, data: { component_type: 2, custom_id: 'x'.repeat(9000) }, message: { id: '4' } },
    { ...whole, type: 4, data: { name: 'log', type: 1, options: [] } },
    { ...whole, type: 5, data: { custom_id: 'x', components: null } },
    { ...whole, type: 5, data: { custom_id: 'x', components: [{ type: 18, component: null }] } },
    { ...whole, type: 99 },
    { ...whole, user: null, type: 2, data: { type: 1, id: '3', name: 'log' } },
  ];
  for (const data of interactions) discord.gateway.tell('INTERACTION_CREATE', data);
  for (const event of ['MESSAGE_CREATE', 'GUILD_CREATE', 'GUILD_DELETE', 'CHANNEL_UPDATE', 'NO_SUCH_EVENT'])
    for (const data of [null, [], 7, {}, { id: null }, { author: null, channel_id: '1' }])
      discord.gateway.tell(event, data);
  for (const words of [
    'null',
    '[]',
    '7',
    '"words"',
    'no JSON',
    deep(50_000),
    '{"op":0,"t":"INTERACTION_CREATE"}',
    '{"op":99}',
  ])
    discord.gateway.sendRaw(words);

  expect(await works('Pat')).toContain('Pat');
  expect(bot.child.exitCode).toBeNull();
  expect(bot.output()).toContain('"call":"gateway event"');
});
