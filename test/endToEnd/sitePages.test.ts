import { afterEach, expect, test } from 'vitest';
import { startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
const PAGES = ['privacy', 'terms', 'support', 'install'];
let bot: Bot;
afterEach(() => bot.remove());

const read = async (page: string): Promise<string> => (await fetch(`${bot.url}/${page}`)).text();

test('the four pages are there without any setting, lead to each other, and load nothing from elsewhere', async () => {
  bot = await startBot({ PLAYGROUND: 'off' }, clock);
  for (const page of PAGES) {
    const response = await fetch(`${bot.url}/${page}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).not.toMatch(/\{\w+\}|undefined|<script|src=/);
    for (const other of PAGES) expect(html).toContain(`href="/${other}"`);
    expect(html).toContain('whoever runs this bot');
  }
  expect((await fetch(`${bot.url}/privacy`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${bot.url}/privacy`, { method: 'HEAD' })).status).toBe(200);
});

test('an operator’s contact stands on them, and what it holds is text', async () => {
  bot = await startBot({ PLAYGROUND: 'off', CONTACT: 'help@example.org' }, clock);
  for (const page of PAGES) expect(await read(page)).toContain('href="mailto:help@example.org"');
});

test('where it can be installed, the page leads there', async () => {
  const [slack, discord] = [await startSlack({ botToken: 'xoxb-1' }), await startDiscord()];
  discord.addGuild({ name: 'Match 2027', channels: ['tips'] });
  bot = await startBot(
    {
      ...{ PLAYGROUND: 'off', PUBLIC_URL: 'https://bot.example.org/', SLACK_SIGNING_SECRET: 'secret' },
      ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
    },
    clock,
  );
  const html = await read('install');
  expect(html).toContain('href="https://bot.example.org/slack/install"');
  expect(html).toContain(`href="https://discord.com/oauth2/authorize?client_id=${discord.bot.id}"`);
  const ana = discord.addUser({ name: 'Ana' });
  const data = await (await ana.command({ name: 'my-data' })).message();
  expect(JSON.stringify(data.components)).toContain('https://bot.example.org/privacy');
  await Promise.all([slack.close(), discord.close()]);
});
