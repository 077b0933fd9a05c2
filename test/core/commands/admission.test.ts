import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAdmission } from '../../../src/core/commands/admission.ts';

const bounds = { running: 2, runningEach: 1, quickMs: 10_000, inFlight: 6, inFlightEach: 3, patienceMs: 10_000 };

/** Who enters, in the order in which they were let in, and who was turned away. */
function arrange(more: Partial<typeof bounds> = {}) {
  const admission = createAdmission({ ...bounds, ...more });
  const log = { in: [] as string[], away: [] as string[] };
  const leaving = new Map<string, () => void>();
  return {
    log,
    refused: admission.refused,
    async ask(...names: string[]) {
      for (const name of names)
        void admission.enter(name.charAt(0)).then(leave => {
          log[leave ? 'in' : 'away'].push(name);
          if (leave) leaving.set(name, leave);
        });
      await sleep(0);
    },
    async end(name: string) {
      leaving.get(name)?.();
      await sleep(0);
    },
  };
}

test('lets in at once as many as may run, of one person no more than theirs', async () => {
  const { log, ask, end } = arrange();
  await ask('a1', 'a2', 'b1', 'c1');
  expect(log.in).toEqual(['a1', 'b1']);
  await end('a1');
  expect(log.in).toEqual(['a1', 'b1', 'a2']);
});

test('takes one after the other, whoever asked for much', async () => {
  const { log, ask, end } = arrange({ running: 1, inFlightEach: 4 });
  await ask('a1', 'a2', 'a3', 'a4', 'b1', 'c1');
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) await end(name);
  expect(log).toEqual({ in: ['a1', 'a2', 'b1', 'c1', 'a3', 'a4'], away: [] });
});

test('turns away at once what is over the bound of one person, and of all', async () => {
  const { log, ask, refused } = arrange();
  await ask('a1', 'a2', 'a3', 'a4');
  expect(log.away).toEqual(['a4']);
  await ask('b1', 'c1', 'd1', 'e1');
  expect(log.away).toEqual(['a4', 'e1']);
  expect(refused()).toBe(2);
});

test('turns away whoever has waited too long, and their place is free again', async () => {
  const { log, ask, end } = arrange({ patienceMs: 30 });
  await ask('a1', 'b1', 'c1', 'd1', 'e1', 'f1');
  await sleep(60);
  expect(log).toEqual({ in: ['a1', 'b1'], away: ['c1', 'd1', 'e1', 'f1'] });
  await ask('g1');
  await end('a1');
  expect(log.in).toEqual(['a1', 'b1', 'g1']);
  await end('a1'); // Twice is once.
  await ask('h1', 'i1');
  expect(log.in).toEqual(['a1', 'b1', 'g1']);
});

test('lets fewer be at work where each takes long, and more again once they are quick', async () => {
  const { log, ask, end } = arrange({ running: 6, inFlight: 20, quickMs: 40 });
  await ask('a1', 'b1', 'c1', 'd1', 'e1', 'f1');
  expect(log.in).toHaveLength(6);
  await sleep(50);
  for (const name of [...log.in]) await end(name);
  await ask('g1', 'h1', 'i1', 'j1', 'k1', 'l1');
  expect(log.in).toHaveLength(6 + 4);
  for (const name of ['g1', 'h1']) await end(name);
  expect(log.in).toHaveLength(6 + 6);
});
