import { afterEach, expect, test, vi } from 'vitest';
import type { Dispatcher } from '../../src/dispatcher/dispatcher.ts';
import { inProcessDispatcher } from '../../src/dispatcher/inProcess.ts';

let dispatcher: Dispatcher | undefined;
afterEach(async () => {
  await dispatcher?.stop();
  vi.useRealTimers();
  process.env.TZ = 'UTC';
});

// node-cron's issues 492 and 509: a schedule that stalls or spins at a clock change.
test('F4: in a zone whose clocks change it does not begin to tick', async () => {
  process.env.TZ = 'America/New_York';
  dispatcher = inProcessDispatcher(30);
  const work = { async *tick() {}, due: async () => [], drain: async () => {}, report: () => {} };
  await expect(dispatcher.start(work)).rejects.toThrow('the process needs TZ=UTC');
});

test.each([
  ['1 Nov 2026, when clocks go back', '2026-11-01T04:30:00Z'],
  ['14 Mar 2027, when clocks go forward', '2027-03-14T05:30:00Z'],
])(
  'F4: over %s, a tick every thirty seconds comes so often and no more, and the next day too',
  { timeout: 60_000 },
  async (_, start) => {
    vi.useFakeTimers({ now: new Date(start) });
    let ticks = 0;
    dispatcher = inProcessDispatcher(30);
    await dispatcher.start({
      async *tick() {
        ticks += 1;
        yield [];
      },
      due: async () => [],
      drain: async () => {},
      report: error => expect.fail(String(error)),
    });
    const after = async (hours: number) => {
      const before = ticks;
      await vi.advanceTimersByTimeAsync(hours * 3600_000);
      return ticks - before;
    };
    // Over the change, and over the hours of the day after it.
    expect(Math.abs((await after(3)) - 3 * 120)).toBeLessThanOrEqual(2);
    expect(Math.abs((await after(21)) - 21 * 120)).toBeLessThanOrEqual(2);
  },
);
