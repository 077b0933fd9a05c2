import { expect, test } from 'vitest';
import { distrust } from '../../src/operations/survival.ts';

const thrownAt = (file: string) =>
  Object.assign(new Error('of Ana’s'), { stack: `Error: of Ana’s\n    at f (${file}:1:1)` });
const library = thrownAt('/app/node_modules/ws/lib/websocket.js');

test.each([
  ['a rejection of a library', { kind: 'rejection', error: library }, 1, undefined],
  ['an exception out of a library’s socket', { kind: 'exception', error: library }, 1, undefined],
  ['what is no error at all', { kind: 'rejection', error: null }, 1, undefined],
  ['a rejection of our own', { kind: 'rejection', error: thrownAt('/app/src/store/open.ts') }, 1, undefined],
  [
    'an exception within our own work',
    { kind: 'exception', error: thrownAt('/app/src/store/open.ts') },
    1,
    'its own work broke off',
  ],
  ['a damaged database', { kind: 'rejection', error: { code: 'SQLITE_CORRUPT' } }, 1, 'SQLITE_CORRUPT'],
  ['one too many', { kind: 'rejection', error: library }, 101, 'more than 100 in a minute'],
] as const)('F40: %s ends the process only where it can be trusted no more', (_, stray, lastMinute, why) => {
  expect(distrust(stray, lastMinute)).toBe(why);
});
