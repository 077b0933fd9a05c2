import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Dispatcher, Work } from '../../src/dispatcher/dispatcher.ts';
import { inProcessDispatcher } from '../../src/dispatcher/inProcess.ts';
import { pgBossDispatcher } from '../../src/dispatcher/pgBoss.ts';
import { blankPostgres } from '../store/databases.ts';

/** As many dispatchers on one database as may share it. */
const kinds = [
  { name: 'in this process', create: async () => [inProcessDispatcher(1)] },
  {
    name: 'by pg-boss, two of them',
    async create() {
      expect(inject('postgres')).toBeTruthy();
      const { url, remove } = await blankPostgres();
      onTestFinished(remove);
      return [pgBossDispatcher(url, 1), pgBossDispatcher(url, 1)];
    },
  },
];

/** Lanes that say what was done in them, and that stay busy until they are let go. */
function createLanes(due: () => string[]) {
  const log = { ticks: 0, begun: [] as string[], running: new Map<string, number>(), most: 0, reports: [] as string[] };
  let changed = Promise.withResolvers<void>();
  const open = new Map<string, PromiseWithResolvers<void>>();
  const change = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  const work: Work = {
    async *tick() {
      log.ticks += 1;
      change();
      yield due();
    },
    due: async () => due(),
    async drain(lane, signal) {
      const running = (log.running.get(lane) ?? 0) + 1;
      log.running.set(lane, running);
      log.most = Math.max(log.most, running);
      log.begun.push(lane);
      change();
      const busy = open.get(lane) ?? Promise.withResolvers<void>();
      open.set(lane, busy);
      signal.addEventListener('abort', () => busy.resolve());
      try {
        await busy.promise;
      } finally {
        log.running.set(lane, (log.running.get(lane) ?? 1) - 1);
        change();
      }
    },
    report(_, where) {
      log.reports.push(where);
      change();
    },
  };
  return {
    log,
    work,
    release(lane: string) {
      open.get(lane)?.resolve();
      open.delete(lane);
    },
    fail(lane: string) {
      open.get(lane)?.reject(new Error('broken'));
      open.delete(lane);
    },
    async until(probe: () => boolean) {
      while (!probe()) await changed.promise;
    },
  };
}

describe.each(kinds)('the dispatcher $name', ({ create }) => {
  async function startAll(work: Work): Promise<Dispatcher[]> {
    const dispatchers = await create();
    onTestFinished(async () => void (await Promise.all(dispatchers.map(dispatcher => dispatcher.stop()))));
    for (const dispatcher of dispatchers) await dispatcher.start(work);
    return dispatchers;
  }

  test('ticks at the start and ever after', async () => {
    const { log, work, until } = createLanes(() => []);
    await startAll(work);
    await until(() => log.ticks >= 3);
  });

  test('drains each lane that is due, one drain a lane at a time', async () => {
    const { log, work, until, release } = createLanes(() => ['a', 'b', 'c']);
    await startAll(work);
    await until(() => log.begun.length === 3);
    const ticks = log.ticks;
    await until(() => log.ticks >= ticks + 3);
    expect(log.begun.toSorted()).toEqual(['a', 'b', 'c']);
    release('b');
    await until(() => log.begun.length === 4);
    expect(log.begun.at(-1)).toBe('b');
    expect(log.most).toBe(1);
  });

  test('a throw in one lane is reported, leaves the others running and is no end of that lane', async () => {
    const { log, work, until, fail } = createLanes(() => ['a', 'b']);
    await startAll(work);
    await until(() => log.begun.length === 2);
    fail('a');
    await until(() => log.begun.length === 3);
    expect(log.reports).toEqual(['a']);
    expect(log.begun.at(-1)).toBe('a');
    expect(log.running.get('b')).toBe(1);
  });

  test('a tick that throws is reported, and the next one comes', async () => {
    let broken = true;
    const { log, work, until } = createLanes(() => {
      if (broken) throw new Error('no database');
      return ['a'];
    });
    await startAll(work);
    await until(() => log.reports.includes('tick'));
    broken = false;
    await until(() => log.begun.includes('a'));
  });

  test('stop tells the drains to end, and waits until they have', async () => {
    const { log, work, until } = createLanes(() => ['a', 'b']);
    const dispatchers = await startAll(work);
    await until(() => log.begun.length === 2);
    await Promise.all(dispatchers.map(dispatcher => dispatcher.stop()));
    expect([...log.running.values()]).toEqual([0, 0]);
    const { ticks } = log;
    await new Promise(resolve => setTimeout(resolve, 1200));
    expect(log.ticks).toBe(ticks);
  });
});
