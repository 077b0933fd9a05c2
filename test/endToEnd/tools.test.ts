import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { movableClock, startBot } from '../support/bot.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-tools-'));
const DATABASE_URL = `file:${join(folder, 'backchannel.db')}`;

/** What an operator's tool prints, and whether it ends well. */
function run(script: string, args: string[] = [], environment: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATABASE_URL, ENCRYPTION_KEY: '', ...environment },
    encoding: 'utf8',
  });
  return { said: `${stdout}${stderr}`, ok: status === 0 };
}
const refused = ({ said, ok }: ReturnType<typeof run>): string => {
  expect(ok).toBe(false);
  expect(said).toMatch(/^[^\n]+\n$/);
  return said;
};

test('an operator copies, restores, changes the key and moves, and is told in one sentence what is in the way', {
  timeout: 180_000,
}, async () => {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bot = await startBot({ DATABASE_URL }, movableClock('2026-10-14T12:00[America/Chicago]'), folder);
  expect(run('backup').said).toMatch(/^Copied .* rows to .*, and read the copy through: it is whole\.\n/);
  const [copy = ''] = readdirSync(join(folder, 'backups')).map(file => join(folder, 'backups', file));
  expect(refused(run('restore', [copy]))).toContain('The bot is running on');
  expect(refused(run('move', ['--from', DATABASE_URL, '--to', `${DATABASE_URL}.new`]))).toContain('The bot is running');
  await bot.stop();

  expect(refused(run('restore'))).toContain('Name the copy');
  expect(refused(run('restore', [join(folder, 'none.db')]))).toContain('There is no file');
  expect(refused(run('restore', [copy], { ENCRYPTION_KEY: 'x'.repeat(44) }))).toContain('ENCRYPTION_KEY is no');
  expect(refused(run('restore', [copy], { ENCRYPTION_KEY: 'ab'.repeat(32) }))).toContain('sealed with another key');
  expect(run('restore', [copy])).toMatchObject({ ok: true, said: expect.stringContaining('Start the bot') });

  const before = readFileSync(join(folder, 'encryption.key'), 'utf8');
  expect(run('keys-rotate')).toMatchObject({ ok: true, said: expect.stringContaining('All is sealed with the new') });
  expect(readFileSync(join(folder, 'encryption.key'), 'utf8')).not.toBe(before);
  expect(refused(run('restore', [copy]))).toContain('sealed with another key');

  const to = `file:${join(folder, 'new', 'backchannel.db')}`;
  expect(refused(run('move', ['--from', DATABASE_URL]))).toContain('Use: npm run move');
  expect(run('move', ['--from', DATABASE_URL, '--to', to]).said).toContain('equal by checksum');
  expect(run('move', ['--from', DATABASE_URL, '--to', to]).said).toContain('All of it is there already');
  for (const script of ['backup', 'restore'])
    expect(refused(run(script, [copy], { DATABASE_URL: 'postgres://a:secret@localhost/b' }))).toContain('pg_');
});
