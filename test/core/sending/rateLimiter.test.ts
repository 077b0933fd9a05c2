import { describe, expect, test } from 'vitest';
import { createRateLimiter, createRateLimiters } from '../../../src/core/sending/rateLimiter.ts';

/** Runs so many pieces of work, and says when each began, in milliseconds since the first. */
async function begins(count: number, run: (work: () => Promise<void>) => Promise<void>, workMs = 0) {
  const start = performance.now();
  const times: number[] = [];
  const work = async () => {
    times.push(performance.now() - start);
    if (workMs > 0) await new Promise(resolve => setTimeout(resolve, workMs));
  };
  await Promise.all(Array.from({ length: count }, () => run(work)));
  return times;
}

describe('a pace', () => {
  test('lets no more begin in its time than its count, however long each takes', async () => {
    const pace = createRateLimiter({ count: 5, ms: 60 });
    const times = await begins(17, work => pace.run(work), 20);
    expect(times).toHaveLength(17);
    // Even if the first five arrived at their very end, the next five arrive a whole time later.
    for (const [index, time] of times.slice(5).entries()) expect(time - (times[index] ?? 0)).toBeGreaterThan(78);
  });

  test('keeps the order in which it was asked', async () => {
    const pace = createRateLimiter({ count: 1, ms: 5 });
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4].map(name => pace.run(async () => void order.push(name))));
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('begins nothing while it is held', async () => {
    const pace = createRateLimiter({ count: 10, ms: 1 });
    pace.hold(80);
    const [first] = await begins(1, work => pace.run(work));
    expect(first).toBeGreaterThan(75);
  });

  test('lets go of who waits when the signal aborts, and of nobody else’s turn', async () => {
    const pace = createRateLimiter({ count: 1, ms: 200 });
    await pace.run(async () => {});
    const stopping = new AbortController();
    const begun: string[] = [];
    const stopped = pace.run(async () => void begun.push('stopped'), stopping.signal);
    const other = pace.run(async () => void begun.push('other'));
    stopping.abort();
    await expect(stopped).rejects.toBe(stopping.signal.reason);
    await other;
    expect(begun).toEqual(['other']);
  });

  test('goes on after work that failed', async () => {
    const pace = createRateLimiter({ count: 1, ms: 1 });
    await expect(pace.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await pace.run(async () => 'yes')).toBe('yes');
  });
});

test('each name has a pace of its own', async () => {
  const paceOf = createRateLimiters({ count: 1, ms: 1000 });
  const times = await begins(20, work => paceOf(`channel ${Math.random()}`).run(work));
  expect(Math.max(...times)).toBeLessThan(500);
});
