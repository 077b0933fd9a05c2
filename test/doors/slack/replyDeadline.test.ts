import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { card } from '../../../src/core/cards/card.ts';
import type { Answer } from '../../../src/core/ports/request.ts';
import { withTimeout } from '../../../src/core/runtime/withTimeout.ts';
import { PLACEHOLDER, showWhenReady, UNSURE } from '../../../src/doors/slack/replyDeadline.ts';
import type { ReplyTarget } from '../../../src/doors/slack/replyTarget.ts';
import type { Keeping } from '../../../src/doors/unfinished.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answer: Answer = { card: card('There it is'), tokenOf: () => '' };

/** A surface that keeps what it was asked to show. */
function notebookSurface(): ReplyTarget & { shown: string[] } {
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
  const target = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const keep = keeping(0);
  const done = showWhenReady(ready.promise, target, keep);
  await vi.advanceTimersByTimeAsync(1400);
  ready.resolve(answer);
  await done;
  expect(target.shown).toEqual(['There it is']);
  expect(vi.getTimerCount()).toBe(0);
});

test('F45: a later one is kept before a word of patience goes ahead, until it was shown', async () => {
  const target = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const keep = keeping(300);
  const done = showWhenReady(ready.promise, target, keep);
  await vi.advanceTimersByTimeAsync(1700);
  expect(target.shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect([...keep.kept]).toEqual(['1']);
  expect(target.shown).toEqual([PLACEHOLDER]);
  ready.resolve(answer);
  await done;
  expect(target.shown).toEqual([PLACEHOLDER, 'There it is']);
  expect([...keep.kept]).toEqual([]);
});

test('F45: what cannot be kept in time is said not to be, within Slack’s three seconds', async () => {
  const target = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const keep = keeping(20_000);
  const done = showWhenReady(ready.promise, target, keep);
  await vi.advanceTimersByTimeAsync(2300);
  expect(target.shown).toEqual([UNSURE]);
  ready.resolve(answer);
  await vi.advanceTimersByTimeAsync(20_000);
  await done;
  expect([...keep.kept]).toEqual([]);
});

test('what fails or takes too long is done without', async () => {
  expect(await withTimeout(100, Promise.reject(new Error('no')), 'without')).toBe('without');
  const late = withTimeout(100, new Promise(() => {}), 'without');
  await vi.advanceTimersByTimeAsync(100);
  expect(await late).toBe('without');
});
