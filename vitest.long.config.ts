import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const { projects: _, ...shared } = base.test ?? {};

/** The full form of what `npm test` runs shortened, and new generated cases: `npm run test:long`. */
export default defineConfig({
  test: {
    ...shared,
    include: [
      'test/commands/**/*.test.ts',
      'test/deployment/**/*.test.ts',
      'test/dispatcher/**/*.test.ts',
      'test/domain/**/*.test.ts',
      'test/endToEnd/**/*.test.ts',
      'test/exchange/**/*.test.ts',
      'test/failures/**/*.test.ts',
      'test/fuzz/**/*.test.ts',
      'test/kill/**/*.test.ts',
      'test/operations/**/*.test.ts',
      'test/pace/**/*.test.ts',
      'test/replicas/**/*.test.ts',
      'test/store/upkeep/**/*.test.ts',
    ],
    env: { ...shared.env, TEST_LONG: '1' },
    fileParallelism: false,
  },
});
