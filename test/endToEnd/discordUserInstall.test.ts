import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Discord, startDiscord } from '../standins/discord/index.ts';
import type { Person } from '../standins/discord/person.ts';
import type { Channel } from '../standins/discord/shapes.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let discord: Discord;
let bot: Bot;
let ana: Person;
let ben: Person;
let foreign: Channel;
let group: Channel;

beforeEach(async () => {
  discord = await startDiscord();
  bot = await startBot(
    {
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' },
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    },
    clock,
  );
  ana = discord.addUser({ name: 'Ana', installs: true, permissions: ['ManageGuild'] });
  ben = discord.addUser({ name: 'Ben' });
  foreign = discord.addGuild({ name: 'Elsewhere', channels: ['general'], invited: false }).channels.general;
  group = discord.addGroup(ana, ben);
});
afterEach(async () => {
  await bot.remove();
  await discord.close();
});

describe('somebody who installed it to their own account', () => {
  test('is answered in a server that never invited it, in a group and in direct messages: by one notebook', async () => {
    for (const [channel, who] of [
      [foreign, 'Dr. Patel'],
      [group, 'Dr. Okafor'],
      [undefined, 'Dr. Lindqvist'],
    ] as const) {
      const typed = { name: 'log', options: { who, they: 'good' }, ...(channel && { channel }) };
      const logged = await (await ana.command(typed)).message();
      expect(discord.text(logged)).toContain(who);
      const undone = await (await ana.click(logged, 'Undo')).message();
      expect(discord.text(undone)).toContain('Taken back');
      await (await ana.command(typed)).message();
    }
    const history = discord.text(await (await ana.command({ name: 'history' })).message());
    for (const who of ['Patel', 'Okafor', 'Lindqvist']) expect(history).toContain(who);
  });

  test('reads a moment on the clock that was named, and on that of the device', async () => {
    const options = { what: 'call Ben', when: 'Nov 3 9am CT' };
    const said = discord.text(await (await ana.command({ name: 'reminders', options, channel: group })).message());
    expect(said).toContain('Tue, Nov 3');
    expect(said).toContain('<t:1793718000:F>');
  });

  test('opens forms there, and what is in them is read', async () => {
    for (const [channel, who] of [
      [foreign, 'Dr. Kim'],
      [group, 'Dr. Okafor'],
    ] as const) {
      const modal = await (await ana.command({ name: 'log', channel })).modal();
      const logged = await (await ana.submit(modal, { who, they: 'good' })).message();
      expect(discord.text(logged)).toContain(who);
    }
  });

  test('alone sees anything of it', async () => {
    for (const channel of [foreign, group]) {
      await (await ana.command({ name: 'log', options: { who: 'Dr. Patel', they: 'good' }, channel })).message();
      expect(ana.sees(channel)).not.toEqual([]);
      expect(ben.sees(channel)).toEqual([]);
    }
  });

  test('cannot organize there, and neither place becomes a community', async () => {
    expect(ana.commandsIn(foreign.guild)).not.toContain('setup');
    expect(ana.commandsIn(foreign.guild)).toContain('log');
    expect(ben.commandsIn(foreign.guild)).toEqual([]);
    for (const channel of [foreign, group]) await (await ana.command({ name: 'backchannel', channel })).message();
    await bot.stop();
    const file = new Database(join(bot.folder, 'backchannel.db'), { readonly: true });
    expect(file.prepare('SELECT count(*) FROM Community').pluck().get()).toBe(0);
    expect(file.prepare('SELECT count(*) FROM Account').pluck().get()).toBe(1);
    file.close();
  });
});
