import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { blankPostgres, KEY } from '../store/databases.ts';
import { longTest } from '../support/long.ts';
import { spawnBot } from '../support/process.ts';
import { SEED_KEY, seed } from '../support/seed.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-health-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** The real process, and what it answers to whoever watches it. */
async function watched(environment: Record<string, string>) {
  const bot = spawnBot(
    {
      ...{ PORT: '0', TICK_SECONDS: '1', LOG_LEVEL: 'silent', ENCRYPTION_KEY: KEY.toString('hex') },
      ...{ DATABASE_URL: `file:${join(folder, 'backchannel.db')}`, ...environment },
    },
    folder,
  );
  onTestFinished(() => bot.kill());
  const url = await bot.says(/http:\/\/[\d.]+:\d+/);
  const ask = async (path: string, method = 'GET') => {
    const response = await fetch(url + path, { method });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const ready = async () => {
    const { status, text } = await ask('/readyz');
    return { status, ...JSON.parse(text) };
  };
  return { bot, ask, ready };
}

describe.each(['on', 'off'])('with the playground %s', playground => {
  const environment = { PLAYGROUND: playground };

  test('it tells that it lives and is ready, by GET and by HEAD', { timeout: 60_000 }, async () => {
    const { ask, ready } = await watched(environment);
    expect(await ask('/healthz')).toEqual({ status: 200, type: 'application/json', text: '{\n  "alive": true\n}\n' });
    for (const path of ['/healthz', '/readyz', '/readyz?from=probe'])
      expect(await ask(path, 'HEAD')).toEqual({ status: 200, type: 'application/json', text: '' });
    expect((await ask('/', 'HEAD')).status).toBe(playground === 'on' ? 200 : 404);
    expect((await ask('/api/events', 'HEAD')).status).toBe(playground === 'on' ? 403 : 404);
    expect((await ask('/healthz', 'POST')).status).toBe(405);
    expect((await ask('/readyz/more')).status).toBe(404);
    expect(await ready()).toEqual({
      ...{ status: 200, ready: true, database: { ok: true }, oldestDueSeconds: null, counts: {} },
      doors: playground === 'on' ? { playground: { connected: true } } : {},
      loopDelayMs: { p99: expect.any(Number) },
    });
  });

  test('F41: without its database file it is alive, not ready, and says so once', { timeout: 60_000 }, async () => {
    const { bot, ask, ready } = await watched(environment);
    expect((await ready()).status).toBe(200);
    renameSync(join(folder, 'backchannel.db'), join(folder, 'elsewhere.db'));
    await bot.says(/Nothing can be saved: the database file was removed or replaced/);
    await expect.poll(ready, { timeout: 5000 }).toMatchObject({
      ...{ status: 503, ready: false },
      database: { ok: false, why: 'the database file was removed or replaced: restart the bot once the file is back' },
    });
    expect((await ask('/healthz')).status).toBe(200);
    expect(bot.output().match(/Nothing can be saved/g)).toHaveLength(1);
  });
});

test('a door that is not connected makes it not ready, and names the variable', { timeout: 60_000 }, async () => {
  const discord = await startDiscord({ identifyMs: 0 });
  const slack = await startSlack({ botToken: 'xoxb-other', appToken: 'xapp-1-A', signingSecret: 's' });
  onTestFinished(async () => void (await Promise.all([discord.close(), slack.close()])));
  const { bot, ready } = await watched({
    ...{ PLAYGROUND: 'off', DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl },
  });
  await bot.says(/SLACK_BOT_TOKEN was refused/);
  await expect.poll(ready, { timeout: 10_000 }).toMatchObject({
    ...{ status: 503, ready: false, database: { ok: true } },
    doors: {
      discord: { connected: true },
      slack: { connected: false, why: expect.stringContaining('SLACK_BOT_TOKEN was refused by Slack') },
    },
  });
});

longTest('what is due and cannot go out shows by its age', { timeout: 60_000 }, async () => {
  const slack = await startSlack({ botToken: 'xoxb-other', appToken: 'xapp-1-A', signingSecret: 's' });
  onTestFinished(() => slack.close());
  const database = `file:${join(folder, 'backchannel.db')}`;
  const who = { platform: 'slack' as const, scope: 'T1', externalId: 'U1' };
  await seed(database, [{ ...who, due: [Date.now() - 90_000, Date.now() - 30_000, Date.now() + 3_600_000] }]);
  const { bot, ready } = await watched({
    ...{ ENCRYPTION_KEY: SEED_KEY.toString('hex'), DATABASE_URL: database, SLACK_API_URL: slack.apiUrl },
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A' },
  });
  await bot.says(/SLACK_BOT_TOKEN was refused/);
  const { oldestDueSeconds } = await ready();
  expect(oldestDueSeconds).toBeGreaterThanOrEqual(90);
  expect(oldestDueSeconds).toBeLessThan(150);
});

test('nothing that anybody wrote, and nobody’s name, is in it', { timeout: 60_000 }, async () => {
  const discord = await startDiscord({ identifyMs: 0 });
  onTestFinished(() => discord.close());
  const guild = discord.addGuild({ name: 'Quincunx House', channels: ['zygote'] });
  const ana = discord.addUser({ name: 'Thessaly' });
  const { ask } = await watched({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl });
  await discord.until(() => discord.commands.length > 0);
  const said = await ana.command({
    ...{ guild, channel: 'zygote', name: 'log' },
    options: { who: 'Vercingetorix', they: 'good' },
  });
  expect(discord.text(await said.message())).toContain('Vercingetorix');
  const { text } = await ask('/readyz');
  expect(text).toContain('"discord"');
  expect(text).not.toMatch(/Quincunx|zygote|Thessaly|Vercingetorix|good-token|backchannel\.db/);
  expect(text).not.toMatch(/\d{15,}/);
});

/** A way to a database that can be closed and opened again. */
async function gateTo(address: URL) {
  const open = new Set<Socket>();
  const server = createServer(socket => {
    const onward = createConnection(Number(address.port), address.hostname);
    for (const end of [socket, onward]) open.add(end.on('error', () => {}).on('close', () => open.delete(end)));
    socket.pipe(onward).pipe(socket);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const close = (): void => {
    server.close();
    for (const end of open) end.destroy();
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return { port, close, open: () => listen(port) };
}

longTest('a PostgreSQL that goes away is noticed, and so is its return', { timeout: 120_000 }, async () => {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  const gate = await gateTo(new URL(url));
  onTestFinished(gate.close);
  const through = Object.assign(new URL(url), { port: String(gate.port) }).href;
  const discord = await startDiscord({ identifyMs: 0 });
  onTestFinished(() => discord.close());
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const ana = discord.addUser({ name: 'Ana' });
  const log = async (who: string) => {
    const reply = await ana.command({ guild, channel: 'general', name: 'log', options: { who, they: 'good' } });
    return discord.text(await reply.message());
  };
  const { bot, ask, ready } = await watched({
    ...{ PLAYGROUND: 'off', DATABASE_URL: through, DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
  });
  await expect.poll(async () => (await ready()).status, { timeout: 20_000 }).toBe(200);
  expect(await log('Kim')).toContain('Logged');

  gate.close();
  await bot.says(/Nothing can be saved: the database does not answer/);
  await expect.poll(ready, { timeout: 5000 }).toMatchObject({ status: 503, database: { ok: false } });
  expect((await ask('/readyz')).text).not.toMatch(/postgres:|127\.0\.0\.1|test_/);
  expect((await ask('/healthz')).status).toBe(200);
  expect(await log('Lee')).toContain('That did not work');

  await gate.open();
  await bot.says(/The database can be used again/);
  await expect.poll(async () => (await ready()).status, { timeout: 5000 }).toBe(200);
  expect(await log('Max')).toContain('Logged');
  expect(bot.output()).not.toMatch(/\n\s+at /);
});
