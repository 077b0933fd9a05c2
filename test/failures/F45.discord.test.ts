import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InteractionResponseType } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../standins/discord/index.ts';
import { spawnBot } from '../support/process.ts';

test('F45: killed after the acknowledgement, a command is answered once after the restart, with its file', {
  timeout: 90_000,
}, async () => {
  const discord = await startDiscord({ identifyMs: 0 });
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-test-'));
  const environment = {
    ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
    ...{ DATABASE_URL: `file:${join(folder, 'test.db')}`, PORT: '0', TICK_SECONDS: '1' },
  };
  let bot = spawnBot(environment, folder);
  onTestFinished(async () => {
    await bot.kill();
    await discord.close();
    rmSync(folder, { recursive: true });
  });
  await discord.until(() => discord.commands.length > 0 && discord.gateway.identified === 1);
  const ana = discord.addUser({ name: 'Ana' });
  // The file takes longer than Discord waits for the command.
  discord.faults.next('GET', /^\/attachments\//, { delay: 15_000 }, 1);
  const options = { do: 'import', file: { name: 'log.csv', content: 'who,they,day\nDr. Osei,good,2026-10-13\n' } };
  const asked = await ana.command({ guild, name: 'my-data', options });
  const deferrals = () =>
    discord.requests.filter(
      ({ path, body }) =>
        path.endsWith('/callback') &&
        (body as { type: number }).type === InteractionResponseType.DeferredChannelMessageWithSource,
    );
  await discord.until(() => deferrals().length === 1);
  await bot.kill();

  bot = spawnBot(environment, folder);
  expect(discord.text(await asked.message())).toContain('one interaction');
  expect(asked.followUps).toEqual([]);
});
