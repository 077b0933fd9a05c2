import { expect, test } from 'vitest';
import { timeLeft } from '../../../src/domain/time/timeLeft.ts';

const now = Temporal.Instant.from('2026-11-11T15:00:00Z');

test.each([
  [{ seconds: 40 }, 'less than a minute'],
  [{ minutes: 1 }, 'one minute'],
  [{ minutes: 59, seconds: 59 }, '59 minutes'],
  [{ minutes: 60 }, 'one hour'],
  // One hour and 50 minutes is not one hour.
  [{ minutes: 110 }, 'one hour and 50 minutes'],
  [{ hours: 11, minutes: 59 }, '11 hours and 59 minutes'],
  [{ hours: 46 }, '46 hours'],
  // What was said as "in 48 hours" a moment ago.
  [{ hours: 47, minutes: 59, seconds: 30 }, '48 hours'],
  [{ hours: 71, minutes: 20 }, '71 hours'],
  [{ hours: 95 }, 'four days'],
  [{ hours: 100 }, 'four days'],
])('%j ahead is %j', (ahead, words) => {
  expect(timeLeft(now, now.add(ahead))).toBe(words);
});
