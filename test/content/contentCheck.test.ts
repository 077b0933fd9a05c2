import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { folder } from './fixtures.ts';

const script = join(import.meta.dirname, '../../scripts/content-check.ts');

const check = (dir?: string) =>
  promisify(execFile)(process.execPath, [script], { env: { ...process.env, CONTENT_DIR: dir ?? '' } });

test('the texts that ship are counted, and there is no mistake in them', async () => {
  const { stdout } = await check();
  expect(stdout).toMatch(/^content: \d+ pieces, 52 tips, \d+ scenarios: no mistakes\n$/);
});

test('a mistake in a folder of one’s own is printed, and the exit code is 1', async () => {
  const dir = await folder({ 'advice/ours.md': 'Hello.\n' });
  await expect(check(dir)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${dir}/advice/ours.md:1: begins with front matter`),
  });
});
