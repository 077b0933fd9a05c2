import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cityAliases } from '../../../src/domain/time/cityAliases.ts';
import { citiesNamed, placeKey } from '../../../src/domain/time/gazetteer.ts';
import { placesNamed } from '../../../src/domain/time/places.ts';
import { areaAliases } from '../../../src/domain/time/regions.ts';
import { shortZone } from '../../../src/domain/time/zoneNames.ts';
import { suggestZones } from '../../../src/domain/time/zoneSuggestions.ts';
import { findZone, readZone, zoneWords } from '../../../src/domain/time/zones.ts';
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
    ['boston', 'America/New_York'],
    ['Houston', 'America/Chicago'],
    ['Bombay', 'Asia/Kolkata'],
    ['Lahore, Pakistan', 'Asia/Karachi'],
    ['Kiev', 'Europe/Kyiv'],
    ['Saigon', 'Asia/Ho_Chi_Minh'],
    ['Bogotá', 'America/Bogota'],
    ['bogota', 'America/Bogota'],
    ['Saint Louis', 'America/Chicago'],
    ['Portland, ME', 'America/New_York'],
    ['Portland OR', 'America/Los_Angeles'],
    ['Hartford, CT', 'America/New_York'],
    ['Chicago, CT', 'America/Chicago'],
    ['El Paso', 'America/Denver'],
    ['Massachusetts', 'America/New_York'],
    ['Kansas', 'America/Chicago'],
    ['Small Town, MA', 'America/New_York'],
    ['Manipal, India', 'Asia/Kolkata'],
    ['Boston, Massachusetts (Eastern)', 'America/New_York'],
    ['UTC', 'UTC'],
    ['UTC-5', '-05:00'],
    ['GMT+5:30', '+05:30'],
    ['GMT +5.5', '+05:30'],
    ['+0545', '+05:45'],
    ['UTC+0', 'UTC'],
  ])('%s is %s', (text, zone) => expect(outcomeOf(readZone(text))).toBe(zone));

  test.each([
    'IST',
    'BST',
    'AST',
    'ET/CT',
    'Chicago (ET)',
    'US',
    'Portland',
    'Columbus',
    'Texas',
    'Georgia',
    'Washington',
    'Small Town, TX',
    'Boston, India',
    'Bostn',
    'Houstan',
  ])('%s has several fair readings and is asked', text => {
    const reading = readZone(text);
    if (reading.outcome !== 'asked') throw new Error(`${text} is ${outcomeOf(reading)}`);
    expect(reading.answers.length).toBeGreaterThan(0);
    for (const { words } of reading.answers) expect(readZone(words).outcome).toBe('understood');
  });

  test.each([
    '',
    'at',
    'Qwertyville',
    'UTC+15',
    'GMT-13',
    '+5:99',
    'Eastern Qwertyville',
    'constructor',
    'zone:constructor',
    '__proto__',
    'toString',
  ])('%s is refused', text => expect(readZone(text).outcome).toBe('refused'));

  test('what is too long is not looked at', () => expect(readZone('x '.repeat(10_000)).outcome).toBe('refused'));
  test('what was not understood is named', () =>
    expect(readZone('Eastern Qwertyville')).toMatchObject({ because: expect.stringContaining('"Qwertyville"') }));
});

