// A process that restores, seals anew or moves, and is killed with -9 by whoever started it.

import { sqlitePath } from '../../src/store/driver/url.ts';
import { move } from '../../src/store/upkeep/move.ts';
import { restore } from '../../src/store/upkeep/restore.ts';
import { rotateKeys } from '../../src/store/upkeep/rotateKeys.ts';

const [what, from = '', to = '', ...keys] = process.argv.slice(2);
const [first = Buffer.of(), ...others] = keys.map(key => Buffer.from(key, 'hex'));
const now = Temporal.Now.instant();
const works: Record<string, () => Promise<unknown>> = {
  restore: () => restore({ from, to: sqlitePath(to) ?? '', keys: [first, ...others], now }),
  rotate: () => rotateKeys({ databaseUrl: to, known: { keys: [first, ...others], path: undefined }, now }),
  move: () => move({ from, to }),
};
console.log('begun');
await works[what ?? '']?.();
console.log('done');
