import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The full form of what `npm test` runs shortened, and new generated cases: `npm run test:long`. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['domain/**', 'pace/**', 'replicas/**', 'failures/F28*'].map(path => `test/${path}.test.ts`),
    env: { TEST_LONG: '1' },
    fileParallelism: false,
  },
});
