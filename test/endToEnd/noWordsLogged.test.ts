import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import { openBeside } from '../../src/store/driver/beside.ts';
import { type Discord, startDiscord } from '../standins/discord/index.ts';
import { type Slack, startSlack } from '../standins/slack/index.ts';
import { type BotProcess, spawnBot } from '../support/process.ts';

let folder: string;
let slack: Slack;
let discord: Discord;
let bot: BotProcess;
let databaseUrl: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-words-'));
  databaseUrl = `file:${join(folder, 'backchannel.db')}`;
  slack = await startSlack({ botToken: 'xoxb-1', appToken: 'xapp-1-A', patienceMs: 30_000 });
  discord = await startDiscord({ identifyMs: 0 });
  bot = spawnBot(
    {
      ...{ DATABASE_URL: databaseUrl, PORT: '0', TICK_SECONDS: '1', LOG_LEVEL: 'debug', PLAYGROUND: 'off' },
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
    },
    folder,
  );
  await Promise.all([
    slack.until(() => slack.connections > 0, 'a socket'),
    discord.until(() => discord.commands.length > 0),
  ]);
});
afterEach(async () => {
  await bot.kill('SIGTERM');
  await Promise.all([slack.close(), discord.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Words that no program and no library has in it, each used once. */
let planted = 0;
const word = () => `zq${planted++}vex`;
const WORDS = /zq\d+vex/gi;

/** What is typed by everybody, on both platforms: a notebook with something in each of its parts. */
const notebook = (): [string, Record<string, string>][] => {
  const [who, where] = [`Dr. ${word()}`, `${word()} General`];
  return [
    ['log', { who, they: 'at-once', sentence: `${word()} would take her`, where }],
    ['log', { who: 'Kim', they: 'good', sentence: `Stayed with pt John ${word()} all night` }],
    ['programs', { do: 'add', name: where, market: 'outside' }],
    ['programs', { do: 'interview', name: where, when: 'tomorrow 9am' }],
    ['programs', { do: 'offer', name: where, by: 'tomorrow 5pm' }],
    ['loose-ends', { about: word(), with: who, kind: 'apology' }],
    ['defenders', { name: who }],
    ['reminders', { what: word(), when: 'tomorrow 6pm' }],
    ['bucket', { paper: 'solid', incidents: 'none', program: where, market: 'outside', school: 'known', add: 'yes' }],
  ];
};
/** Every option of every command given words that it does not take. */
const nonsense = commands
  .filter(({ internal }) => !internal)
  .flatMap(({ name, options }) =>
    optionSpecs(options)
      .filter(({ hidden, kind }) => !hidden && kind !== 'channel' && kind !== 'file')
      .map(spec => ({ command: name, spec })),
  );

const inWords = (options: Record<string, string>) =>
  Object.entries(options)
    .map(([name, value]) => `${name}:"${value}"`)
    .join(' ');

test('no word of a member gets into a log line, whatever goes wrong', { timeout: 240_000 }, async () => {
  const general = slack.addChannel({ name: 'general' });
  const ana = slack.addUser({ name: 'Ana' });
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const ben = discord.addUser({ name: 'Ben' });
  const onSlack = (name: string, words: string) =>
    ana.command('/backchannel', `${name} ${words}`, { channel: general });
  const onDiscord = async (name: string, options: Record<string, string | { name: string; content: string }>) =>
    (await ben.command({ guild, channel: 'general', name, options })).shown;

  for (const [name, options] of notebook()) {
    await onSlack(name, inWords(options)).ack;
    await onDiscord(name, options).catch(() => {});
  }
  for (const { command, spec } of nonsense) {
    await onSlack(command, inWords({ [spec.name]: word() })).ack;
    const isFree = !spec.choices && spec.kind !== 'integer' && spec.kind !== 'boolean';
    if (isFree) await onDiscord(command, { [spec.name]: word() }).catch(() => {});
  }
  await onDiscord('my-data', { file: { name: 'people.csv', content: `Name;Role\n${word()};${word()}\n` } });
  await onDiscord('my-data', { file: { name: `${word()}.json`, content: `{"${word()}": ` } });
  await onSlack('zq', word()).ack;
  ben.write(`${word()} said so`);
  await ana.says(`${word()} said so`).message();

  // Forms, what is held in them, and buttons.
  const modal = await onSlack('log', word()).modal();
  await ana.submit(modal, { they: 'good', sentence: `pt John ${word()}`, when: word() });
  const shown = await onDiscord('log', {});
  if ('modal' in shown) await ben.submit(shown.modal, { who: word(), they: 'good', when: word() });

  // What the platforms refuse, lose and break.
  const typed = () => onSlack('log', `who:"${word()}" they:good sentence:"${word()}"`);
  for (const fault of [{ status: 503 }, { cutBefore: true }, { status: 400 }] as const) {
    slack.faults.next('response_url', fault);
    await ana.click(await typed().message(), 'Undo').ack;
  }
  for (const method of ['views.open', 'chat.postMessage', 'users.info', 'conversations.open'])
    for (const fault of [{ error: 'invalid_blocks' }, { status: 500 }, { cutAfter: true }] as const) {
      slack.faults.next(method, fault);
      await onSlack('log', word()).ack;
      await ana.says(word()).ack;
    }
  for (const [method, path, fault] of [
    ['POST', /callback/, { status: 403, code: 50013 }],
    ['PATCH', /original/, { status: 400, code: 50035 }],
    ['PATCH', /original/, { cutBefore: true }],
    ['POST', /messages/, { status: 400, code: 50035 }],
    ['POST', /messages/, { status: 500 }],
  ] as const) {
    discord.faults.next(method, path, fault);
    await Promise.race([onDiscord('log', { who: word(), they: 'good' }).catch(() => {}), sleep(1000)]);
    ben.write(word());
    await sleep(100);
  }

  // What is kept is broken, with words where figures and names of ours stood.
  const raw = openBeside(databaseUrl);
  const columns = await raw.$queryRawUnsafe<{ table: string; column: string }[]>(
    `SELECT m.name AS "table", p.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) p
     WHERE m.type = 'table' AND p.type = 'TEXT' AND p.name NOT LIKE '%id' AND p.name NOT LIKE '%Hash' AND p.name NOT IN ('nameKey', 'handle', 'platform', 'recipientKey', 'occurrence')
       AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) o WHERE o.name IN ('userId', 'zone') AND m.name NOT IN ('Community'))
     ORDER BY m.name = 'User', m.name`,
  );
  const tables = Map.groupBy(columns, ({ table }) => table);
  expect(tables.size).toBeGreaterThan(10);
  for (const [table, all] of tables) {
    await raw.$executeRawUnsafe(
      `UPDATE "${table}" SET ${all.map(({ column }) => `"${column}" = '${word()}' || rowid`).join(', ')}`,
    );
    for (const name of [
      '',
      'history',
      'people',
      'programs',
      'reminders',
      'loose-ends',
      'bucket',
      'settings',
      'my-data do:export',
    ])
      await onSlack(name, '').ack;
    await onDiscord('log', { who: word(), they: 'good' }).catch(() => {});
  }
  // And the database refuses, in words.
  for (const table of tables.keys())
    for (const verb of ['INSERT', 'UPDATE'])
      await raw.$executeRawUnsafe(
        `CREATE TRIGGER "${verb}${table}" BEFORE ${verb} ON "${table}" BEGIN DELETE FROM "${word()}"; END`,
      );
  await raw.$disconnect();
  await typed().ack;
  await onDiscord('log', { who: word(), they: 'good' });
  await bot.says(/a request failed/);

  const lines = bot.output();
  expect(lines).toContain('Slack refused');
  expect(lines).toMatch(/Discord (refused|did not take)/);
  expect(
    [...new Set(lines.match(WORDS))],
    lines
      .split('\n')
      .filter(line => line.search(WORDS) >= 0)
      .join('\n'),
  ).toEqual([]);
});
