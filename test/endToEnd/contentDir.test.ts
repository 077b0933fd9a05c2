import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { folder } from '../content/fixtures.ts';
import { patient, startDiscord } from '../standins/discord/index.ts';
import { spawnBot } from '../support/process.ts';

const piece = (title: string, answer: string, front = '') => `---
title: ${title}
topic: care
related: [mistreated]
${front}do: { label: Look at the season, call: timeline }
---
${answer}

Ask at the front desk of student affairs. They know the doors, and they keep what you say to themselves.
`;
const check = join(import.meta.dirname, '../../scripts/content-check.ts');

/** The real process, in a folder of its own, with these texts beside those that ship. */
async function run(dir: string, environment: Record<string, string> = {}) {
  const cwd = await folder({ 'notes.md': '' });
  const bot = spawnBot(
    { PORT: '0', DATABASE_URL: `file:${join(cwd, 'test.db')}`, CONTENT_DIR: dir, ...environment },
    cwd,
  );
  onTestFinished(() => bot.kill());
  return bot;
}

test('a folder replaces a piece and adds one, and members read both', async () => {
  const dir = await folder({
    'advice/a-hard-week.md': piece('A hard week at Aurora', 'Our own line is open all night.', 'care: true\n'),
    'advice/the-aurora-ombuds.md': piece('The ombuds at Aurora', 'Room 12, by appointment or not.'),
  });
  const discord = await startDiscord(patient);
  onTestFinished(() => discord.close());
  const guild = discord.addGuild({ name: 'Aurora', channels: ['general'] });
  const ana = discord.addUser({ name: 'Ana' });
  const bot = await run(dir, { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl });
  await bot.says(/Backchannel is running/);
  await discord.until(() => discord.commands.length > 0);

  const read = async (search: string) => {
    const asked = await ana.command({ guild, channel: 'general', name: 'advice', options: { search } });
    return discord.text(await asked.message());
  };
  expect(await read('A hard week at Aurora')).toContain('Our own line is open all night.');
  // The card of care comes first, with what was searched for below it.
  expect(await read('The ombuds at Aurora')).toContain('The ombuds at Aurora');
  expect(await read('Follow up briefly, if at all')).toContain('Follow up briefly, if at all');
});

test('mistakes are named at start with file, line and field, as content:check names them, and nothing starts', async () => {
  const dir = await folder({
    'advice/the-aurora-ombuds.md': piece('The ombuds', 'Room 12.').replace('topic: care', 'topic: aurora'),
    'tips/07.md': '---\nweek: seven\nphase: preparation\ntitle: A week\ndo: { label: Log, call: lgo }\n---\nHello.\n',
  });
  const bot = await run(dir);
  expect(await bot.ended).toBe(1);
  const lines = bot.output().trim().split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${dir}/advice/the-aurora-ombuds.md:3 topic: there is no topic "aurora"`),
      expect.stringContaining(`${dir}/tips/07.md:2 week: `),
    ]),
  );
  expect(bot.output()).not.toMatch(/\n\s+at |Backchannel is ready/);

  const checked = promisify(execFile)(process.execPath, [check], { env: { ...process.env, CONTENT_DIR: dir } });
  const { stderr } = await checked.then(
    () => ({ stderr: 'no mistakes' }),
    (error: { stderr: string }) => error,
  );
  expect(stderr.trim()).toBe(bot.output().trim());
});
