import { describe, expect, test } from 'vitest';
import type { Contact, HistoryItem } from '../../src/core/ports/notebook.ts';
import { csvFiles } from '../../src/exchange/csv.ts';
import { readDelimited } from '../../src/exchange/file/delimited.ts';
import { fitOf } from '../../src/exchange/sheet/shape.ts';
import fc from '../support/properties.ts';
import { nothing } from './notebook.ts';

const cellsOf = (csv: string) => readDelimited(csv, fitOf).rows.map(({ cells }) => cells);

const person = (name: string): Contact => ({
  id: 'p',
  name,
  role: 'chief',
  place: null,
  trainedAt: [],
  knownAt: [],
  letter: false,
  letterAskedOn: null,
});
const written = (name: string) => csvFiles({ ...nothing, people: [person(name)] })['people.csv'] ?? '';

describe('a cell that a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('"%s" is written with a quote before it', cell =>
    expect(written(cell)).toContain(`'${cell}`),
  );

  const sign = fc.constantFrom('=', '+', '-', '@', '\t', "'", "'=", "''-", '');
  const text = fc.string({ unit: fc.constantFrom(...'ab=+-@\',;"\t\r\n é') }).map(each => `x${each}x`);
  test('comes back as it was, and none is left that would run', () =>
    fc.assert(
      fc.property(sign, text, (before, after) => {
        const csv = written(before + after);
        expect(cellsOf(csv)[1]?.[0]).toBe(before + after);
        expect(csv.split('\r\n').slice(1).join('\r\n')).not.toMatch(/^"?[=+\-@\t]/);
      }),
    ));
});

test('every kind has a file, and an entry says all that was logged', () => {
  const entry: HistoryItem = {
    id: 'e',
    contactId: 'p',
    contact: person('Kim'),
    stance: 'good',
    worry: 'reliability',
    dimensions: ['team-fit', 'work-ethic'],
    sentence: 'Calm',
    place: null,
    day: Temporal.PlainDate.from('2026-10-12'),
    loggedAt: Temporal.Instant.from('2026-10-12T12:00:00Z'),
  };
  const files = csvFiles({ ...nothing, entries: [entry] });
  expect(Object.keys(files)).toEqual([
    'people.csv',
    'interactions.csv',
    'programs.csv',
    'interviews.csv',
    'invitations.csv',
    'offers.csv',
    'clues.csv',
    'loose-ends.csv',
    'reminders.csv',
  ]);
  expect(cellsOf(files['interactions.csv'] ?? '')).toEqual([
    ['day', 'who', 'role', 'they', 'about', 'worry', 'sentence', 'place'],
    ['2026-10-12', 'Kim', 'chief', 'good', 'team-fit, work-ethic', 'reliability', 'Calm', ''],
  ]);
});
