import fc from 'fast-check';

// A checkout that passes once passes again: the cases are the same every time. The long run draws new ones, and more.
export const isLong = process.env.TEST_LONG === '1';
fc.configureGlobal(isLong ? { numRuns: 3000 } : { seed: 20261122 });

export default fc;
