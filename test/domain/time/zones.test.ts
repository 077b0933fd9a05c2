import { describe, expect, test } from 'vitest';
import { findZone, readZone, suggestZones } from '../../../src/domain/time/zones.ts';
import type { Reading } from '../../../src/domain/words/reading.ts';

const outcomeOf = (reading: Reading<string>) => (reading.outcome === 'understood' ? reading.value : reading.outcome);

describe('a zone by its name or city', () => {
  test.each([
    ['America/Chicago', 'America/Chicago'],
    ['america/new york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['chicago', 'America/Chicago'],
    ['new york', 'America/New_York'],
    ['Eastern time', 'America/New_York'],
    ['E.S.T.', 'America/New_York'],
    ['EST/EDT', 'America/New_York'],
    ['(UTC-06:00) Central Time (US & Canada)', 'America/Chicago'],
    ['Central Time - Chicago', 'America/Chicago'],
    ['MST (Arizona)', 'America/Phoenix'],
    ['IST (India)', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
    ['UTC-5', '-05:00'],
    ['GMT+5:30', '+05:30'],
    ['GMT +5.5', '+05:30'],
    ['+0545', '+05:45'],
    ['UTC+0', 'UTC'],
  ])('%s is %s', (text, zone) => expect(outcomeOf(readZone(text))).toBe(zone));

  test.each(['IST', 'BST', 'AST', 'ET/CT', 'Chicago (ET)', 'US'])('%s has several fair readings and is asked', text => {
    const reading = readZone(text);
    if (reading.outcome !== 'asked') throw new Error(`${text} is ${outcomeOf(reading)}`);
    expect(reading.answers.length).toBeGreaterThan(1);
    for (const { words } of reading.answers) expect(readZone(words).outcome).toBe('understood');
  });

  test.each([
    '',
    'at',
    'Lakeside',
    'UTC+15',
    'GMT-13',
    '+5:99',
    'Eastern Lakeside',
    'constructor',
    'zone:constructor',
    '__proto__',
    'toString',
    'x'.repeat(10_000),
  ])('%.20j is refused', text => expect(readZone(text).outcome).toBe('refused'));

  test('what was not understood is named', () =>
    expect(readZone('Eastern Lakeside')).toMatchObject({ because: expect.stringContaining('"Lakeside"') }));
  test('completions hold what was typed', () => expect(suggestZones('chic', 5)).toContain('America/Chicago'));
});

describe('a zone inside words about a time', () => {
  const found = (text: string) => {
    const zone = findZone(text);
    return zone && [text.slice(zone.start, zone.end), outcomeOf(zone.reading)];
  };

  test.each([
    ['tomorrow 5 pm ET', 'ET', 'America/New_York'],
    ['9:00 AM (Eastern Time)', '(Eastern Time)', 'America/New_York'],
    ['every friday at 5pmEST', 'EST', 'America/New_York'],
    ['09:00 AM Central Time (US and Canada)', 'Central Time (US and Canada)', 'America/Chicago'],
    ['noon ct', 'ct', 'America/Chicago'],
    ['3pm Chicago time', 'Chicago time', 'America/Chicago'],
    ['9am CT (Chicago) with Dr. Osei', 'CT (Chicago)', 'America/Chicago'],
    ['14:00 UTC', 'UTC', 'UTC'],
    ['2026-11-03T14:00:00Z', 'Z', 'UTC'],
    ['2026-11-03T09:00-06:00', '-06:00', '-06:00'],
    ['10am GMT+5:30', 'GMT+5:30', '+05:30'],
    ['9 am IST', 'IST', 'asked'],
    ['9am ET/CT', 'ET/CT', 'asked'],
  ])('%s says %s', (text, words, zone) => expect(found(text)).toEqual([words, zone]));

  test.each([
    'meet at 5',
    'see pt at 9',
    '9am pt follow up',
    '9 AM CT scan',
    'the best hour is 9',
    'first time at Nice time',
    '9am Pacific Medical Center',
    '9am Mountain View',
    'from 9:00-5:00',
    'call at 3pm in Chicago',
    'spend more pt time at 8',
    `${'9 '.repeat(600)}ET`,
  ])('%.40s says none', text => expect(found(text)).toBeUndefined());
});
