import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { card } from '../../../src/core/cards/card.ts';
import type { Answer } from '../../../src/core/ports/request.ts';
import { within } from '../../../src/core/runtime/withTimeout.ts';
import { ONE_MOMENT, showWhenReady, UNSURE } from '../../../src/doors/slack/replyDeadline.ts';
import type { Surface } from '../../../src/doors/slack/replyTarget.ts';
import type { Keeping } from '../../../src/doors/unfinished.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answer: Answer = { card: card('There it is'), tokenOf: () => '' };

/** A surface that keeps what it was asked to show. */
function notebookSurface(): Surface & { shown: string[] } {
  const shown: string[] = [];
  return {
    shown,
    since: performance.now(),
    later: {},
    show: async ({ card: { title } }) => void shown.push(title),
    wait: async words => void shown.push(words),
    hear: async () => {},
    ask: async () => {},
  };
}

/** Keeps a request after so long, and says what is kept. */
function keeping(afterMs: number): Keeping & { kept: Set<string> } {
  const kept = new Set<string>();
  return {
    kept,
    keep: async () => {
      await new Promise(resolve => setTimeout(resolve, afterMs));
      kept.add('1');
      return '1';
    },
    done: async (id, isShown) => void (isShown && kept.delete(id)),
  };
}

test('an answer in time is shown alone, and nothing is kept', async () => {
  const surface = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const keep = keeping(0);
  const done = showWhenReady(ready.promise, surface, keep);
  await vi.advanceTimersByTimeAsync(1400);
  ready.resolve(answer);
  await done;
  expect(surface.shown).toEqual(['There it is']);
  expect(vi.getTimerCount()).toBe(0);
});

test('F45: a later one is kept before a word of patience goes ahead, until it was shown', async () => {
  const surface = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const keep = keeping(300);
  const done = showWhenReady(ready.promise, surface, keep);
  await vi.advanceTimersByTimeAsync(1700);
  expect(surface.shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect([...keep.kept]).toEqual(['1']);
  expect(surface.shown).toEqual([ONE_MOMENT]);
  ready.resolve(answer);
  await done;
  expect(surface.shown).toEqual([ONE_MOMENT, 'There it is']);
  expect([...keep.kept]).toEqual([]);
});

test('F45: what cannot be kept in time is said not to be, within Slack’s three seconds', async () => {
  const surface = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const keep = keeping(20_000);
  const done = showWhenReady(ready.promise, surface, keep);
  await vi.advanceTimersByTimeAsync(2300);
  expect(surface.shown).toEqual([UNSURE]);
  ready.resolve(answer);
  await vi.advanceTimersByTimeAsync(20_000);
  await done;
  expect([...keep.kept]).toEqual([]);
});

test('what fails or takes too long is done without', async () => {
  expect(await within(100, Promise.reject(new Error('no')), 'without')).toBe('without');
  const late = within(100, new Promise(() => {}), 'without');
  await vi.advanceTimersByTimeAsync(100);
  expect(await late).toBe('without');
});
