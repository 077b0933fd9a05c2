import { defineConfig } from 'vitest/config';

/** The full form of what `npm test` runs in a shorter one. */
export default defineConfig({
  test: {
    include: ['test/replicas/**/*.test.ts', 'test/pace/**/*.test.ts', 'test/failures/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    reporters: ['default', './test/support/summary.ts'],
    pool: 'forks',
    maxWorkers: 1,
    env: { TEST_LONG: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
