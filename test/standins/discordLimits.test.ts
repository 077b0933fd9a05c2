import { REST } from 'discord.js';
import { expect, test } from 'vitest';
import { type DiscordOptions, startDiscord } from './discord/index.ts';

async function rest(options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  const guild = discord.addGuild({ name: 'Match 2027', channels: ['tips'] });
  const client = new REST({ api: discord.apiUrl, offset: 0 }).setToken('good-token');
  const messages = `/channels/${guild.channels.tips.id}/messages` as const;
  const raw = (method: string, path: string) =>
    fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: 'Bot good-token', 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{"content":"Hi"}' }),
    });
  const sent = () => discord.channelMessages(guild.channels.tips).length;
  return { discord, guild, client, messages, raw, sent, [Symbol.asyncDispose]: discord.close };
}

test('the sixth message in five seconds is refused, with Reset-After equal to Retry-After', async () => {
  const now = Date.now();
  await using it = await rest({ now: () => now });
  for (const left of ['4', '3', '2', '1', '0'])
    expect((await it.raw('POST', it.messages)).headers.get('x-ratelimit-remaining')).toBe(left);
  const refused = await it.raw('POST', it.messages);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual({ message: 'You are being rate limited.', retry_after: 5, global: false });
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('x-ratelimit-reset-after')).toBe('5');
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect([it.sent(), it.discord.provoked429]).toEqual([5, 1]);
});

test('the 51st request in a second is refused for the whole bot', async () => {
  let now = Date.now();
  await using it = await rest({ now: () => now });
  const statuses = await Promise.all(
    Array.from({ length: 51 }, async () => (await it.raw('GET', '/users/@me')).status),
  );
  expect(statuses.filter(it => it === 429)).toHaveLength(1);
  const refused = await it.raw('GET', '/gateway/bot');
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  expect(await refused.json()).toMatchObject({ global: true });
  now += 1000;
  expect((await it.raw('GET', '/users/@me')).status).toBe(200);
});

test('discord.js keeps within the limits by the headers, and nothing is lost or doubled', async () => {
  await using it = await rest();
  await Promise.all(Array.from({ length: 6 }, (_, n) => it.client.post(it.messages, { body: { content: `${n}` } })));
  expect([it.sent(), it.discord.provoked429]).toEqual([6, 0]);
});

test('discord.js waits out a 429 that a test laid out', async () => {
  await using it = await rest();
  it.discord.faults.next('POST', /messages$/, { rateLimit: { retryAfter: 0.05 } });
  await it.client.post(it.messages, { body: { content: 'Hi' } });
  expect(it.discord.requests.map(({ path, status }) => [path, status])).toEqual([
    [it.messages, 429],
    [it.messages, 200],
  ]);
  expect([it.sent(), it.discord.provoked429]).toEqual([1, 0]);
});

test('discord.js tries again after a 500, as often as the fault lasts', async () => {
  await using it = await rest();
  it.discord.faults.next('POST', /messages$/, { status: 500 }, 2);
  await it.client.post(it.messages, { body: { content: 'Hi' } });
  expect(it.discord.requests.map(({ status }) => status)).toEqual([500, 500, 200]);
});

test('a cut after the deed loses the answer alone, and the nonce keeps the second try from doubling it', async () => {
  await using it = await rest();
  const body = { content: 'Hi', nonce: 'key', enforce_nonce: true };
  it.discord.faults.next('POST', /messages$/, { cutAfter: true });
  await it.client.post(it.messages, { body }).catch(() => undefined);
  expect(it.sent()).toBe(1);
  await it.client.post(it.messages, { body });
  expect(it.sent()).toBe(1);
});

test('a cut before the deed leaves nothing behind', async () => {
  await using it = await rest();
  it.discord.faults.next('POST', /messages$/, { cutBefore: true });
  await expect(it.raw('POST', it.messages)).rejects.toThrow();
  expect(it.sent()).toBe(0);
});
