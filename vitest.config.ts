import { defineConfig } from 'vitest/config';

/** What keeps nothing in its modules and starts no process: loaded once a worker, which saves a minute. */
const light = ['charts', 'commands', 'content', 'core', 'domain', 'store'].map(folder => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts'],
    reporters: ['default', './test/support/summary.ts'],
    pool: 'forks',
    env: { TZ: 'UTC' },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine takes its time; what never comes fails all the same.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'light', include: light, isolate: false } },
      { extends: true, test: { name: 'whole', isolate: false, include: ['test/**/*.test.ts'], exclude: light } },
    ],
  },
});
