import { once as onceEvent } from 'node:events';
import { Client, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startDiscord } from './discord/index.ts';
import { once, scene, startBot } from './discordBot.ts';

const log = { name: 'log', options: { who: 'Dr. Patel' } };
const answer = async (interaction: Parameters<Parameters<typeof scene>[0]>[0]) => {
  if (interaction.isChatInputCommand()) await interaction.reply('Here');
};

test('the bot learns of its guilds, and of those that come and go', async () => {
  await using it = await scene(answer);
  const { client } = it.bot;
  expect([...client.guilds.cache.values()].map(guild => guild.name)).toEqual(['Match 2027']);
  const me = client.guilds.cache.get(it.guild.id)?.members.me;
  expect(me?.permissionsIn(it.guild.channels.tips.id).has('SendMessages')).toBe(true);
  const created = once(client, 'guildCreate');
  it.discord.addGuild({ name: 'Other', channels: ['tips'] });
  expect((await created)[0].name).toBe('Other');
  const unavailable = once(client, 'guildUnavailable');
  it.discord.startOutage(it.guild);
  expect((await unavailable)[0].id).toBe(it.guild.id);
  it.discord.endOutage(it.guild);
  const deleted = once(client, 'guildDelete');
  it.discord.removeBot(it.guild);
  expect((await deleted)[0].id).toBe(it.guild.id);
});

test('a revoked permission and a deleted channel are told to the bot', async () => {
  await using it = await scene(answer);
  const { client } = it.bot;
  const { tips, general } = it.guild.channels;
  const updated = once(client, 'channelUpdate');
  it.discord.revokePermission(tips, 'SendMessages');
  await updated;
  const me = client.guilds.cache.get(it.guild.id)?.members.me;
  expect(me?.permissionsIn(tips.id).has('SendMessages')).toBe(false);
  const deleted = once(client, 'channelDelete');
  it.discord.deleteChannel(general);
  expect((await deleted)[0].id).toBe(general.id);
});

test('what a person writes to the bot reaches it; in a guild its content does not', async () => {
  await using it = await scene(answer);
  const direct = once(it.bot.client, 'messageCreate');
  it.ana.write('log Dr. Patel');
  expect((await direct)[0].content).toBe('log Dr. Patel');
  const reader = await startDiscord();
  const guild = reader.addGuild({ name: 'G', channels: ['tips'] });
  const bot = await startBot(reader, answer, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
  const inGuild = once(bot.client, 'messageCreate');
  reader.addUser({ name: 'Ana' }).write('secret', guild.channels.tips);
  expect((await inGuild)[0].content).toBe('');
  await bot.close();
  await reader.close();
});

test.each([undefined, 4000])('an interaction that a dropped socket (%s) missed is replayed by RESUME', async code => {
  await using it = await scene(answer);
  it.discord.dropSockets(code);
  const reply = await it.ana.command({ guild: it.guild, ...log });
  expect((await reply.message()).content).toBe('Here');
  expect([it.discord.gateway.identified, it.discord.gateway.resumed]).toEqual([1, 1]);
});

test('asked to reconnect (op 7), the bot resumes', async () => {
  await using it = await scene(answer);
  it.discord.gateway.reconnect();
  await it.discord.until(() => it.discord.gateway.resumed);
  const reply = await it.ana.command({ guild: it.guild, ...log });
  expect((await reply.message()).content).toBe('Here');
});

test('with its session invalid (op 9), the bot identifies anew', async () => {
  await using it = await scene(answer, undefined, { identifyMs: 10 });
  const ready = once(it.bot.client, 'shardReady');
  it.discord.gateway.invalidate();
  await ready;
  expect([it.discord.gateway.identified, it.discord.gateway.resumed]).toEqual([2, 0]);
});

test('a bad token is closed with 4004 and refused over REST', async () => {
  const discord = await startDiscord();
  const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
  await expect(client.login('bad-token')).rejects.toThrow();
  expect(await closeCode(discord.gateway.url, { token: 'bad-token' })).toBe(4004);
  await client.destroy();
  await discord.close();
});

/** The code with which the gateway closes after an IDENTIFY, or any other payload. */
async function closeCode(url: string, d: object, op = 2, version = 10): Promise<number> {
  const socket = new WebSocket(`${url}/?v=${version}&encoding=json`);
  const closed = onceEvent(socket, 'close');
  await onceEvent(socket, 'open');
  socket.send(JSON.stringify({ op, d: { token: 'good-token', intents: 1, properties: {}, ...d } }));
  return (await closed)[0];
}

test.each<[string, number, object, number?, number?]>([
  ['unknown intents', 4013, { intents: 1 << 30 }],
  ['a privileged intent that was not granted', 4014, { intents: GatewayIntentBits.MessageContent }],
  ['a shard that is not there', 4010, { shard: [1, 1] }],
  ['an IDENTIFY without a token', 4002, { token: null }],
  ['anything before IDENTIFY', 4003, {}, 3],
  ['an unknown opcode', 4001, {}, 99],
  ['another version', 4012, {}, 2, 9],
])('%s closes the socket with %i', async (_, code, d, op, version) => {
  const discord = await startDiscord();
  expect(await closeCode(discord.gateway.url, d, op, version)).toBe(code);
  await discord.close();
});

test('a second IDENTIFY in the same window gets op 9, and a sequence from the future 4007', async () => {
  await using it = await scene(answer);
  const socket = new WebSocket(`${it.discord.gateway.url}/?v=10&encoding=json`);
  const heard: { op: number; d: unknown }[] = [];
  const two = new Promise<void>(resolve =>
    socket.on('message', data => {
      heard.push(JSON.parse(String(data)));
      if (heard.length === 2) resolve();
    }),
  );
  await onceEvent(socket, 'open');
  socket.send(JSON.stringify({ op: 2, d: { token: 'good-token', intents: 1, properties: {} } }));
  await two;
  expect(heard).toMatchObject([{ op: 10 }, { op: 9, d: false }]);
  const closed = onceEvent(socket, 'close');
  const [session_id] = it.discord.gateway.sessionIds();
  socket.send(JSON.stringify({ op: 6, d: { token: 'good-token', session_id, seq: 999 } }));
  expect((await closed)[0]).toBe(4007);
});

test('a client that sends no heartbeats is closed with 4009, one that does stays', async () => {
  await using it = await scene(answer, undefined, { heartbeatMs: 50 });
  const socket = new WebSocket(`${it.discord.gateway.url}/?v=10&encoding=json`);
  expect((await onceEvent(socket, 'close'))[0]).toBe(4009);
  expect(it.bot.client.isReady()).toBe(true);
  expect(it.discord.gateway.identified).toBe(1);
});
