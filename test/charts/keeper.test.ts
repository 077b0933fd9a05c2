import { expect, test } from 'vitest';
import { pictures } from '../../src/charts/index.ts';
import { createKeeper } from '../../src/charts/keeper.ts';
import { seasonRules as rules } from '../domain/seasonRules.ts';

test('a picture is made once: the same object comes again', () => {
  const on = (date: string) => pictures.season({ today: Temporal.PlainDate.from(date), rules, dates: [] });
  expect(pictures.routes()).toBe(pictures.routes());
  expect(pictures.reputation('m3')).toBe(pictures.reputation('m3'));
  expect(on('2026-10-29')).toBe(on('2026-10-29'));
});

test('other data give another picture', () => {
  const on = (date: string) => pictures.season({ today: Temporal.PlainDate.from(date), rules, dates: [] });
  expect(pictures.reputation('m3')).not.toEqual(pictures.reputation('m4'));
  expect(on('2026-10-29')).not.toEqual(on('2026-10-30'));
  expect(pictures.buckets().name).toBe('buckets.png');
});

test('what was asked for least lately is let go first', () => {
  const made: string[] = [];
  const keep = createKeeper<string>(2);
  const ask = (key: string) => keep(key, () => made[made.push(key) - 1]!);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
