import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { startDiscord } from '../standins/discord/index.ts';
import { KEY, NOW, newcomer } from '../store/databases.ts';
import { movableClock, startBot } from '../support/bot.ts';

let file: string;
let store: OpenStore;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-f41-'));
  file = join(folder, 'backchannel.db');
  store = await openStore({ databaseUrl: `file:${file}`, encryptionKey: KEY });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

const ways = {
  removed: () => rmSync(file),
  'moved away': () => renameSync(file, `${file}.old`),
  'replaced by a copy': () => {
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
  },
  'moved away and back': () => {
    renameSync(file, `${file}.old`);
    expect(store.health.lost()).toBeDefined();
    renameSync(`${file}.old`, file);
  },
};

test.each(Object.entries(ways))(
  'F41: with its file %s, nothing is said to be kept, and it says why',
  async (_, way) => {
    const { account, fresh } = await newcomer(store);
    const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
    await fresh().logInteraction({ who: 'Before', stance: 'good', day });
    expect(await store.health.trouble()).toBeUndefined();
    way();
    const lost = { name: 'StorageLost' };
    // In a transaction, as one statement, and for somebody new.
    await expect(fresh().logInteraction({ who: 'After', stance: 'good', day })).rejects.toMatchObject(lost);
    await expect(store.keepDirectChannel(account, 'D1')).rejects.toMatchObject(lost);
    await expect(newcomer(store)).rejects.toMatchObject(lost);
    expect(await store.health.trouble()).toBe(
      'the database file was removed or replaced: restart the bot once the file is back',
    );
  },
);

test('F41: a write that the file is taken from while it runs is not said to be kept', async () => {
  const { fresh } = await newcomer(store);
  const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  const writes = Array.from({ length: 50 }, (_, index) =>
    fresh().logInteraction({ who: `Person ${index}`, stance: 'good', day }),
  );
  await writes[10];
  rmSync(file);
  const ended = await Promise.allSettled(writes);
  const kept = ended.filter(({ status }) => status === 'fulfilled').length;
  expect(kept).toBeGreaterThan(10);
  expect(kept).toBeLessThan(15);
});

test('F41: people are told so, and once the file is back a restart has all that was said to be kept', {
  timeout: 60_000,
}, async () => {
  const discord = await startDiscord({ identifyMs: 0 });
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const ana = discord.addUser({ name: 'Ana' });
  const clock = movableClock('2026-11-22T18:00[UTC]');
  let bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl }, clock);
  onTestFinished(async () => {
    await bot.remove();
    await discord.close();
  });
  const say = async (name: string, options: Record<string, string> = {}) => {
    const reply = await ana.command({ guild, channel: 'general', name, options });
    return discord.text(await reply.message());
  };
  expect(await say('log', { who: 'Kim', they: 'good' })).toContain('Logged');
  const kept = join(bot.folder, 'backchannel.db');
  renameSync(kept, `${kept}.away`);
  const refused = await say('log', { who: 'Lee', they: 'good' });
  expect(refused).toContain("I can't save right now");
  expect(refused).toContain('This was not saved.');
  await expect.poll(() => bot.lines.join()).toContain('Nothing can be saved');
  renameSync(`${kept}.away`, kept);
  expect(await say('log', { who: 'Max', they: 'good' })).toContain("I can't save right now");
  bot = await bot.restart();
  const history = await say('history');
  expect(history).toContain('Kim');
  expect(history).not.toMatch(/Lee|Max/);
});
