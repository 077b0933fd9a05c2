import { describe, expect, test } from 'vitest';
import { describeRule } from '../../src/domain/time/describeRule.ts';
import { readWhen } from '../../src/domain/time/readWhen.ts';
import { isRule, nextOccurrence } from '../../src/domain/time/recurrence.ts';
import fc from '../support/properties.ts';

const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
const at = Temporal.PlainDateTime.from('2026-11-20T09:00');
const read = (text: string) => readWhen(text, { now: NOW, zone: 'America/Chicago' });

describe('F25: a rule that no calendar holds', () => {
  test.each([
    'every 100000000 days',
    'every 9999 days',
    'every 31 february',
    'every 2 days for 100000 times',
    'every 0 days',
    'in 99999999999 days',
    'in 999999 months',
    'Jan 1 12000',
    `every ${'monday '.repeat(500)}`,
  ])('is refused where it is typed: "%s"', text => {
    expect(read(text).outcome).toBe('refused');
  });

  test.each([
    'FREQ=DAILY;INTERVAL=100000000',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYSETPOS=400',
    'FREQ=SECONDLY',
    'FREQ=DAILY;UNTIL=99999999',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;BYDAY=XX',
    'INTERVAL=2',
    'DTSTART=20260101',
    '__proto__=1;FREQ=DAILY',
    'constructor',
    '',
  ])('is no rule, and never comes: "%s"', rule => {
    expect(isRule(rule)).toBe(false);
    expect(nextOccurrence({ at, rule }, NOW, 'UTC')).toBeUndefined();
    expect(typeof describeRule({ at, rule })).toBe('string');
  });

  test.each(['every day', 'every second friday at 7 am', 'every weekday at 8', 'every month on day 3', 'every year'])(
    'what people say is one: "%s"',
    text => {
      const result = read(text);
      expect(result.outcome === 'understood' && isRule(result.value.rule ?? '')).toBe(true);
    },
  );

  test('whatever is given as a rule is answered within a moment, and throws nothing', () => {
    const part = fc.tuple(
      fc.constantFrom('FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYHOUR', ''),
      fc.oneof(
        fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'MO', '5SU', '-1FR', '31', '2', '20270101'),
        fc.integer().map(String),
        fc.string({ maxLength: 12 }),
      ),
    );
    const rule = fc.oneof(
      fc.array(part, { maxLength: 6 }).map(parts => parts.map(pair => pair.join('=')).join(';')),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(rule, text => {
        const next = nextOccurrence({ at, rule: text }, NOW, 'America/Chicago');
        if (next) expect(Temporal.Instant.compare(next.at, NOW)).toBe(1);
        expect(typeof isRule(text)).toBe('boolean');
      }),
    );
  });
});
