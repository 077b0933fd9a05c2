import { setImmediate } from 'node:timers/promises';

/** Long work stops for others after so many milliseconds. */
const AT_ONCE_MS = 10;

/** Lets others have their turn wherever a piece of long work took its time: `await breathe()` between two items. */
export function createYielding(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < AT_ONCE_MS) return;
    await setImmediate();
    began = performance.now();
  };
}
