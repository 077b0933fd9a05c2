import { test } from 'vitest';

/** The run of `npm run test:long`, which has the time. */
export const isLong = process.env.TEST_LONG === '1';

/** A long way of something that `npm test` goes a shorter one of. */
export const longTest = test.runIf(isLong);
