import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FILE = 'ops/backchannel.service';
const settings = new Map(
  readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(line => /^\w+=/.test(line))
    .map(line => line.split(/=(.*)/).slice(0, 2) as [string, string]),
);

test('the service starts what is there, as somebody who is not root, and writes to its own folder alone', () => {
  const [, script = ''] = settings.get('ExecStart')?.split(' ') ?? [];
  expect(existsSync(script)).toBe(true);
  expect(settings.get('User')).toBe('backchannel');
  expect(settings.get('ProtectSystem')).toBe('strict');
  const guide = readFileSync('docs/hosting.md', 'utf8');
  expect(guide).toContain(`DATABASE_URL=file:/var/lib/${settings.get('StateDirectory')}/backchannel.db`);
  expect(guide).toContain(`clone YOUR_COPY_OF_THIS_PROGRAM ${settings.get('WorkingDirectory')}`);
  // The bot takes nine seconds at most to end what it sends.
  expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThan(9);
});

test.skipIf(!existsSync('/usr/bin/systemd-analyze'))('systemd finds nothing wrong with it', () => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', FILE], { encoding: 'utf8' });
  expect(`${stdout}${stderr}`.replaceAll(/^.*(?:not executable|No such file).*$/gm, '').trim()).toBe('');
  expect(status).toBe(0);
});
