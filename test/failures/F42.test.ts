import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/start.ts';
import { startDiscord } from '../standins/discord/index.ts';
import { movableClock } from '../support/bot.ts';
import { longTest } from '../support/long.ts';
import { spawnBot } from '../support/process.ts';

// A process takes its seconds to start, on a busy machine many.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-f42-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A platform that takes every connection and never says a word. */
async function silentSlack(): Promise<Record<string, string>> {
  const server = createServer(socket => socket.on('error', () => {})).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    SLACK_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1-A',
  };
}

const inNamespace = ['--map-root-user', '--pid', '--fork', '--kill-child'];
const canBeFirst = spawnSync('unshare', [...inNamespace, 'true']).status === 0;

test.runIf(canBeFirst)('F42: as the first process of a container it ends at a signal during its start', async () => {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const container = spawn('unshare', [...inNamespace, process.execPath, main], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: `file:${join(folder, 'backchannel.db')}` },
  });
  let printed = '';
  for (const stream of [container.stdout, container.stderr]) stream.on('data', data => (printed += data));
  const ended = once(container, 'exit');
  // What nobody listens to does not reach the first process: so it is sent until somebody does.
  while (container.exitCode === null && container.signalCode === null && !printed.includes('ready')) {
    const [bot] = readFileSync(`/proc/${container.pid}/task/${container.pid}/children`, 'utf8').split(' ');
    if (bot) process.kill(Number(bot), 'SIGTERM');
    await sleep(20);
  }
  container.kill('SIGKILL');
  expect((await ended)[0]).toBe(0);
  expect(printed).toBe('');
});

longTest('F42: while a platform hangs, the others answer and send what is due', { timeout: 60_000 }, async () => {
  const discord = await startDiscord({ identifyMs: 0 });
  const guild = discord.addGuild({ name: 'Residency', channels: ['general'] });
  const ana = discord.addUser({ name: 'Ana' });
  const clock = movableClock('2026-10-14T12:00[UTC]');
  const lines: string[] = [];
  const config = readConfig({
    ...{ PORT: '0', TICK_SECONDS: '1', PLAYGROUND: 'off', DATABASE_URL: `file:${join(folder, 'backchannel.db')}` },
    ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, ...(await silentSlack()) },
  });
  const starting = start(config, { clock, announce: line => lines.push(line) });
  onTestFinished(async () => {
    await (await starting).stop();
    await discord.close();
  });
  await discord.until(() => discord.commands.length > 0);
  const reply = await ana.command({
    ...{ guild, channel: 'general', name: 'reminders' },
    options: { what: 'call the dean', when: '2026-10-14 12:05' },
  });
  expect(discord.text(await reply.message())).toContain('I will remind you');
  const before = ana.dms().length;
  clock.pass({ minutes: 6 });
  await expect.poll(() => ana.dms().length, { timeout: 15_000 }).toBeGreaterThan(before);
  expect(lines.join()).not.toContain('Slack cannot be reached');
});

test('F42: a signal while a platform hangs ends the process in time', { timeout: 60_000 }, async () => {
  const bot = spawnBot(
    { PORT: '0', DATABASE_URL: `file:${join(folder, 'backchannel.db')}`, ...(await silentSlack()) },
    folder,
  );
  onTestFinished(() => bot.kill());
  await bot.says(/Backchannel is running/);
  const since = performance.now();
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  // Docker kills after ten seconds.
  expect(performance.now() - since).toBeLessThan(9500);
});
