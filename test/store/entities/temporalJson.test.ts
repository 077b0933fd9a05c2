import { expect, test } from 'vitest';
import { fromTemporalJson, toTemporalJson } from '../../../src/store/entities/temporalJson.ts';

test('days, instants and dates come back as what they were, and text that looks like one stays text', () => {
  const value = {
    day: Temporal.PlainDate.from('2026-11-01'),
    at: Temporal.Instant.from('2026-11-01T05:06:07.008Z'),
    rows: [{ at: new Date(5), name: '2026-11-01', none: null, count: 3, yes: true }],
  };
  expect(fromTemporalJson(toTemporalJson(value))).toStrictEqual(value);
  expect(fromTemporalJson<typeof value>(toTemporalJson(value)).day.equals(value.day)).toBe(true);
  expect(fromTemporalJson<typeof value>(toTemporalJson(value)).at.equals(value.at)).toBe(true);
});
