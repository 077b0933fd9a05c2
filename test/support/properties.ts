import fc from 'fast-check';
import { isLong } from './long.ts';

// A checkout that passes once passes again: the cases are the same every time. The long run draws new ones, and more.
fc.configureGlobal(isLong ? { numRuns: 3000 } : { seed: 20261122 });

export default fc;
