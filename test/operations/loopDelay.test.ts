import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchLoop } from '../../src/operations/loopDelay.ts';

test('work that holds the loop shows in its delay', async () => {
  const loop = watchLoop();
  onTestFinished(loop.stop);
  for (let turn = 0; turn < 5; turn += 1) {
    await sleep(30);
    const until = performance.now() + 300;
    while (performance.now() < until);
  }
  await sleep(30);
  expect(loop.p99()).toBeGreaterThan(250);
});
