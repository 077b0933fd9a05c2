import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { patient, startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { longTest } from '../support/long.ts';
import { type BotProcess, spawnBot } from '../support/process.ts';

// A process takes its seconds to start, on a busy machine many.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const running: BotProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-process-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(bot => bot.kill()));
  rmSync(folder, { recursive: true, force: true });
});
const run = (environment: Record<string, string> = {}): BotProcess => {
  const bot = spawnBot(
    { PORT: '0', DATABASE_URL: `file:${join(folder, 'data/backchannel.db')}`, ...environment },
    folder,
  );
  running.push(bot);
  return bot;
};

longTest(
  'killed with -9 during 200 logs, it has every acknowledged one after the restart',
  {
    timeout: 60_000,
  },
  async () => {
    const discord = await startDiscord(patient);
    const guild = discord.addGuild({ name: 'G', channels: ['general'] });
    const people = Array.from({ length: 20 }, (_, index) => discord.addUser({ name: `P${index}` }));
    const environment = { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl };
    const first = run(environment);
    await discord.until(() => discord.commands.length > 0);

    const acknowledged: { person: (typeof people)[number]; who: string }[] = [];
    const log = async (person: (typeof people)[number], who: string) => {
      const reply = await person.command({ guild, channel: 'general', name: 'log', options: { who, they: 'good' } });
      const shown = await reply.shown;
      if ('message' in shown && discord.text(shown.message).includes('Logged')) acknowledged.push({ person, who });
    };
    const logs = people.map(async (person, index) => {
      for (let turn = 0; turn < 10; turn += 1) await log(person, `Person ${10 * index + turn}`);
    });
    await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(60);
    await first.kill();
    const sure = acknowledged.slice();
    expect(sure.length).toBeLessThan(200);
    void Promise.allSettled(logs);

    const identified = discord.gateway.identified;
    run(environment);
    await discord.until(() => discord.gateway.identified > identified);
    const kept = new Set<string>();
    for (const { person, who } of sure) {
      const reply = await person.autocomplete({ guild, channel: 'general', name: 'log', options: { who } }, 'who');
      for (const { name } of await reply.choices()) kept.add(name);
    }
    expect(sure.filter(({ who }) => !kept.has(who))).toEqual([]);
    await discord.close();
  },
);

describe('what the operator got wrong is one clear sentence', () => {
  test('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const bot = run({ PORT: String(port) });
    expect(await bot.ended).toBe(1);
    expect(bot.output().trim().split('\n').at(-1)).toBe(
      `Port ${port} is in use. Stop what uses it, or set PORT to another.`,
    );
    expect(bot.output()).not.toMatch(/\n\s+at /);
    server.close();
  });

  test('a malformed variable', async () => {
    const bot = run({ SLACK_APP_TOKEN: 'abc' });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain('SLACK_APP_TOKEN starts with xapp-');
    expect(bot.output().trim().split('\n')).toHaveLength(1);
  });

  test('F18, F19: a bad Discord token names its variable and does not stop Slack', async () => {
    const discord = await startDiscord({ token: 'another' });
    const slack = await startSlack({ botToken: 'xoxb-1', appToken: 'xapp-1-A', signingSecret: 's' });
    const bot = run({
      DISCORD_TOKEN: 'wrong',
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1-A',
      SLACK_API_URL: slack.apiUrl,
    });
    await bot.says(/DISCORD_TOKEN was refused by Discord/);
    await slack.until(() => slack.connections > 0, 'a socket');
    const ana = slack.addUser({ name: 'Ana' });
    const reply = ana.command('/log', 'Kim they:good');
    // A busy machine shows "One moment" first.
    const logged = () => reply.messages().find(message => slack.text(message).includes('Logged'));
    await slack.until(logged, 'what was logged');
    expect(bot.output()).not.toMatch(/\n\s+at /);
    await Promise.all([discord.close(), slack.close()]);
  });

  test('a second process on the same database file', async () => {
    const first = run();
    await first.says(/Backchannel is ready/);
    const second = run();
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).not.toMatch(/\n\s+at /);
  });
});

test('it says in one line where it can be opened, at the first start and at the next', async () => {
  const first = run();
  await first.says(/Backchannel is ready: open http:\/\/127\.0\.0\.1:\d+/);
  await first.kill('SIGTERM');
  const second = run();
  await second.says(/Backchannel is ready/);
  expect(second.output().trim().split('\n')).toHaveLength(1);
});