describe('a zone inside words about a time', () => {
  const found = (text: string) => {
    const zone = findZone(text);
    return zone && [text.slice(zone.start, zone.end), outcomeOf(zone.reading)];
  };

  test.each([
    ['tomorrow 5 pm ET', 'ET', 'America/New_York'],
    ['9 AM (Eastern Time)', '(Eastern Time)', 'America/New_York'],
    ['every friday at 5pmEST', 'EST', 'America/New_York'],
    ['09 AM Central Time (US and Canada)', 'Central Time (US and Canada)', 'America/Chicago'],
    ['noon ct', 'ct', 'America/Chicago'],
    ['3pm Chicago time', 'Chicago time', 'America/Chicago'],
    ['3pm Portland, OR time', 'Portland, OR time', 'America/Los_Angeles'],
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

describe('a zone that is being typed', () => {
  const first = (text: string) => suggestZones(text, 25)[0];

  test.each([
    ['bos', { label: 'Boston, Massachusetts (Eastern)', value: 'Boston, Massachusetts' }],
    ['chic', { label: 'Chicago, Illinois (Central)', value: 'Chicago, Illinois' }],
    ['kolk', { label: 'Kolkata, India', value: 'Kolkata, India' }],
    ['bomb', { label: 'Mumbai, India', value: 'Mumbai, India' }],
    ['portland, m', { label: 'Portland, Maine (Eastern)', value: 'Portland, Maine' }],
    ['sao pau', { label: 'São Paulo, Brazil', value: 'São Paulo, Brazil' }],
    ['bostonn', { label: 'Boston, Massachusetts (Eastern)', value: 'Boston, Massachusetts' }],
    ['utc+5:30', { label: 'utc+5:30 (UTC+5:30)', value: 'utc+5:30' }],
  ])('%s is completed', (text, suggestion) => expect(first(text)).toEqual(suggestion));
  test('the zones themselves come before cities', () => expect(first('east')?.label).toBe('Eastern (New York)'));
  test('before anything is typed likely ones are there', () =>
    expect(suggestZones('', 3).map(({ label }) => label)).toEqual([
      'Eastern (New York)',
      'Central (Chicago)',
      'Mountain (Denver)',
    ]));
  test('whatever is suggested is understood', () => {
    const starts = ['', ...'abcdefghijklmnopqrstuvwxyz', 'san', 'co', 'new ', 'port', 'st', 'por'];
    const values = starts.flatMap(text => suggestZones(text, 25).map(({ value }) => value));
    expect(values.filter(value => readZone(value).outcome !== 'understood')).toEqual([]);
  });
  test('what is too long or no name suggests nothing', () => {
    expect(suggestZones('x'.repeat(101), 25)).toEqual([]);
    expect(suggestZones('constructor', 25)).toEqual([]);
  });
  test('the words of every zone are understood as that zone', () => {
    const zones = ['UTC', '+05:30', '-05:00', ...Intl.supportedValuesOf('timeZone')];
    const lost = zones.filter(zone => {
      const read = outcomeOf(readZone(zoneWords(zone)));
      return ['asked', 'refused'].includes(read) || hoursOf(read).join() !== hoursOf(zone).join();
    });
    expect(lost.map(zone => `${zone}: ${zoneWords(zone)}`)).toEqual([]);
  });
});

describe('the short name of a zone', () => {
  const winter = Temporal.Instant.from('2026-11-03T15:00:00Z');
  const summer = Temporal.Instant.from('2027-07-03T15:00:00Z');

  test.each([
    ['America/New_York', 'ET'],
    ['America/Detroit', 'ET'],
    ['America/Indiana/Indianapolis', 'ET'],
    ['America/Toronto', 'ET'],
    ['America/Chicago', 'CT'],
    ['America/Denver', 'MT'],
    ['America/Boise', 'MT'],
    ['America/Phoenix', 'Arizona time'],
    ['America/Los_Angeles', 'PT'],
    ['America/Anchorage', 'AKT'],
    ['Pacific/Honolulu', 'HT'],
    ['America/Puerto_Rico', 'Puerto Rico time'],
    ['Asia/Kolkata', 'India time'],
    ['Asia/Karachi', 'Pakistan time'],
    ['Africa/Lagos', 'Nigeria time'],
    ['Europe/London', 'UK time'],
    ['America/Sao_Paulo', 'São Paulo time'],
    ['UTC', 'UTC'],
    ['+05:30', 'GMT+5:30'],
    ['-05:00', 'GMT-5'],
  ])('%s is %s, in winter as in summer, and is read again', (zone, name) => {
    for (const moment of [winter, summer]) {
      expect(shortZone(moment, zone)).toBe(name);
      const read = findZone(`9 AM ${name}`)?.reading;
      const offset = (of: string) => moment.toZonedDateTimeISO(of).offset;
      expect(read?.outcome === 'understood' && offset(read.value)).toBe(offset(zone));
    }
  });
});

const hoursOf = (zone: string) =>
  [1, 7].map(month => new Temporal.PlainDate(2026, month, 1).toZonedDateTime(zone).offset);

describe('the gazetteer', () => {
  test('knows each city and state that an alias stands for', () => {
    const dead = Object.entries(cityAliases).flatMap(([city, aliases]) => {
      const [name = '', ...ids] = city.split(', ');
      const zone = citiesNamed(placeKey(name)).find(({ within }) => within.at(-1) === ids.join('-'))?.zone;
      return zone
        ? aliases.split(', ').filter(alias => !placesNamed(alias)?.cities.some(one => one.zone === zone))
        : [city];
    });
    expect(dead).toEqual([]);
    const areas = Object.keys(areaAliases).flatMap(id =>
      areaAliases[id]!.split(', ').map(alias => [alias, id] as const),
    );
    expect(areas.filter(([alias, id]) => !placesNamed(alias)?.areas.includes(id))).toEqual([]);
  });
  test('reads each city by its full name, and asks so that an answer is understood', () => {
    const lines = readFileSync('src/domain/time/cities.txt', 'utf8')
      .split('\n')
      .flatMap(line => line.split('\t').slice(4));
    const names = lines
      .flatMap(list => list.split(';').map(city => city.split('=')[0]!))
      .filter((_, index) => index % 40 === 0);
    for (const name of names)
      for (const { name: full, zone } of citiesNamed(placeKey(name))) {
        const reading = readZone(full);
        if (reading.outcome === 'asked')
          for (const { words } of reading.answers)
            expect(outcomeOf(readZone(words)), words).not.toMatch(/asked|refused/);
        else expect(hoursOf(outcomeOf(reading)), full).toEqual(hoursOf(zone));
      }
  });
  test('has a zone that the runtime knows for each city', () => {
    const zones = readFileSync('src/domain/time/cities.txt', 'utf8')
      .split('\n')
      .filter(line => line.includes('\t'));
    for (const line of zones) expect(() => new Temporal.ZonedDateTime(0n, line.split('\t')[0]!)).not.toThrow();
  });
});
