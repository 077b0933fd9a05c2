import { expect, test } from 'vitest';
import { officialDates } from '../../../src/domain/season/officialDates.ts';
import { phaseOn, phasesOf, weekOfSeason } from '../../../src/domain/season/season.ts';
import { standardTrack, trackRules } from '../../../src/domain/season/track.ts';
import { seasonRules as rules } from './seasonRules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('the track that ships changes nothing', () => {
  const here = trackRules(rules, standardTrack);
  expect(phasesOf(2027, here)).toEqual(phasesOf(2027, rules));
  expect(officialDates(2027, here)).toEqual(officialDates(2027, rules));
});

test('a shifted season has every phase and week so many days later', () => {
  const later = trackRules(rules, { shiftDays: 14, match: true });
  expect(phaseOn(day('2026-10-20'), rules).id).toBe('middle');
  expect(phaseOn(day('2026-10-20'), later).id).toBe('early');
  expect(phaseOn(day('2026-10-29'), later)).toMatchObject({ id: 'middle', starts: day('2026-10-29'), week: 1 });
  expect(weekOfSeason(day('2026-11-03'), later)).toBe(weekOfSeason(day('2026-10-20'), rules));
  expect(phasesOf(2027, later).map(({ starts }) => starts.toString())).toEqual(
    phasesOf(2027, rules).map(({ starts }) => starts.add({ days: 14 }).toString()),
  );
});

test('each phase of a cycle ends on the day before the next begins', () => {
  const phases = phasesOf(2027, trackRules(rules, { shiftDays: -30, match: true }));
  for (const [index, { ends }] of phases.slice(0, -1).entries())
    expect(ends.add({ days: 1 })).toEqual(phases[index + 1]?.starts);
});

test('where the Match does not apply, there are no official dates, and no phase speaks of it', () => {
  const without = trackRules(rules, { shiftDays: 0, match: false });
  expect(officialDates(2027, without)).toEqual([]);
  const said = phasesOf(2027, without).map(({ label, programs, you }) => `${label} ${programs} ${you}`);
  expect(said.filter(words => /match|certify|rank|eastern/i.test(words))).toEqual([]);
  expect(phaseOn(day('2027-03-15'), without)).toMatchObject({ id: 'match-week', label: 'last decisions' });
});
