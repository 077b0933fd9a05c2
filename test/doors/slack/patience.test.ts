import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { card } from '../../../src/core/cards/card.ts';
import type { Answer } from '../../../src/core/ports/request.ts';
import { within } from '../../../src/core/within.ts';
import { showWhenReady } from '../../../src/doors/slack/patience.ts';
import type { Surface } from '../../../src/doors/slack/surfaces.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answer: Answer = { card: card('There it is'), tokenOf: () => '' };

/** A surface that keeps what it was asked to show. */
function notebookSurface(): Surface & { shown: string[] } {
  const shown: string[] = [];
  return {
    shown,
    show: async ({ card: { title } }) => void shown.push(title),
    wait: async () => void shown.push('One moment'),
    ask: async () => false,
  };
}

test('an answer within a second is shown alone', async () => {
  const surface = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const done = showWhenReady(ready.promise, surface);
  await vi.advanceTimersByTimeAsync(900);
  ready.resolve(answer);
  await done;
  expect(surface.shown).toEqual(['There it is']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a later one is announced once', async () => {
  const surface = notebookSurface();
  const ready = Promise.withResolvers<Answer>();
  const done = showWhenReady(ready.promise, surface);
  await vi.advanceTimersByTimeAsync(5000);
  expect(surface.shown).toEqual(['One moment']);
  ready.resolve(answer);
  await done;
  expect(surface.shown).toEqual(['One moment', 'There it is']);
});

test('what fails or takes too long is done without', async () => {
  expect(await within(100, Promise.reject(new Error('no')), 'without')).toBe('without');
  const late = within(100, new Promise(() => {}), 'without');
  await vi.advanceTimersByTimeAsync(100);
  expect(await late).toBe('without');
});
