import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { pgBossDispatcher } from '../../src/dispatcher/pgBoss.ts';
import { blankPostgres } from '../store/databases.ts';
import { longTest } from '../support/long.ts';

longTest(
  'a lane of a replica that was killed moves to another one within thirty seconds',
  {
    timeout: 60_000,
  },
  async () => {
    const { url, remove } = await blankPostgres();
    onTestFinished(remove);
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');

    const taken = Promise.withResolvers<number>();
    const other = pgBossDispatcher(url, 1);
    await other.start({
      async *tick() {
        yield ['lane'];
      },
      due: async () => ['lane'],
      drain: async () => taken.resolve(performance.now()),
      report: () => {},
    });
    onTestFinished(() => other.stop());
    const killed = performance.now();
    holder.kill('SIGKILL');
    const seconds = ((await taken.promise) - killed) / 1000;
    console.log(`the lane moved after ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(30);
  },
);
