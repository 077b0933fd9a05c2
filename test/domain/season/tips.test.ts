import { expect, test } from 'vitest';
import { type TipPlace, tipOn, tipsOfCycle } from '../../../src/domain/season/tips.ts';
import fc from '../../support/properties.ts';
import { seasonRules as rules } from './seasonRules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const plain = (count = 52): TipPlace[] => Array.from({ length: count }, (_, index) => ({ week: index + 1 }));
const withDated = (...dated: TipPlace[]): TipPlace[] =>
  plain().map(tip => dated.find(({ week }) => week === tip.week) ?? tip);

const deadline: TipPlace = { week: 35, before: { from: 'rank-deadline', days: 0 }, ahead: 2, match: true };

test('a tip that speaks of no date has its own week', () => {
  expect(tipOn(day('2026-10-26'), plain(), rules)).toEqual({ tip: { week: 17 }, about: null });
  expect(tipOn(day('2026-11-01'), plain(), rules)?.tip.week).toBe(17);
});

// Wed, Mar 3, 2027 is the deadline: two days of warning from Monday on, a week earlier for who posts later.
test.each([
  ['2027-03-01', 35],
  ['2027-02-23', 35],
  ['2027-02-24', 35],
  ['2027-02-27', 35],
  ['2027-02-28', 35],
  ['2027-02-22', 34],
  ['2027-03-02', 34],
  ['2027-03-07', 34],
])('on %s, whoever posts on that weekday posts the tip of week %i', (text, week) => {
  expect(tipOn(day(text), withDated(deadline), rules)?.tip.week).toBe(week);
});

test('an announced date moves its tip', () => {
  const announced = { ...rules, confirmed: { '2027': { 'rank-deadline': '2027-02-24' } } };
  expect(tipOn(day('2027-02-22'), withDated(deadline), announced)?.tip.week).toBe(35);
  expect(tipOn(day('2027-03-01'), withDated(deadline), announced)?.tip.week).toBe(34);
});

test('where the Match does not apply, a tip about its dates has its own week', () => {
  expect(tipOn(day('2027-02-28'), withDated(deadline), { ...rules, official: false })?.tip.week).toBe(34);
});

test('two tips that would come on one day come one after the other, both in time', () => {
  const clocks: TipPlace = { week: 34, before: { from: 'rank-deadline', days: 1 } };
  const posts = tipsOfCycle(2027, 1, withDated(deadline, clocks), rules).filter(({ about }) => about);
  expect(posts.map(({ day, tip }) => `${day} ${tip.week}`)).toEqual(['2027-02-22 34', '2027-03-01 35']);
});

test('what belongs to the next cycle and lies in this one’s June comes in June', () => {
  const opens: TipPlace = { week: 48, before: { from: 'eras-opens', days: 0 } };
  expect(tipOn(day('2027-06-01'), withDated(opens), rules)).toEqual({ tip: opens, about: day('2027-06-02') });
});

test('every tip comes once a cycle, in its order, on every weekday and track; the 53rd week repeats the last', () => {
  const weekday = fc.integer({ min: 1, max: 7 });
  const cycle = fc.integer({ min: 2024, max: 2034 });
  const shift = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(cycle, weekday, shift, fc.integer({ min: 1, max: 7 }), (year, on, shiftDays, ahead) => {
      const tips = withDated(deadline, { week: 9, before: { on: '09-02', year: -1 }, ahead });
      const posts = tipsOfCycle(year, on, tips, { ...rules, shiftDays }).map(({ tip }) => tip.week);
      expect(new Set(posts).size).toBe(52);
      expect(posts.slice(52)).toEqual(posts.length > 52 ? [52] : []);
      const others = posts.slice(0, 52).filter(week => ![9, 35].includes(week));
      expect(others).toEqual(others.toSorted((one, other) => one - other));
    }),
    { numRuns: 40 },
  );
});
