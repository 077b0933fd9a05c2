import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The full form of what `npm test` runs shortened, one after the other: `npm run test:long`. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/pace/**/*.test.ts', 'test/replicas/**/*.test.ts'],
    env: { TEST_LONG: '1' },
    fileParallelism: false,
  },
});
