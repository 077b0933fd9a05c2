import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterEach, beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import { type Discord, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { blankPostgres, KEY } from '../store/databases.ts';
import { longTest } from '../support/long.ts';
import { type BotProcess, spawnBot } from '../support/process.ts';

const REFUSED =
  /^### That did not work\nSomething failed on our side\. Please try again in a minute\.\n-# Nothing was half-saved\.$/;
let discord: Discord;
let ana: Person;
const addGuild = () => discord.addGuild({ name: 'G', channels: ['general'] });
let guild: ReturnType<typeof addGuild>;
beforeEach(async () => {
  discord = await startDiscord(patient);
  guild = addGuild();
  ana = discord.addUser({ name: 'Ana' });
});
afterEach(() => discord.close());

const say = async (name: string, options: Record<string, string> = {}): Promise<string> =>
  discord.text(await (await ana.command({ guild, channel: 'general', name, options })).message()).replaceAll('\\', '');

async function startBot(databaseUrl: string, limits?: string): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-f22-'));
  const environment = {
    ...{ DATABASE_URL: databaseUrl, ENCRYPTION_KEY: KEY.toString('base64'), PORT: '0', PLAYGROUND: 'off' },
    ...{ LOG_LEVEL: 'silent', DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
  };
  const { identified } = discord.gateway;
  const bot = spawnBot(environment, folder, limits);
  onTestFinished(async () => {
    await bot.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await discord.until(() => discord.gateway.identified > identified && discord.commands.length > 0);
  return bot;
}

longTest(
  'F22: with the disk full the member gets a clear answer, nothing is half-saved, and it goes on with room',
  {
    timeout: 60_000,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-full-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'backchannel.db');
    const first = await startBot(`file:${file}`);
    expect(await say('log', { who: 'Bea', they: 'good' })).toContain('Logged');
    await first.kill('SIGTERM');

    // No file of this process grows beyond what the database has: its log of writes is soon as long.
    const full = await startBot(`file:${file}`, `ulimit -f ${Math.ceil(statSync(file).size / 512)}`);
    let kept = 0;
    let answer = '';
    while (answer === '' && kept < 200) {
      const said = await say('log', {
        who: 'Kim',
        they: 'good',
        sentence: `Calm, every time: ${'x'.repeat(500 + kept)}`,
      });
      if (said.includes('Logged')) kept += 1;
      else answer = said;
    }
    expect(answer).toMatch(REFUSED);
    expect(kept).toBeGreaterThan(0);
    await full.kill('SIGTERM');

    await startBot(`file:${file}`);
    expect(await say('log', { who: 'Ada', they: 'good' })).toContain('Logged');
    expect(await say('history')).toContain(`${kept + 2} entries, newest first`);
  },
);

test('F22: with the database gone the member gets a clear answer, and the same process goes on when it is back', {
  timeout: 60_000,
}, async () => {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  await startBot(url);
  expect(await say('log', { who: 'Bea', they: 'good' })).toContain('Logged');

  const name = new URL(url).pathname.slice(1);
  const server = await new PrismaPg(inject('postgres')).connect();
  onTestFinished(() => server.dispose());
  const run = (sql: string) => server.executeRaw({ sql, args: [], argTypes: [] });
  await run(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  expect(await say('log', { who: 'Dora', they: 'good' })).toMatch(REFUSED);
  await run(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);

  expect(await say('log', { who: 'Ada', they: 'good' })).toContain('Logged');
  const history = await say('history');
  expect(history).toContain('Bea');
  expect(history).toContain('Ada');
  expect(history).not.toContain('Dora');
});
