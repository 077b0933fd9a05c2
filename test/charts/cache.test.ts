import { expect, test } from 'vitest';
import { createCache } from '../../src/charts/cache.ts';
import { pictures } from '../../src/charts/index.ts';
import { seasonRules as rules } from '../domain/season/seasonRules.ts';

test('a picture is made once: the same object comes again', async () => {
  const on = (date: string) => pictures.season({ today: Temporal.PlainDate.from(date), rules, dates: [] });
  expect(await pictures.routes()).toBe(await pictures.routes());
  expect(await pictures.reputation('m3')).toBe(await pictures.reputation('m3'));
  expect(await on('2026-10-29')).toBe(await on('2026-10-29'));
});

test('other data give another picture', async () => {
  const on = (date: string) => pictures.season({ today: Temporal.PlainDate.from(date), rules, dates: [] });
  expect(await pictures.reputation('m3')).not.toEqual(await pictures.reputation('m4'));
  expect(await on('2026-10-29')).not.toEqual(await on('2026-10-30'));
  expect((await pictures.buckets()).name).toBe('buckets.png');
});

test('what was asked for least lately is let go first', async () => {
  const made: string[] = [];
  const keep = createCache<string>(2);
  const ask = (key: string) => keep(key, async () => made[made.push(key) - 1] ?? '');
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what could not be made is tried again', async () => {
  const keep = createCache<string>(2);
  await expect(keep('a', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(await keep('a', async () => 'made')).toBe('made');
});
