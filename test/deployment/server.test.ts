import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { longTest } from '../support/long.ts';
import { spawnBot } from '../support/process.ts';

const MB = 1024 * 1024;
const node = resolve('node_modules/node/bin');

longTest(
  'a server without development packages installs little, makes its clients and answers',
  {
    timeout: 600_000,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-server-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' });
    for (const file of stdout.trim().split('\n')) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(file, join(folder, file));
    }
    const npm = (...args: string[]) => {
      const env = { ...process.env, NODE_ENV: 'production', PATH: `${node}:/usr/local/bin:/usr/bin:/bin` };
      const { status, stdout: out, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', env });
      expect(status, `${out}${stderr}`).toBe(0);
      return out;
    };
    npm('ci', '--omit=dev');
    const sizes = globSync('node_modules/**/*', { cwd: folder }).map(path => statSync(join(folder, path)));
    const installed = sizes.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / MB;
    console.log(`${installed.toFixed(0)} MB of packages`);
    expect(installed).toBeLessThan(230);
    expect(npm('run', 'setup')).toContain('Generating the postgresql client');
    expect(globSync(join(tmpdir(), 'backchannel-setup-*'))).toEqual([]);
    const environment = { PORT: '0', NODE_ENV: 'production', LOG_LEVEL: 'silent' };
    const bot = spawnBot(environment, folder, ':', join(folder, 'src/main.ts'));
    onTestFinished(() => bot.kill());
    const url = await bot.says(/http:\/\/[\d.]+:\d+/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  },
);
